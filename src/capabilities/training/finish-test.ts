import { record } from '#audit'
import { findMembers, getCounty } from '#identity'
import type { MemberActor } from '#kernel/actor.ts'
import { dayAt } from '#kernel/calendar-day.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { type AttemptRow, insertAttempt, selectAttempt } from './attempt.store.ts'
import { findSetting } from './change-setting.ts'
import { insertCompletions } from './completion.store.ts'
import { type CourseCard, completionOf } from './completion.ts'
import type { AnsweredQuestion } from './training.table.ts'

/**
 * Writes down a test that somebody finished, with the version of the course, once; passed by the mark that their agency
 * set, it is a certificate in the same transaction. Sent twice, what was answered first stands.
 *
 * @param test.id made with the paper, which was drawn from it
 */
export const finishTest = (
  asActor: AsActor,
  actor: MemberActor,
  course: CourseCard,
  test: { readonly id: string; readonly answers: readonly AnsweredQuestion[] },
  now: Date,
): Promise<AttemptRow | undefined> =>
  asActor(actor, async (tx) => {
    const { memberId, jurisdictionId, organizationId } = actor
    const setting = await findSetting(tx, organizationId)
    const rightCount = test.answers.filter(({ right }) => right).length
    const first = await insertAttempt(tx, {
      ...{
        id: test.id,
        jurisdictionId,
        organizationId,
        memberId,
        course: course.slug,
        version: course.version,
      },
      answers: JSON.stringify(test.answers),
      ...{ askedCount: test.answers.length, rightCount, passMark: setting.passMark },
    })
    const attempt = await selectAttempt(tx, test.id, memberId)
    if (!first || !attempt) return attempt
    if (attempt.passed) {
      const { timeZone } = await getCounty(tx, jurisdictionId)
      const name = (await findMembers(tx, [memberId])).get(memberId)?.name ?? ''
      const score = Math.floor((100 * rightCount) / test.answers.length)
      await insertCompletions(tx, [
        completionOf(actor, setting, {
          ...{ member: { id: memberId, name }, course, on: dayAt(now, timeZone), how: 'online', score },
          ...{ attemptId: test.id, from: test.id },
        }),
      ])
    }
    await record(tx, {
      ...{
        action: 'training.finish-test',
        subjectKind: 'training-attempt',
        subjectIds: [test.id],
        outcome: 'done',
      },
      detail: { course: course.slug, passed: attempt.passed },
    })
    return attempt
  })

/** A test of the actor's own. */
export const findAttempt = (
  asActor: AsActor,
  actor: MemberActor,
  id: string,
): Promise<AttemptRow | undefined> => asActor(actor, (tx) => selectAttempt(tx, id, actor.memberId))
