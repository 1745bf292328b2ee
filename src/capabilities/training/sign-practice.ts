import { record } from '#audit'
import { getCounty, listColleagues } from '#identity'
import type { MemberActor } from '#kernel/actor.ts'
import { dayAt } from '#kernel/calendar-day.ts'
import type { Refusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { findSetting } from './change-setting.ts'
import { insertCompletions } from './completion.store.ts'
import { type CourseCard, completionOf } from './completion.ts'

/**
 * An instructor signs that somebody showed with their hands what a course teaches. Everything on the list has to be seen;
 * nobody signs for themselves.
 *
 * @param input.id made with the form, so that sending twice is signing once
 * @param input.checked what was seen, in the words of the list
 */
export const signPractice = (
  asActor: AsActor,
  actor: MemberActor,
  course: CourseCard & { readonly practice: readonly string[] },
  input: { readonly id: string; readonly memberId: string; readonly checked: readonly string[] },
  now: Date,
): Promise<{ readonly name: string } | Refusal<'not-here' | 'own-practice' | 'not-all-seen'>> =>
  asActor(actor, async (tx) => {
    if (input.memberId === actor.memberId) return { refused: 'own-practice' }
    if (!course.practice.every((step) => input.checked.includes(step))) return { refused: 'not-all-seen' }
    const member = (await listColleagues(tx, [actor.organizationId])).find(({ id }) => id === input.memberId)
    if (!member) return { refused: 'not-here' }
    const setting = await findSetting(tx, actor.organizationId)
    const { timeZone } = await getCounty(tx, actor.jurisdictionId)
    const written = await insertCompletions(tx, [
      completionOf(actor, setting, {
        ...{ member, course, on: dayAt(now, timeZone), how: 'instructor', part: 'practice' },
        ...{ checked: course.practice, from: input.id },
      }),
    ])
    if (written > 0)
      await record(tx, {
        ...{ action: 'training.sign-practice', subjectKind: 'member', subjectIds: [member.id] },
        ...{ outcome: 'done', detail: { course: course.slug } },
      })
    return { name: member.name }
  })
