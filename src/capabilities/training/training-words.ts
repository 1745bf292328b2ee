import { capital } from '#design'
import type { Day } from '#kernel/calendar-day.ts'
import { dayWords } from '#kernel/calendar-day.ts'
import type { Gated, GateMode } from './setting.ts'
import type { Standing } from './standing.ts'

/** What training can stand before, after “may not”. */
export const GATED_WORDS: Readonly<Record<Gated, string>> = {
  carry: 'carry naloxone',
  'leave-behind': 'leave naloxone behind',
  refer: 'refer a person',
}

export const GATE_MODE_WORDS: Readonly<Record<GateMode, string>> = {
  off: 'Nothing hangs on it',
  warn: 'Warn, and let them',
  block: 'Stop them',
}

/** How somebody stands with a course, as a word for its shape. */
export const STANDING_WORDS: Readonly<Record<Standing['is'], string>> = {
  current: 'Trained',
  'ends-soon': 'Ends soon',
  due: 'Due',
  overdue: 'Late',
}

/** The same with its day. */
export const standingLine = (standing: Standing): string => {
  switch (standing.is) {
    case 'current':
      return standing.until ? `Trained through ${dayWords(standing.until, 'en')}` : 'Trained'
    case 'ends-soon':
      return `Trained through ${dayWords(standing.until, 'en')}: take it again before`
    case 'due':
      return `Due by ${dayWords(standing.by, 'en')}`
    case 'overdue':
      return `Late since ${dayWords(standing.by, 'en')}`
  }
}

/** Of courses that nobody knows any more the slug says what it was. */
export const titleIn =
  (courses: readonly { readonly slug: string; readonly title: string }[]) =>
  (slug: string): string =>
    courses.find((one) => one.slug === slug)?.title ?? capital(slug.replaceAll('-', ' '))

/** “May not carry naloxone today”, or “should not”. */
export const stoppedWords = (what: Gated, { mode }: { readonly mode: GateMode }): string =>
  `${mode === 'block' ? 'May not' : 'Should not'} ${GATED_WORDS[what]} today.`

/** What is missing for it, by name. */
export const missingWords = (
  { missing }: { readonly missing: readonly { readonly course: string; readonly part: string }[] },
  titleOf: (slug: string) => string,
): string => {
  const names = missing.map(({ course, part }) =>
    part === 'practice' ? `hands-on practice for “${titleOf(course)}”` : `“${titleOf(course)}”`,
  )
  return `Missing: ${new Intl.ListFormat('en').format(names)}.`
}

/** A day, or that there is none. */
export const untilWords = (until: Day | null | undefined): string =>
  until ? `through ${dayWords(until, 'en')}` : 'for good'
