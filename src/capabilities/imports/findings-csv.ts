import type { KeptFinding } from './import.ts'

/**
 * Rows that were left out as CSV (RFC 4180): as they came, with their line and what is wrong before them, so that they can
 * be mended and imported by themselves.
 *
 * @param columns of the table; none where the file was no table
 */
export const findingsCsv = (columns: readonly string[], findings: readonly KeptFinding[]): string =>
  [
    ['Row', 'What is wrong', ...(columns.length > 0 ? columns : ['Place'])],
    ...findings.map(({ row, says, field, cells, place }) => [
      String(row),
      field ? `${field}: ${says}` : says,
      ...(cells ?? [place]),
    ]),
  ]
    .map((cells) => `${cells.map(cell).join(',')}\r\n`)
    .join('')

/** A spreadsheet runs a cell that begins like a formula (CWE-1236); an apostrophe keeps it a text. */
const cell = (text: string): string => `"${text.replace(/^[=+\-@\t\r]/, "'$&").replaceAll('"', '""')}"`
