import { record } from '#audit'
import { getCounty, listColleagues } from '#identity'
import type { MemberActor } from '#kernel/actor.ts'
import { dayAt } from '#kernel/calendar-day.ts'
import { isRefusal } from '#kernel/refusal.ts'
import type { AsActor, Tx } from '#platform/database/as-actor.ts'
import { findSetting } from './change-setting.ts'
import { insertCompletions } from './completion.store.ts'
import { type CourseCard, completionOf } from './completion.ts'
import { readLearningFile } from './read-learning-file.ts'

/** How many certificates are written in one statement. */
const AT_ONCE = 500

const readWithin = async (
  tx: Tx,
  actor: MemberActor,
  text: string,
  courses: readonly CourseCard[],
  now: Date,
) => {
  const [people, { timeZone }] = await Promise.all([
    listColleagues(tx, [actor.organizationId]),
    getCounty(tx, actor.jurisdictionId),
  ])
  return readLearningFile(text, { people, courses, today: dayAt(now, timeZone) })
}

/** What a file of another system would add, line by line, before anything is written. */
export const previewLearning = (
  asActor: AsActor,
  actor: MemberActor,
  text: string,
  courses: readonly CourseCard[],
  now: Date,
) => asActor(actor, (tx) => readWithin(tx, actor, text, courses, now))

/**
 * Writes down what another system says was finished. A line that was recorded before is not recorded again, so that the same
 * file can come every week.
 *
 * @returns how many certificates are new, and how many lines were left out
 */
export const recordLearning = (
  asActor: AsActor,
  actor: MemberActor,
  text: string,
  courses: readonly CourseCard[],
  now: Date,
) =>
  asActor(actor, async (tx) => {
    const lines = await readWithin(tx, actor, text, courses, now)
    if (isRefusal(lines)) return lines
    const setting = await findSetting(tx, actor.organizationId)
    const completions = lines.flatMap((line) => {
      if (!('matched' in line)) return []
      const { memberId, name, course: slug, title, on, until, score } = line.matched
      return [
        completionOf(actor, setting, {
          ...{ member: { id: memberId, name }, course: { slug, title }, on, until, score },
          ...{ how: 'other-system', from: `other-system ${on}` },
        }),
      ]
    })
    let added = 0
    for (let at = 0; at < completions.length; at += AT_ONCE)
      added += await insertCompletions(tx, completions.slice(at, at + AT_ONCE))
    const leftOut = lines.length - completions.length
    await record(tx, {
      ...{
        action: 'training.record-learning',
        subjectKind: 'organization',
        subjectIds: [actor.organizationId],
      },
      ...{ outcome: 'done', detail: { added, leftOut } },
    })
    return { added, leftOut, known: completions.length - added }
  })
