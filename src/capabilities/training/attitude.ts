import { addDays, type Day } from '#kernel/calendar-day.ts'

/** When people are asked what they think, in the same words. */
export const ATTITUDE_MOMENTS = ['before', 'after', '30-days', '6-months'] as const
export type AttitudeMoment = (typeof ATTITUDE_MOMENTS)[number]

/** Of fewer people nothing is shown: somebody could tell who they are. */
export const SMALLEST_GROUP = 11

const LATER: readonly (readonly [AttitudeMoment, number])[] = [
  ['6-months', 182],
  ['30-days', 30],
]
/** A survey that nobody answered in time is let go: the answer would not be of that moment. */
const OPEN_DAYS = 45

/** Which survey somebody is asked for now who finished a course on a day; undefined: none. */
export const askedNow = (
  completedOn: Day,
  answered: readonly string[],
  today: Day,
): AttitudeMoment | undefined =>
  LATER.find(([moment, days]) => {
    const from = addDays(completedOn, days)
    return today >= from && today <= addDays(from, OPEN_DAYS) && !answered.includes(moment)
  })?.[0]

/**
 * Of answers those that may be counted today: whole months that are over, taken up in their order whenever at least eleven
 * have come together. So what is shown never changes by fewer than eleven, and nobody works out one answer from two looks.
 */
export const settled = <Answer extends { readonly month: Day }>(
  answers: readonly Answer[],
  thisMonth: Day,
): readonly Answer[] => {
  const shown: Answer[] = []
  let waiting: Answer[] = []
  const months = [...new Set(answers.map(({ month }) => month))].filter((month) => month < thisMonth).sort()
  for (const month of months) {
    waiting.push(...answers.filter((one) => one.month === month))
    if (waiting.length < SMALLEST_GROUP) continue
    shown.push(...waiting)
    waiting = []
  }
  return shown
}

/** From 1 “not at all” to 5 “fully”. */
export const SCALE = [1, 2, 3, 4, 5] as const

/** What a group thinks of one sentence: the mean, and how far the mean of other such groups could lie (95 of 100). */
export type GroupMean = {
  readonly people: number
  readonly mean: number
  readonly low: number
  readonly high: number
}

/**
 * The mean of answers with its 95 percent interval (Student's t, because groups are small); undefined of fewer than eleven.
 * An item that is asked the other way round is turned, so that higher is always what the course hopes for.
 */
export const groupMean = (answers: readonly number[], isReversed: boolean): GroupMean | undefined => {
  const people = answers.length
  if (people < SMALLEST_GROUP) return undefined
  const values = isReversed ? answers.map((one) => 6 - one) : answers
  const mean = values.reduce((sum, one) => sum + one, 0) / people
  const variance = values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (people - 1)
  const reach = tFor(people - 1) * Math.sqrt(variance / people)
  return { people, mean, low: Math.max(1, mean - reach), high: Math.min(5, mean + reach) }
}

/**
 * The two-sided 95 percent point of Student's t, by the expansion of Cornish and Fisher (Abramowitz and Stegun 26.7.5);
 * from ten degrees of freedom on it is right to three places.
 */
const tFor = (freedom: number): number => {
  const z = 1.959964
  const first = (z ** 3 + z) / 4
  const second = (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96
  const third = (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384
  return z + first / freedom + second / freedom ** 2 + third / freedom ** 3
}
