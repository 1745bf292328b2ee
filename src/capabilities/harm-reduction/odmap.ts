import type { NaloxoneReport } from './naloxone.ts'

const COLUMNS = ['Date/Time', 'Location', 'Fatal/Non-fatal', 'Naloxone']

/** Doses as ODMAP takes them: how many were given, or that it is not known. */
const dosesOf = (doses: number | null): string => {
  if (doses === null) return 'Unknown'
  if (doses === 0) return 'Not administered'
  return doses === 1 ? 'Single dose' : 'Multiple doses'
}

const FATAL = { yes: 'Non-fatal', no: 'Fatal', unknown: 'Unknown' } as const

/** A cell that begins like a formula would be run by a spreadsheet; an apostrophe before it makes it text. */
const cell = (text: string): string =>
  `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`

/**
 * Reports as CSV (RFC 4180) in ODMAP's four fields and no other: when, where about, whether somebody died, and naloxone.
 * A line is a person; nobody is named, because the reports name nobody.
 */
export const odmapCsv = (
  reports: readonly Pick<NaloxoneReport, 'occurredAt' | 'zip' | 'crossing' | 'survived' | 'doses'>[],
): string =>
  [
    COLUMNS,
    ...reports.map(({ occurredAt, zip, crossing, survived, doses }) => [
      occurredAt.toISOString(),
      crossing ? `${crossing}, ${zip}` : zip,
      FATAL[survived],
      dosesOf(doses),
    ]),
  ]
    .map((cells) => `${cells.map(cell).join(',')}\r\n`)
    .join('')
