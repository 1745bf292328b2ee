import { type Insertable, type Selectable, sql } from 'kysely'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { SupplyTables } from './supplies.table.ts'

const db = (tx: Tx) => tables<SupplyTables>(tx)

export type GivenRow = Selectable<SupplyTables['naloxoneGiven']>

/** @returns false when it was written before: sent twice, it is one */
export const insertGiven = async (
  tx: Tx,
  report: Insertable<SupplyTables['naloxoneGiven']>,
): Promise<boolean> => {
  const written = await db(tx)
    .insertInto('naloxoneGiven')
    .values(report)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirstOrThrow()
  return written.numInsertedOrUpdatedRows === 1n
}

export const selectGiven = (tx: Tx, id: string): Promise<GivenRow | undefined> =>
  db(tx).selectFrom('naloxoneGiven').selectAll().where('id', '=', id).executeTakeFirst()

/** What an organization reported since a moment, the newest first. */
export const selectGivenSince = (
  tx: Tx,
  organizationId: string,
  since: Date,
  limit: number,
): Promise<GivenRow[]> =>
  db(tx)
    .selectFrom('naloxoneGiven')
    .selectAll()
    .where('organizationId', '=', organizationId)
    .where('occurredAt', '>=', since)
    .orderBy('occurredAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()

/** Where a member reported last: most often they are there again. */
export const selectLastZip = async (tx: Tx, memberId: string): Promise<string | undefined> => {
  const row = await db(tx)
    .selectFrom('naloxoneGiven')
    .select('zip')
    .where('recordedByMemberId', '=', memberId)
    .orderBy('recordedAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.zip
}

/** People of a county by ZIP code since a moment. */
export const countByZip = (tx: Tx, jurisdictionId: string, since: Date) =>
  db(tx)
    .selectFrom('naloxoneGiven')
    .select(['zip', sql<number>`count(*)::integer`.as('people')])
    .where('jurisdictionId', '=', jurisdictionId)
    .where('occurredAt', '>=', since)
    .groupBy('zip')
    .execute()
