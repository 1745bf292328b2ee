import { type Insertable, type Selectable, sql } from 'kysely'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { AnsweredQuestion, TrainingTables } from './training.table.ts'

const db = (tx: Tx) => tables<TrainingTables>(tx)

export type AttemptRow = Selectable<TrainingTables['trainingAttempt']>

/** @returns false when this test was finished before: what was answered first stands */
export const insertAttempt = async (
  tx: Tx,
  attempt: Insertable<TrainingTables['trainingAttempt']>,
): Promise<boolean> => {
  const written = await db(tx)
    .insertInto('trainingAttempt')
    .values(attempt)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return Number(written.numInsertedOrUpdatedRows) > 0
}

/** A test of a member's own. */
export const selectAttempt = (tx: Tx, id: string, memberId: string): Promise<AttemptRow | undefined> =>
  db(tx)
    .selectFrom('trainingAttempt')
    .selectAll()
    .where('id', '=', id)
    .where('memberId', '=', memberId)
    .executeTakeFirst()

/** Every test of a course that members of an organization finished, of one version. */
export const selectAnswers = async (
  tx: Tx,
  organizationId: string,
  course: string,
  version: string,
): Promise<(readonly AnsweredQuestion[])[]> =>
  (
    await db(tx)
      .selectFrom('trainingAttempt')
      .select('answers')
      .where('organizationId', '=', organizationId)
      .where('course', '=', course)
      .where('version', '=', version)
      .execute()
  ).map(({ answers }) => answers)

export const selectProgress = (tx: Tx, memberId: string) =>
  db(tx)
    .selectFrom('trainingProgress')
    .select(['course', 'screen', 'answered', 'seenAt'])
    .where('memberId', '=', memberId)
    .execute()

/** Keeps where somebody is. */
export const upsertProgress = (
  tx: Tx,
  at: {
    readonly memberId: string
    readonly jurisdictionId: string
    readonly course: string
    readonly screen: string
  },
) =>
  db(tx)
    .insertInto('trainingProgress')
    .values({ ...at, answered: [] })
    .onConflict((conflict) =>
      conflict.columns(['memberId', 'course']).doUpdateSet({ screen: at.screen, seenAt: new Date() }),
    )
    .execute()

/** @returns false when they had answered at that moment before */
export const addAnswered = async (
  tx: Tx,
  at: { readonly memberId: string; readonly jurisdictionId: string; readonly course: string },
  moment: string,
): Promise<boolean> => {
  const written = await db(tx)
    .insertInto('trainingProgress')
    .values({ ...at, screen: '', answered: [moment] })
    .onConflict((conflict) =>
      conflict
        .columns(['memberId', 'course'])
        .doUpdateSet({ answered: sql`training_progress.answered || ${moment}::text`, seenAt: new Date() })
        .where(sql<boolean>`not ${moment} = any (training_progress.answered)`),
    )
    .executeTakeFirst()
  return Number(written.numInsertedOrUpdatedRows) > 0
}
