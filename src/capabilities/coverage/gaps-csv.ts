import { type AreaCoverage, gapsOf, KIND_NAMES, KINDS } from './coverage.ts'

/** Some spreadsheets run what begins like this. */
const quoted = (value: string): string => {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** The whole table as RFC 4180: miles to the nearest of each kind, empty where none is known, and what is missing. */
export const gapsCsv = (areas: readonly AreaCoverage[], miles: number): string =>
  [
    ['Area', 'County', ...KIND_NAMES.map((kind) => `${KINDS[kind]} (miles)`), `None within ${miles} miles`],
    ...areas.map((one) => [
      one.area.name,
      one.area.county,
      ...KIND_NAMES.map((kind) => one.nearest[kind]?.toFixed(1) ?? ''),
      gapsOf(one, miles)
        .map((kind) => KINDS[kind])
        .join('; '),
    ]),
  ]
    .map((line) => `${line.map(quoted).join(',')}\r\n`)
    .join('')
