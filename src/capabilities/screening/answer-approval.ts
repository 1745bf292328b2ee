import { record } from '#audit'
import type { MemberActor } from '#kernel/actor.ts'
import type { Refusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { updateAnswer } from './screening.store.ts'

/**
 * Says yes or no as the approver whom a pathway names, once. Who is not asked, who answers second, and who would approve
 * their own override are refused alike.
 */
export const answerApproval = (
  asActor: AsActor,
  actor: MemberActor,
  id: string,
  answer: 'yes' | 'no',
): Promise<{ readonly answer: 'yes' | 'no' } | Refusal<'not-asked'>> =>
  asActor<{ readonly answer: 'yes' | 'no' } | Refusal<'not-asked'>>(actor, async (tx) => {
    if (!(await updateAnswer(tx, id, answer, actor.memberId))) return { refused: 'not-asked' }
    await record(tx, {
      ...{ action: 'screening.answer', subjectKind: 'pathway-approval', subjectIds: [id], outcome: 'done' },
      ...{ dataClasses: ['own-submission'], detail: { answer } },
    })
    return { answer }
  })
