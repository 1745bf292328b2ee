import { record } from '#audit'
import type { MemberActor } from '#kernel/actor.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { addAnswered } from './attempt.store.ts'
import { insertAttitude } from './attitude.store.ts'
import type { AttitudeMoment } from './attitude.ts'

/** What somebody thinks, from 1 to 5 by the id of the sentence. */
export type Attitudes = Readonly<Record<string, number>>

/**
 * Takes what a member thinks, once a moment. That they answered is noted at their name; what they answered is kept apart
 * from it, under an id that is random, with the month and no day.
 */
export const sayAttitude = (
  asActor: AsActor,
  actor: MemberActor,
  {
    course,
    moment,
    answers,
    month,
  }: {
    readonly course: string
    readonly moment: AttitudeMoment
    readonly answers: Attitudes
    /** The first day of the month. */
    readonly month: string
  },
): Promise<void> =>
  asActor(actor, async (tx) => {
    const { memberId, jurisdictionId, organizationId } = actor
    if (!(await addAnswered(tx, { memberId, jurisdictionId, course }, moment))) return
    await insertAttitude(tx, {
      ...{ id: crypto.randomUUID(), jurisdictionId, organizationId, course, moment, month },
      answers: JSON.stringify(answers),
    })
    await record(tx, { action: 'training.say-attitude', outcome: 'done', detail: { course, moment } })
  })
