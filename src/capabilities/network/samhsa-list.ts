import { type Coordinates, milesBetween } from '#kernel/geo.ts'
import { findZip } from '#kernel/zip.ts'
import type { Finding } from './import-report.ts'
import type { ListedPlace } from './listed-place.ts'
import { siteKey } from './match-key.ts'

/** The columns of SAMHSA's treatment locator list, in this order. */
export const SAMHSA_COLUMNS = [
  'name1',
  'name2',
  'street1',
  'street2',
  'city',
  'state',
  'zip',
  'zip4',
  'county',
  'latitude',
  'longitude',
] as const

/**
 * One place for each name and address. Rows that are the same in every column are dropped; of rows that repeat a name
 * and address with other coordinates the one that fits the ZIP code is kept. Different names at one address are
 * different places.
 */
export const withoutRepeats = (
  rows: readonly ListedPlace[],
): { places: ListedPlace[]; findings: Finding[] } => {
  const kept = new Map<string, ListedPlace>()
  const findings: Finding[] = []
  for (const row of rows) {
    const key = siteKey(row)
    const before = kept.get(key)
    if (!before) {
      kept.set(key, row)
      continue
    }
    const finding = { line: row.line, place: row.name2 ? `${row.name1}, ${row.name2}` : row.name1 }
    if (isSame(before, row)) {
      findings.push({ ...finding, kind: 'duplicate', detail: `The same as line ${before.line}.` })
      continue
    }
    const better = milesFromZip(row) < milesFromZip(before) ? row : before
    kept.set(key, { ...better, zip4: before.zip4 || row.zip4, county: before.county || row.county })
    findings.push({ ...finding, kind: 'merged', detail: mergeDetail(before, row, better) })
  }
  return { places: [...kept.values()], findings }
}

const isSame = (one: ListedPlace, other: ListedPlace): boolean =>
  SAMHSA_COLUMNS.every((column) => one[column] === other[column])

const milesFromZip = (row: Coordinates & { zip: string }): number => {
  const home = findZip(row.zip)
  return home ? milesBetween(row, home) : 0
}

const mergeDetail = (before: ListedPlace, row: ListedPlace, better: ListedPlace): string => {
  const miles = milesBetween(before, row)
  const apart = miles < 1 ? `${Math.round(miles * 5280)} feet` : `${Math.round(miles)} miles`
  const other = better === row ? before : row
  return `Listed on line ${before.line} too, ${apart} apart. The position of line ${better.line} is kept; that of line ${other.line} is further from ZIP code ${row.zip}.`
}
