import { parse } from 'csv-parse/sync'
import { type Day, readDay } from '#kernel/calendar-day.ts'
import type { Refusal } from '#kernel/refusal.ts'

/** Somebody of the organization, and a course, as a file of another system can name them. */
type Known = {
  readonly people: readonly { readonly id: string; readonly name: string; readonly email: string }[]
  readonly courses: readonly { readonly slug: string; readonly title: string }[]
  readonly today: Day
}

/** What a line of the file says, once it is matched. */
export type MatchedLine = {
  readonly memberId: string
  readonly name: string
  readonly course: string
  readonly title: string
  readonly on: Day
  readonly until: Day | undefined
  readonly score: number | undefined
}

export type LearningLine = { readonly line: number } & (
  | { readonly matched: MatchedLine; readonly by: 'email' | 'name' }
  | { readonly refused: 'nobody' | 'several' | 'no-course' | 'no-day' | 'day-to-come'; readonly said: string }
)

/** The names under which systems export what we look for, the surest first; compared by their letters alone. */
const COLUMNS = {
  email: ['email', 'emailaddress', 'useremail', 'workemail', 'login', 'username'],
  name: [
    'name',
    'fullname',
    'displayname',
    'officer',
    'officername',
    'student',
    'studentname',
    'user',
    'learner',
    'employee',
    'username',
  ],
  first: ['firstname', 'first', 'givenname'],
  last: ['lastname', 'last', 'surname', 'familyname'],
  course: ['course', 'coursename', 'coursetitle', 'courseid', 'title', 'class', 'document', 'training'],
  on: [
    'completed',
    'completedon',
    'completiondate',
    'datecompleted',
    'completeddate',
    'date',
    'signeddate',
    'finished',
  ],
  until: ['expires', 'expireson', 'expiration', 'expirationdate', 'expirydate', 'validuntil'],
  score: ['score', 'grade', 'result', 'percent', 'testscore'],
} as const

const MOST_LINES = 20_000

const letters = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()

/** A name without rank and in any order: “Reyes, T.” and “Officer T. Reyes” are one. */
const nameKey = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !RANKS.has(word))
    .toSorted()
    .join(' ')

const RANKS = new Set(
  'officer ofc off sgt sergeant lt lieutenant cpt capt captain cpl corporal det detective dep deputy chief trooper'.split(
    ' ',
  ),
)

/**
 * Reads what another learning system says was finished: CSV with a column for the person (e-mail, or name), one for the
 * course and one for the day. A person is matched by e-mail, or else by name if exactly one has it.
 *
 * @returns a finding for each line, or why the file cannot be read as a whole
 */
export const readLearningFile = (
  text: string,
  { people, courses, today }: Known,
):
  | readonly LearningLine[]
  | Refusal<'no-table' | 'no-person-column' | 'no-course-column' | 'no-day-column' | 'too-long'> => {
  const rows = readRows(text)
  const [head, ...lines] = rows ?? []
  if (!head || head.length < 2) return { refused: 'no-table' }
  if (lines.length > MOST_LINES) return { refused: 'too-long' }
  const titles = head.map(letters)
  const at = (column: keyof typeof COLUMNS): number =>
    COLUMNS[column].map((name) => titles.indexOf(name)).find((index) => index >= 0) ?? -1
  if (at('email') < 0 && at('name') < 0 && at('last') < 0) return { refused: 'no-person-column' }
  if (at('course') < 0) return { refused: 'no-course-column' }
  if (at('on') < 0) return { refused: 'no-day-column' }
  const byEmail = new Map(people.map((one) => [one.email, one]))
  const byName = Map.groupBy(people, ({ name }) => nameKey(name))
  const byCourse = new Map(courses.flatMap((one) => [one.slug, one.title].map((key) => [letters(key), one])))
  return lines.map((cells, index): LearningLine => {
    const line = index + 2
    const said = (column: keyof typeof COLUMNS): string => cells[at(column)]?.trim() ?? ''
    const email = said('email').toLowerCase()
    const name = said('name') || `${said('first')} ${said('last')}`.trim()
    const named = byName.get(nameKey(name)) ?? []
    const person = byEmail.get(email) ?? (named.length === 1 ? named[0] : undefined)
    if (!person) return { line, refused: named.length > 1 ? 'several' : 'nobody', said: email || name }
    const course = byCourse.get(letters(said('course')))
    if (!course) return { line, refused: 'no-course', said: said('course') }
    const on = readWrittenDay(said('on'))
    if (!on) return { line, refused: 'no-day', said: said('on') }
    if (on > today) return { line, refused: 'day-to-come', said: said('on') }
    const until = readWrittenDay(said('until'))
    const score = Number.parseFloat(said('score'))
    return {
      line,
      by: byEmail.has(email) ? 'email' : 'name',
      matched: {
        ...{ memberId: person.id, name: person.name, course: course.slug, title: course.title, on },
        until: until && until >= on ? until : undefined,
        score: score >= 0 && score <= 100 ? Math.round(score) : undefined,
      },
    }
  })
}

const readRows = (text: string): string[][] | undefined => {
  const first = text.split(/\r?\n/, 1)[0] ?? ''
  const delimiter =
    [',', ';', '\t'].toSorted((a, b) => first.split(b).length - first.split(a).length)[0] ?? ','
  try {
    return parse(text, { bom: true, relax_column_count: true, skip_empty_lines: true, delimiter })
  } catch {
    return undefined
  }
}

/** A day as systems write it: 2026-11-25, 11/25/2026, each with or without a time behind it. */
const readWrittenDay = (text: string): Day | undefined => {
  const [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:$|[T ])/.exec(text) ?? []
  if (year && month && day) return readDay(year, month, day.padStart(2, '0'))
  const [, m, d, y] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?:$|[ ,])/.exec(text) ?? []
  return y && m && d ? readDay(y, m, d.padStart(2, '0')) : undefined
}
