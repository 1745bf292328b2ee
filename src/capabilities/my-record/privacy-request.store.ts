import { type Insertable, sql } from 'kysely'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { MyRecordTables } from './my-record.table.ts'
import type { PrivacyOutcome } from './privacy-request.ts'

const db = (tx: Tx) => tables<MyRecordTables>(tx)

/** Keeps what was asked. Asked twice with one id, it is kept once; a visitor, who may not read, must bring a new one. */
export const insertRequest = async (
  tx: Tx,
  request: Insertable<MyRecordTables['privacyRequest']>,
): Promise<void> => {
  await db(tx).insertInto('privacyRequest').values(request).execute()
}

/** Whether the actor knows of a request with this id. */
export const hasRequest = async (tx: Tx, id: string): Promise<boolean> =>
  (await db(tx).selectFrom('privacyRequest').select('id').where('id', '=', id).executeTakeFirst()) !==
  undefined

/** What was asked, as far as the actor may know: what waits first, by its day, then what was answered, the newest first. */
export const selectRequests = (tx: Tx, limit: number) =>
  db(tx)
    .selectFrom('privacyRequest')
    .selectAll()
    .orderBy(sql`answered_at is not null`)
    .orderBy(sql`case when answered_at is null then due_at end`)
    .orderBy('answeredAt', 'desc')
    .limit(limit)
    .execute()

export const findRequest = (tx: Tx, id: string) =>
  db(tx).selectFrom('privacyRequest').selectAll().where('id', '=', id).executeTakeFirst()

/** Puts it into a member's hands. @returns false when it was answered before, or is not the actor's to take */
export const writeTaking = async (tx: Tx, id: string, memberId: string): Promise<boolean> => {
  const written = await db(tx)
    .updateTable('privacyRequest')
    .set(inHandsOf(memberId))
    .where('id', '=', id)
    .where('answeredAt', 'is', null)
    .executeTakeFirst()
  return Number(written.numUpdatedRows) > 0
}

const inHandsOf = (memberId: string) => ({ takenAt: sql<Date>`now()`, takenByMemberId: memberId })

/** @returns false when it was answered before, or is not the actor's to answer */
export const writeAnswer = async (
  tx: Tx,
  id: string,
  answer: { memberId: string; outcome: PrivacyOutcome; words: string | null },
): Promise<boolean> => {
  const written = await db(tx)
    .updateTable('privacyRequest')
    .set({
      ...inHandsOf(answer.memberId),
      answeredAt: sql<Date>`now()`,
      answeredByMemberId: answer.memberId,
      outcome: answer.outcome,
      answer: answer.words,
    })
    .where('id', '=', id)
    .where('answeredAt', 'is', null)
    .executeTakeFirst()
  return Number(written.numUpdatedRows) > 0
}

/** @returns false when it was put off or answered before */
export const writeExtension = async (
  tx: Tx,
  id: string,
  extension: { memberId: string; dueAt: Date; because: string },
): Promise<boolean> => {
  const { memberId, dueAt, because } = extension
  const written = await db(tx)
    .updateTable('privacyRequest')
    .set({ ...inHandsOf(memberId), dueAt, extendedAt: sql<Date>`now()`, extendedBecause: because })
    .where('id', '=', id)
    .where('extendedAt', 'is', null)
    .where('answeredAt', 'is', null)
    .executeTakeFirst()
  return Number(written.numUpdatedRows) > 0
}
