import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { LibraryTables, QuestionRow } from './library.table.ts'

/** What the actor may see of what was asked: what waits first, the oldest of it on top. */
export const selectQuestions = (tx: Tx): Promise<QuestionRow[]> =>
  tables<LibraryTables>(tx)
    .selectFrom('libraryQuestion')
    .selectAll()
    .orderBy('answeredAt', (order) => order.desc().nullsFirst())
    .orderBy('askedAt')
    .limit(200)
    .execute()

export const selectQuestion = (tx: Tx, id: string): Promise<QuestionRow | undefined> =>
  tables<LibraryTables>(tx).selectFrom('libraryQuestion').selectAll().where('id', '=', id).executeTakeFirst()

/** @returns false when this very question was asked before */
export const insertQuestion = async (
  tx: Tx,
  question: Pick<QuestionRow, 'id' | 'jurisdictionId' | 'memberId' | 'question'>,
): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await tables<LibraryTables>(tx)
    .insertInto('libraryQuestion')
    .values(question)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** @returns false where it is answered, or the actor may not answer it */
export const answerOne = async (
  tx: Tx,
  id: string,
  answer: { readonly answer: string; readonly recordIds: string[]; readonly answeredBy: string },
): Promise<boolean> => {
  const { numUpdatedRows } = await tables<LibraryTables>(tx)
    .updateTable('libraryQuestion')
    .set({ ...answer, answeredAt: new Date() })
    .where('id', '=', id)
    .where('answer', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}
