import type { Insertable, Updateable } from 'kysely'
import type { Day } from '#kernel/calendar-day.ts'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { PrivacyTables } from './privacy.table.ts'

const db = (tx: Tx) => tables<PrivacyTables>(tx)

/** @returns false when it had been written down before */
export const insertBreach = async (tx: Tx, row: Insertable<PrivacyTables['breach']>): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await db(tx)
    .insertInto('breach')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return Number(numInsertedOrUpdatedRows) > 0
}

/** The county's breaches, the latest discovered first; or the one with this id. */
export const selectBreaches = (tx: Tx, id?: string) => {
  const rows = db(tx).selectFrom('breach').selectAll().orderBy('discoveredOn', 'desc').orderBy('id', 'desc')
  return (id ? rows.where('id', '=', id) : rows).execute()
}

/** @returns false when there is none that is open */
export const updateBreach = async (
  tx: Tx,
  id: string,
  changes: Updateable<PrivacyTables['breach']>,
): Promise<boolean> => {
  const { numUpdatedRows } = await db(tx)
    .updateTable('breach')
    .set(changes)
    .where('id', '=', id)
    .where('closedAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export const selectAffected = async (tx: Tx, breachId: string): Promise<string[]> =>
  (
    await db(tx)
      .selectFrom('breachPerson')
      .select('personId')
      .where('breachId', '=', breachId)
      .orderBy('personId')
      .execute()
  ).map(({ personId }) => personId)

/** @returns how many were not on the list before */
export const insertAffected = async (
  tx: Tx,
  personIds: readonly string[],
  row: Omit<Insertable<PrivacyTables['breachPerson']>, 'personId'>,
): Promise<number> => {
  if (personIds.length === 0) return 0
  const { numInsertedOrUpdatedRows } = await db(tx)
    .insertInto('breachPerson')
    .values(personIds.map((personId) => ({ ...row, personId })))
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return Number(numInsertedOrUpdatedRows)
}

export const deleteAffected = async (tx: Tx, breachId: string, personId: string): Promise<void> => {
  await db(tx)
    .deleteFrom('breachPerson')
    .where('breachId', '=', breachId)
    .where('personId', '=', personId)
    .execute()
}

export type Notice = { readonly breachId: string; readonly toldOn: Day; readonly how: string } & Pick<
  PrivacyTables['breachNotice'],
  'told'
>

export const selectNotices = (tx: Tx, breachIds: readonly string[]): Promise<Notice[]> =>
  breachIds.length === 0
    ? Promise.resolve([])
    : db(tx)
        .selectFrom('breachNotice')
        .select(['breachId', 'told', 'toldOn', 'how'])
        .where('breachId', 'in', breachIds)
        .orderBy('toldOn')
        .execute()

/** @returns false when they had been told before */
export const insertNotice = async (
  tx: Tx,
  row: Insertable<PrivacyTables['breachNotice']>,
): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await db(tx)
    .insertInto('breachNotice')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return Number(numInsertedOrUpdatedRows) > 0
}
