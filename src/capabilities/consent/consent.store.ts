import { type Insertable, sql } from 'kysely'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { ConsentTables } from './consent.table.ts'
import type { PoliceDataClass } from './data-classes.ts'

export type ReleaseLine = {
  readonly id: string
  readonly releaseId: string
  readonly fromOrganizationId: string
  readonly recipientOrganizationId: string
  readonly dataClasses: readonly PoliceDataClass[]
  readonly expiresAt: Date
  readonly revokedAt: Date | null
}

const LINE = [
  'id',
  'releaseId',
  'fromOrganizationId',
  'recipientOrganizationId',
  'dataClasses',
  'expiresAt',
  'revokedAt',
] as const

/** @returns false when there is a person with this id already, whoever entered them */
export const insertPerson = async (tx: Tx, person: Insertable<ConsentTables['person']>): Promise<boolean> => {
  const written = await tables<ConsentTables>(tx)
    .insertInto('person')
    .values(person)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return Number(written.numInsertedOrUpdatedRows) > 0
}

/** Whether the actor's own organization entered this person. */
export const hasPerson = async (tx: Tx, id: string): Promise<boolean> =>
  (await tables<ConsentTables>(tx)
    .selectFrom('person')
    .select('id')
    .where('id', '=', id)
    .executeTakeFirst()) !== undefined

/** @returns false when a release with this id was written before */
export const insertRelease = async (
  tx: Tx,
  release: Insertable<ConsentTables['release']>,
  lines: Insertable<ConsentTables['releaseLine']>[],
): Promise<boolean> => {
  const written = await tables<ConsentTables>(tx)
    .insertInto('release')
    .values(release)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  if (!written.numInsertedOrUpdatedRows) return false
  await tables<ConsentTables>(tx).insertInto('releaseLine').values(lines).execute()
  return true
}

/** Live lines about a person that name this organization, as far as the actor may see them. */
export const selectLiveLines = async (
  tx: Tx,
  personId: string,
  recipientOrganizationId: string,
): Promise<ReleaseLine[]> => {
  const { rows } = await sql<ReleaseLine>`
    select id, release_id, from_organization_id, recipient_organization_id, data_classes, expires_at, revoked_at
    from list_live_releases(${personId}, ${recipientOrganizationId})`.execute(tx.connection)
  return rows
}

/** All lines that an organization obtained about a person, the newest first, ended ones too. */
export const selectLinesFrom = (
  tx: Tx,
  personId: string,
  fromOrganizationId: string,
): Promise<ReleaseLine[]> =>
  tables<ConsentTables>(tx)
    .selectFrom('releaseLine')
    .select(LINE)
    .where('personId', '=', personId)
    .where('fromOrganizationId', '=', fromOrganizationId)
    .orderBy('id', 'desc')
    .execute()

/** @returns how many lines ended by this */
export const revokeLine = async (tx: Tx, lineId: string, how: 'written' | 'oral'): Promise<number> => {
  const ended = await tables<ConsentTables>(tx)
    .updateTable('releaseLine')
    .set({ revokedAt: sql<Date>`now()`, revokedHow: how })
    .where('id', '=', lineId)
    .where('revokedAt', 'is', null)
    .executeTakeFirst()
  return Number(ended.numUpdatedRows)
}

export const insertDisclosure = async (
  tx: Tx,
  disclosure: Insertable<ConsentTables['disclosure']>,
): Promise<void> => {
  await tables<ConsentTables>(tx).insertInto('disclosure').values(disclosure).execute()
}
