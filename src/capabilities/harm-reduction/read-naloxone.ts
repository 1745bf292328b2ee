import { record } from '#audit'
import type { MemberActor } from '#kernel/actor.ts'
import { suppressSmallCells } from '#kernel/suppress.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { countByZip, type GivenRow, selectGiven, selectGivenSince } from './naloxone.store.ts'

const DAY_MS = 86_400_000
export const HEAT_DAYS = 365
const MOST_SHOWN = 50
const MOST_EXPORTED = 5000

/** People by ZIP code; undefined where so few that somebody may know who they are. */
export type Heat = readonly { readonly zip: string; readonly people: number | undefined }[]

/** What the actor's organization reported lately, and where most of it was. */
export const readNaloxone = (
  asActor: AsActor,
  actor: MemberActor,
  now: Date,
): Promise<{ readonly reports: readonly GivenRow[]; readonly heat: Heat }> =>
  asActor(actor, async (tx) => {
    const since = new Date(now.getTime() - HEAT_DAYS * DAY_MS)
    const reports = await selectGivenSince(tx, actor.organizationId, since, MOST_SHOWN)
    const counts = await countByZip(tx, actor.organizationId, since)
    await record(tx, {
      ...{ action: 'harm-reduction.read-naloxone', subjectKind: 'naloxone-given', outcome: 'seen' },
      ...{ subjectIds: reports.map(({ id }) => id), dataClasses: ['own-submission'] },
    })
    const { cells } = suppressSmallCells(counts.map(({ people }) => [people]))
    return { reports, heat: counts.map(({ zip }, index) => ({ zip, people: cells[index]?.[0] })) }
  })

/** One report of the actor's organization. */
export const findGiven = (asActor: AsActor, actor: MemberActor, id: string): Promise<GivenRow | undefined> =>
  asActor(actor, (tx) => selectGiven(tx, id))

/** Reports of the last `days`, to be handed to ODMAP: each handing out is in the audit record. */
export const exportNaloxone = (
  asActor: AsActor,
  actor: MemberActor,
  { now, days }: { readonly now: Date; readonly days: number },
): Promise<readonly GivenRow[]> =>
  asActor(actor, async (tx) => {
    const since = new Date(now.getTime() - days * DAY_MS)
    const reports = await selectGivenSince(tx, actor.organizationId, since, MOST_EXPORTED)
    await record(tx, {
      ...{ action: 'harm-reduction.export-odmap', subjectKind: 'naloxone-given', outcome: 'seen' },
      ...{ subjectIds: reports.map(({ id }) => id), dataClasses: ['own-submission'], detail: { days } },
    })
    return reports
  })
