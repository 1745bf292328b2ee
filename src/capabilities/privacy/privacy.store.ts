import { type Insertable, sql } from 'kysely'
import type { Hours } from '#kernel/hours.ts'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { PrivacyTables } from './privacy.table.ts'

const db = (tx: Tx) => tables<PrivacyTables>(tx)

/** The hours of a county's organizations, as far as the actor may know. */
export const selectWorkingHours = async (
  tx: Tx,
  jurisdictionId: string,
): Promise<ReadonlyMap<string, Hours>> => {
  const rows = await db(tx)
    .selectFrom('workingHours')
    .select(['organizationId', 'hours'])
    .where('jurisdictionId', '=', jurisdictionId)
    .execute()
  return new Map(rows.map(({ organizationId, hours }) => [organizationId, hours]))
}

export const deleteWorkingHours = async (tx: Tx, organizationId: string): Promise<void> => {
  await db(tx).deleteFrom('workingHours').where('organizationId', '=', organizationId).execute()
}

export const insertWorkingHours = async (
  tx: Tx,
  row: Omit<Insertable<PrivacyTables['workingHours']>, 'hours'> & { hours: Hours },
): Promise<void> => {
  await db(tx)
    .insertInto('workingHours')
    .values({ ...row, hours: JSON.stringify(row.hours) })
    .execute()
}

/** What was set aside, the newest first. */
export const selectSetAside = (tx: Tx) =>
  db(tx).selectFrom('accessSetAside').selectAll().orderBy('setAsideAt', 'desc').execute()

/** @returns false when it had been set aside before */
export const insertSetAside = async (
  tx: Tx,
  row: Insertable<PrivacyTables['accessSetAside']>,
): Promise<boolean> => {
  const written = await db(tx)
    .insertInto('accessSetAside')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning(sql<boolean>`true`.as('isNew'))
    .executeTakeFirst()
  return written !== undefined
}
