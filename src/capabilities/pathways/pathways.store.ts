import type { Insertable, Selectable } from 'kysely'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { PathwayTables } from './pathways.table.ts'

const db = (tx: Tx) => tables<PathwayTables>(tx)

export type PathwayRow = Selectable<PathwayTables['pathway']>
export type VersionRow = Selectable<PathwayTables['pathwayVersion']>
export type DraftRow = Selectable<PathwayTables['pathwayDraft']>

/** The pathways of the actor's county, the oldest first. */
export const selectPathways = (tx: Tx): Promise<PathwayRow[]> =>
  db(tx).selectFrom('pathway').selectAll().orderBy('madeAt').orderBy('id').execute()

export const selectPathway = (tx: Tx, id: string): Promise<PathwayRow | undefined> =>
  db(tx).selectFrom('pathway').selectAll().where('id', '=', id).executeTakeFirst()

/** All that was published, of one pathway or of all, the newest first. */
export const selectVersions = (tx: Tx, pathwayId?: string): Promise<VersionRow[]> =>
  db(tx)
    .selectFrom('pathwayVersion')
    .selectAll()
    .$if(pathwayId !== undefined, (query) => query.where('pathwayId', '=', pathwayId as string))
    .orderBy('pathwayId')
    .orderBy('number', 'desc')
    .execute()

/** What was published of every pathway, without what each asks: whoever chooses among them reads many, and needs little of each. */
export const selectPublished = (tx: Tx) =>
  db(tx)
    .selectFrom('pathway')
    .innerJoin('pathwayVersion', 'pathwayVersion.pathwayId', 'pathway.id')
    .select(({ ref }) => [
      'pathway.id as pathwayId',
      'pathway.endsOn',
      'pathwayVersion.id',
      'pathwayVersion.effectiveFrom',
      ref('pathwayVersion.definition', '->>').key('name').as('name'),
      ref('pathwayVersion.definition', '->>').key('begins').as('begins'),
      ref('pathwayVersion.definition', '->>').key('kind').as('kind'),
    ])
    .orderBy('pathway.madeAt')
    .orderBy('pathway.id')
    .orderBy('pathwayVersion.number', 'desc')
    .execute()

export const selectVersion = (tx: Tx, id: string): Promise<VersionRow | undefined> =>
  db(tx).selectFrom('pathwayVersion').selectAll().where('id', '=', id).executeTakeFirst()

/** The drafts that the actor may edit, of one pathway or of all, each as it stands. */
export const selectDrafts = (tx: Tx, pathwayId?: string): Promise<DraftRow[]> =>
  db(tx)
    .selectFrom('pathwayDraft')
    .distinctOn('pathwayId')
    .selectAll()
    .$if(pathwayId !== undefined, (query) => query.where('pathwayId', '=', pathwayId as string))
    .orderBy('pathwayId')
    .orderBy('revision', 'desc')
    .execute()

/** @returns false when a pathway with this id was made before */
export const insertPathway = async (
  tx: Tx,
  pathway: Insertable<PathwayTables['pathway']>,
): Promise<boolean> => {
  const written = await db(tx)
    .insertInto('pathway')
    .values(pathway)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirstOrThrow()
  return written.numInsertedOrUpdatedRows === 1n
}

/** @returns false when this version was published before, or another one took its number */
export const insertVersion = async (
  tx: Tx,
  version: Insertable<PathwayTables['pathwayVersion']>,
): Promise<boolean> => {
  const written = await db(tx)
    .insertInto('pathwayVersion')
    .values(version)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return written.numInsertedOrUpdatedRows === 1n
}

/** @returns false when somebody saved this revision before */
export const insertDraft = async (
  tx: Tx,
  draft: Insertable<PathwayTables['pathwayDraft']>,
): Promise<boolean> => {
  const written = await db(tx)
    .insertInto('pathwayDraft')
    .values(draft)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return written.numInsertedOrUpdatedRows === 1n
}

/** Takes back one step of a draft, or the whole of it where no revision is named. */
export const deleteDraft = async (tx: Tx, pathwayId: string, revision?: number): Promise<boolean> => {
  const deleted = await db(tx)
    .deleteFrom('pathwayDraft')
    .where('pathwayId', '=', pathwayId)
    .$if(revision !== undefined, (query) => query.where('revision', '=', revision as number))
    .executeTakeFirst()
  return deleted.numDeletedRows > 0n
}

export const updateEndsOn = async (tx: Tx, id: string, endsOn: string | null): Promise<boolean> => {
  const changed = await db(tx).updateTable('pathway').set({ endsOn }).where('id', '=', id).executeTakeFirst()
  return changed.numUpdatedRows > 0n
}
