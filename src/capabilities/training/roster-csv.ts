import type { CompletionRow } from './completion.store.ts'
import type { How } from './training.table.ts'

/** Somebody of the organization, for a state board or another system. */
type Person = { readonly name: string; readonly title: string | null; readonly email: string }

const COLUMNS = [
  ...[
    'Name',
    'Title',
    'Email',
    'Course',
    'Course ID',
    'Part',
    'Version',
    'Completed',
    'Expires',
    'Method',
    'Minutes',
  ],
  ...['Score', 'Certificate'],
]

const METHODS: Readonly<Record<How, string>> = {
  ...{ online: 'Online', classroom: 'Classroom', instructor: 'Practical', 'other-system': 'Other system' },
}

/** Who finished what, as CSV (RFC 4180) with days as 2027-02-22: a line a certificate that was not revoked. */
export const rosterCsv = (
  completions: readonly CompletionRow[],
  people: ReadonlyMap<string, Person>,
): string =>
  [
    COLUMNS,
    ...completions.map((one) => {
      const person = people.get(one.memberId)
      return [
        ...[
          person?.name ?? one.name,
          person?.title,
          person?.email,
          one.title,
          one.course,
          one.part,
          one.version,
        ],
        ...[one.completedOn, one.expiresOn, METHODS[one.how], one.minutes, one.score, one.code],
      ]
    }),
  ]
    .map((cells) => `${cells.map(cell).join(',')}\r\n`)
    .join('')

/** A cell that begins like a formula would be run by a spreadsheet; an apostrophe before it makes it text. */
const cell = (value: string | number | null | undefined): string => {
  const text = String(value ?? '')
  return `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`
}
