import type { Finding } from './take-in.ts'

const KINDS = {
  'left-out': 'that could not be used',
  'not-hsds': 'attributes that HSDS 3.1 does not have, left out',
} as const

const SHOWN = 5

/** Findings as a person reads them on a terminal: how many of each kind, and the first few. */
export const findingLines = (findings: readonly Finding[]): string[] =>
  (Object.keys(KINDS) as (keyof typeof KINDS)[]).flatMap((kind) => {
    const found = findings.filter((finding) => finding.kind === kind)
    if (found.length === 0) return []
    const rest = found.length - SHOWN
    return [
      `${found.length.toLocaleString('en-US')} ${KINDS[kind]}`,
      ...found
        .slice(0, SHOWN)
        .map(({ where, line, detail }) => printable(`  ${where}, line ${line}: ${detail}`)),
      ...(rest > 0 ? [`  and ${rest.toLocaleString('en-US')} more`] : []),
    ]
  })

/** All findings as CSV (RFC 4180) in the order of the file. */
export const findingsCsv = (findings: readonly Finding[]): string =>
  [
    'where,line,kind,detail',
    ...findings.map(({ where, line, kind, detail }) => [cell(where), line, kind, cell(detail)].join(',')),
    '',
  ].join('\r\n')

/** A spreadsheet runs a cell that begins like a formula (CWE-1236); an apostrophe keeps it a text. */
const cell = (text: string): string => `"${text.replace(/^[=+\-@\t\r]/, "'$&").replaceAll('"', '""')}"`

/** What a file says comes from outside: what would move the cursor or change colors on a terminal is left out. */
const printable = (text: string): string => text.replace(/[\p{Cc}\p{Cf}]/gu, ' ')
