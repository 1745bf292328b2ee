import { localDay } from './hours.ts'

/** A quarter of a year: 2026-Q3 is July to September. */
export type Quarter = { readonly year: number; readonly number: 1 | 2 | 3 | 4 }

const DAY_MS = 86_400_000

/** The quarter before the one that runs now, by the clock of a zone. */
export const lastEndedQuarter = (zone: string, now: Date): Quarter => {
  const today = new Date(localDay(zone, now) * DAY_MS)
  const running = { year: today.getUTCFullYear(), number: Math.floor(today.getUTCMonth() / 3) + 1 } as Quarter
  return quarterBefore(running)
}

/** The quarter before another. */
export const quarterBefore = ({ year, number }: Quarter): Quarter =>
  number === 1 ? { year: year - 1, number: 4 } : { year, number: (number - 1) as Quarter['number'] }

/** As it is written in an address: 2026-Q3. */
export const quarterCode = ({ year, number }: Quarter): string => `${year}-Q${number}`

/** Reads such a code; undefined when it is none. */
export const readQuarter = (code: string): Quarter | undefined => {
  const found = /^(20\d\d)-Q([1-4])$/.exec(code)
  return found ? { year: Number(found[1]), number: Number(found[2]) as Quarter['number'] } : undefined
}

/** The first days of its months, such as 2026-07-01. */
export const monthsOf = ({ year, number }: Quarter): readonly string[] =>
  [2, 1, 0].map((back) => `${year}-${String(number * 3 - back).padStart(2, '0')}-01`)

const NAMES = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
]

/** The name of the month of such a day. */
export const monthName = (day: string): string => NAMES[Number(day.slice(5, 7)) - 1] ?? day

/** “July to September 2026” */
export const quarterWords = (quarter: Quarter): string => {
  const [first = '', , last = ''] = monthsOf(quarter)
  return `${monthName(first)} to ${monthName(last)} ${quarter.year}`
}
