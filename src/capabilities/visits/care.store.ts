import { type Insertable, type Selectable, sql } from 'kysely'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { IntakeAnswers, VisitTables } from './visits.table.ts'

const db = (tx: Tx) => tables<VisitTables>(tx)

export type PersonRow = Selectable<VisitTables['visitPerson']>
export type IntakeRow = Selectable<VisitTables['visitIntake']>
export type CareRow = Selectable<VisitTables['visitCareStep']>

/** @returns false when it was written before */
export const insertPersonOf = async (
  tx: Tx,
  person: Insertable<VisitTables['visitPerson']>,
): Promise<boolean> => {
  const written = await db(tx)
    .insertInto('visitPerson')
    .values(person)
    .onConflict((conflict) => conflict.column('visitId').doNothing())
    .executeTakeFirst()
  return Number(written.numInsertedOrUpdatedRows) > 0
}

export const selectPersonOf = (tx: Tx, visitId: string): Promise<PersonRow | undefined> =>
  db(tx).selectFrom('visitPerson').selectAll().where('visitId', '=', visitId).executeTakeFirst()

/** Whom the actor follows, the newest visit first. */
export const selectPeople = (tx: Tx, limit: number): Promise<PersonRow[]> =>
  db(tx).selectFrom('visitPerson').selectAll().orderBy('beganAt', 'desc').limit(limit).execute()

export const updatePersonOf = async (
  tx: Tx,
  visitId: string,
  known: { called: string | null; reach: string | null },
): Promise<void> => {
  await db(tx).updateTable('visitPerson').set(known).where('visitId', '=', visitId).execute()
}

export const selectIntake = (tx: Tx, visitId: string): Promise<IntakeRow | undefined> =>
  db(tx).selectFrom('visitIntake').selectAll().where('visitId', '=', visitId).executeTakeFirst()

/** Keeps what was said so far. Finished once, it stays finished, and can still be added to. */
export const upsertIntake = async (
  tx: Tx,
  intake: Pick<PersonRow, 'visitId' | 'jurisdictionId' | 'organizationId' | 'angelMemberId'>,
  answers: IntakeAnswers,
  isFinished: boolean,
): Promise<void> => {
  const { visitId, jurisdictionId, organizationId, angelMemberId } = intake
  const text = JSON.stringify(answers)
  await db(tx)
    .insertInto('visitIntake')
    .values({ visitId, jurisdictionId, organizationId, angelMemberId, answers: text })
    .onConflict((conflict) =>
      conflict.column('visitId').doUpdateSet({ answers: text, savedAt: sql<Date>`now()` }),
    )
    .execute()
  if (isFinished)
    await db(tx)
      .updateTable('visitIntake')
      .set({ finishedAt: sql<Date>`now()` })
      .where('visitId', '=', visitId)
      .where('finishedAt', 'is', null)
      .execute()
}

export const insertCareStep = async (
  tx: Tx,
  step: Insertable<VisitTables['visitCareStep']>,
): Promise<boolean> => {
  const written = await db(tx)
    .insertInto('visitCareStep')
    .values(step)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return Number(written.numInsertedOrUpdatedRows) > 0
}

/** In the order in which they were noted. */
export const selectCareSteps = (tx: Tx, visitIds: readonly string[]): Promise<CareRow[]> =>
  visitIds.length === 0
    ? Promise.resolve([])
    : db(tx)
        .selectFrom('visitCareStep')
        .selectAll()
        .where('visitId', 'in', visitIds)
        .orderBy('at')
        .orderBy('id')
        .execute()

/** One press after another: nobody notes a step upon what somebody else is about to change. */
export const lockVisit = async (tx: Tx, visitId: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`visit ${visitId}`}, 0))`.execute(tx.connection)
}
