import { type Insertable, sql } from 'kysely'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { AgreementTables } from './agreements.table.ts'

const db = (tx: Tx) => tables<AgreementTables>(tx)

/** Agreements of all counties that count now, end within so many days, and have no successor that is signed. */
export const selectEnding = (tx: Tx, days: number) =>
  db(tx)
    .selectFrom('agreement')
    .select(['id', 'jurisdictionId', 'acceptedAt', 'startsAt', 'expiresAt', 'endedAt'])
    .where(sql<boolean>`agreement_in_force(agreement)`)
    .where('endedAt', 'is', null)
    .where('expiresAt', '<=', sql<Date>`now() + ${days} * interval '1 day'`)
    .where(
      sql<boolean>`not exists (select from agreement next where next.supersedes_id = agreement.id
        and next.accepted_at is not null and next.ended_at is null)`,
    )
    .execute()

/** @returns false when they were reminded before */
export const insertReminder = async (
  tx: Tx,
  reminder: Insertable<AgreementTables['agreementReminder']>,
): Promise<boolean> => {
  const written = await db(tx)
    .insertInto('agreementReminder')
    .values(reminder)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return Number(written.numInsertedOrUpdatedRows) > 0
}

export const selectReminders = (tx: Tx, agreementId: string) =>
  db(tx)
    .selectFrom('agreementReminder')
    .select(['days', 'toldAt'])
    .where('agreementId', '=', agreementId)
    .orderBy('toldAt')
    .execute()
