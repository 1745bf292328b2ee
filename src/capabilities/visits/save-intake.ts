import { record } from '#audit'
import type { MemberActor } from '#kernel/actor.ts'
import type { Refusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { selectPersonOf, updatePersonOf, upsertIntake } from './care.store.ts'
import type { IntakeAnswers } from './visits.table.ts'

export type Intake = {
  readonly called: string | undefined
  readonly reach: string | undefined
  readonly answers: IntakeAnswers
  readonly isFinished: boolean
}

/** Keeps what a person said so far. It can be gone on with at any time, by whoever follows the visit. */
export const saveIntake = (
  asActor: AsActor,
  actor: MemberActor,
  visitId: string,
  { called, reach, answers, isFinished }: Intake,
): Promise<{ readonly saved: true } | Refusal<'not-found'>> =>
  asActor<{ readonly saved: true } | Refusal<'not-found'>>(actor, async (tx) => {
    const person = await selectPersonOf(tx, visitId)
    if (!person) return { refused: 'not-found' }
    await updatePersonOf(tx, visitId, { called: called ?? null, reach: reach ?? null })
    await upsertIntake(tx, person, answers, isFinished)
    await record(tx, {
      ...{ action: 'visits.save-intake', subjectKind: 'visit', subjectIds: [visitId], outcome: 'done' },
      ...{ dataClasses: ['identity', 'clinical'], detail: { isFinished } },
    })
    return { saved: true }
  })
