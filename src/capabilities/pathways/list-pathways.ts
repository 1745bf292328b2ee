import type { Day } from '#kernel/calendar-day.ts'
import type { Tx } from '#platform/database/as-actor.ts'
import { holdsCharges } from './definition.ts'
import { type Pathway, versionOn } from './pathway.ts'
import {
  selectDrafts,
  selectPathway,
  selectPathways,
  selectPublished,
  selectVersion,
  selectVersions,
  type VersionRow,
} from './pathways.store.ts'

/** The pathways of the actor's county; drafts only of those that the actor may edit. */
export const listPathways = async (tx: Tx): Promise<Pathway[]> => {
  const [pathways, versions, drafts] = await Promise.all([
    selectPathways(tx),
    selectVersions(tx),
    selectDrafts(tx),
  ])
  const versionsOf = Map.groupBy(versions, ({ pathwayId }) => pathwayId)
  return pathways.map((pathway) => ({
    ...pathway,
    versions: versionsOf.get(pathway.id) ?? [],
    draft: drafts.find(({ pathwayId }) => pathwayId === pathway.id),
  }))
}

export const findPathway = async (tx: Tx, id: string): Promise<Pathway | undefined> => {
  const [pathway, versions, drafts] = await Promise.all([
    selectPathway(tx, id),
    selectVersions(tx, id),
    selectDrafts(tx, id),
  ])
  return pathway && { ...pathway, versions, draft: drafts[0] }
}

/** A pathway on which somebody can be referred today. */
export type LivePathway = {
  readonly pathwayId: string
  readonly versionId: string
  readonly name: string
  readonly begins: string
}

/** All that the county has published, the newest of each pathway first, from which `liveOn` takes what holds on a day. */
export const listPublished = (tx: Tx) => selectPublished(tx)

/** On what somebody can be referred on a day; pathways without a charge come first. */
export const liveOn = (published: Awaited<ReturnType<typeof listPublished>>, day: Day): LivePathway[] =>
  [...Map.groupBy(published, ({ pathwayId }) => pathwayId).values()]
    .flatMap((versions) => versionOn({ versions, endsOn: versions[0]?.endsOn ?? null }, day) ?? [])
    .sort((one, other) => Number(holdsCharges(one)) - Number(holdsCharges(other)))
    .map(({ pathwayId, id, name, begins }) => ({ pathwayId, versionId: id, name, begins }))

/** A version under which something was referred or decided, with who keeps its pathway. */
export const findVersion = (tx: Tx, id: string): Promise<VersionRow | undefined> => selectVersion(tx, id)
