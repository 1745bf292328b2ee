import type { Refusal } from '#kernel/refusal.ts'

/** What an import found out about a list, row by row, and what came of it. */

export const FINDINGS = {
  skipped: 'left out',
  duplicate: 'exact duplicates',
  merged: 'the same place listed again with other details',
  zip: 'ZIP codes that had lost their leading zeros',
  zip4: 'ZIP+4 parts that had lost their leading zeros',
  far: 'far from their own ZIP code: stored as listed, worth a look',
  withheld: 'without a published street address',
} as const
export type FindingKind = keyof typeof FINDINGS

export type Finding = {
  /** The line of the file, or for a list without lines the number of the row; both count from 1. */
  readonly line: number
  readonly kind: FindingKind
  readonly place: string
  readonly detail: string
}

/** Why a file was not imported at all, in a sentence for whoever has the file. Nothing was written. */
export type ListRefusal = Refusal<
  | 'unreadable'
  | 'not-text'
  | 'wrong-columns'
  | 'wrong-shape'
  | 'row-too-long'
  | 'too-long'
  | 'empty'
  | 'too-many-bad-rows'
> & { readonly explanation: string; readonly findings: readonly Finding[] }

/** What came of each row. `created`, `updated` and `unchanged` count sites. */
export type ImportCounts = { readonly created: number; readonly updated: number; readonly unchanged: number }

/** A list may have this share of rows that cannot be used, and always this many; more means that it is not the list it claims to be. */
const BAD_SHARE = 0.05
const BAD_ALWAYS = 3

/** Refuses a list of which too little can be used. */
export const refuseIfTooBad = (read: number, findings: readonly Finding[]): ListRefusal | undefined => {
  const bad = findings.filter(({ kind }) => kind === 'skipped').length
  if (bad < read && (bad <= BAD_ALWAYS || bad <= read * BAD_SHARE)) return undefined
  return {
    refused: 'too-many-bad-rows',
    explanation: `${bad} of ${read} rows cannot be used, which is more than 5 %. Correct them and try again.`,
    findings,
  }
}

const count = (findings: readonly Finding[], kind: FindingKind): number =>
  findings.filter((finding) => finding.kind === kind).length

/** The one line for programs. */
export const summary = (read: number, counts: ImportCounts, findings: readonly Finding[]) => ({
  read,
  ...counts,
  skipped: count(findings, 'skipped'),
  duplicates: count(findings, 'duplicate') + count(findings, 'merged'),
  repaired: count(findings, 'zip') + count(findings, 'zip4'),
  exactDuplicates: count(findings, 'duplicate'),
  merged: count(findings, 'merged'),
  repairedZips: count(findings, 'zip'),
  repairedZip4s: count(findings, 'zip4'),
  farFromZip: count(findings, 'far'),
  withheldAddresses: count(findings, 'withheld'),
})

const SHOWN = 3

/** Findings as a person reads them on a terminal: how many of each kind, and the first few. */
export const findingLines = (findings: readonly Finding[], unit: 'line' | 'row'): string[] =>
  (Object.keys(FINDINGS) as FindingKind[]).flatMap((kind) => {
    const found = findings.filter((finding) => finding.kind === kind)
    if (found.length === 0) return []
    const rest = found.length - SHOWN
    return [
      `${found.length.toLocaleString('en-US')} ${FINDINGS[kind]}`,
      ...found
        .slice(0, SHOWN)
        .map(({ line, place, detail }) => printable(`  ${unit} ${line}: ${place}. ${detail}`)),
      ...(rest > 0 ? [`  and ${rest.toLocaleString('en-US')} more`] : []),
    ]
  })

/** All findings as CSV (RFC 4180) in the order of the file. */
export const findingsCsv = (findings: readonly Finding[]): string =>
  [
    'line,kind,place,detail',
    ...findings
      .toSorted((a, b) => a.line - b.line)
      .map(({ line, kind, place, detail }) => [line, kind, cell(place), cell(detail)].join(',')),
    '',
  ].join('\r\n')

/** A spreadsheet runs a cell that begins like a formula (CWE-1236); an apostrophe keeps it a text. */
const cell = (text: string): string => `"${text.replace(/^[=+\-@\t\r]/, "'$&").replaceAll('"', '""')}"`

/** Names come from outside: what would move the cursor or change colors on a terminal is left out. */
export const printable = (text: string): string => text.replace(/[\p{Cc}\p{Cf}]/gu, ' ')
