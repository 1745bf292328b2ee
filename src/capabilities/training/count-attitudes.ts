import { record } from '#audit'
import type { MemberActor } from '#kernel/actor.ts'
import type { Day } from '#kernel/calendar-day.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { selectAttitudes } from './attitude.store.ts'
import { ATTITUDE_MOMENTS, type AttitudeMoment, type GroupMean, groupMean, settled } from './attitude.ts'

/** One sentence of a course, as groups think of it; a moment is missing as long as fewer than eleven are counted. */
export type AttitudeLine = {
  readonly course: string
  readonly item: string
  readonly moments: Readonly<Partial<Record<AttitudeMoment, GroupMean>>>
}

/** A sentence that is asked in a course. */
type Asked = { readonly course: string; readonly id: string; readonly reversed: boolean }

/**
 * What the members of an organization think of each sentence, moment by moment, where eleven or more answered. Counted by a
 * job, because no member may read a single answer, of whatever role.
 *
 * @param thisMonth the first day of the month that is not over
 */
export const countAttitudes = async (
  asActor: AsActor,
  actor: MemberActor,
  asked: readonly Asked[],
  thisMonth: Day,
): Promise<readonly AttitudeLine[]> => {
  await asActor(actor, (tx) => record(tx, { action: 'training.count-attitudes', outcome: 'seen' }))
  const rows = await asActor({ kind: 'job', name: 'count-attitudes' }, (tx) =>
    selectAttitudes(tx, actor.organizationId),
  )
  const counted = new Map<string, readonly Readonly<Record<string, number>>[]>()
  const answersOf = (course: string, moment: AttitudeMoment) => {
    const key = `${course} ${moment}`
    const known =
      counted.get(key) ??
      settled(
        rows.filter((row) => row.course === course && row.moment === moment),
        thisMonth,
      ).map(({ answers }) => answers)
    counted.set(key, known)
    return known
  }
  return asked.map(({ course, id, reversed }) => {
    const moments: Partial<Record<AttitudeMoment, GroupMean>> = {}
    for (const moment of ATTITUDE_MOMENTS) {
      const answers = answersOf(course, moment).flatMap((one) => (one[id] === undefined ? [] : [one[id]]))
      const mean = groupMean(answers, reversed)
      if (mean) moments[moment] = mean
    }
    return { course, item: id, moments }
  })
}
