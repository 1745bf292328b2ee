/**
 * The eleven holidays of 5 U.S.C. 6103(a), with the weekday on which one that falls on a weekend is kept (6103(b)).
 * Inauguration Day is left out: only around Washington is it one.
 */
export const FEDERAL_HOLIDAYS = {
  'new-year': 'New Year’s Day',
  king: 'Martin Luther King Jr. Day',
  washington: 'Washington’s Birthday',
  memorial: 'Memorial Day',
  juneteenth: 'Juneteenth',
  independence: 'Independence Day',
  labor: 'Labor Day',
  columbus: 'Columbus Day',
  veterans: 'Veterans Day',
  thanksgiving: 'Thanksgiving Day',
  christmas: 'Christmas Day',
} as const
export type FederalHoliday = keyof typeof FEDERAL_HOLIDAYS

const DAY = 86_400_000
const MONDAY = 1
const THURSDAY = 4
const JUNETEENTH_SINCE = 2021

/**
 * The holiday on a day, whether it falls there or is kept there; undefined where there is none.
 *
 * @param day the days from 1 January 1970, as `localDay` counts them
 */
export const federalHolidayOn = (day: number): FederalHoliday | undefined => {
  const year = new Date(day * DAY).getUTCFullYear()
  // New Year's Day on a Saturday is kept on the last day of the year before.
  for (const [holiday, falls] of [...holidaysOf(year), ...holidaysOf(year + 1).slice(0, 1)])
    if (falls === day || keptOn(falls) === day) return holiday
  return undefined
}

const years = new Map<number, readonly (readonly [FederalHoliday, number])[]>()

const holidaysOf = (year: number) => {
  const known = years.get(year)
  if (known) return known
  const on = (month: number, date: number) => Date.UTC(year, month - 1, date) / DAY
  const made: readonly (readonly [FederalHoliday, number])[] = [
    ['new-year', on(1, 1)],
    ['king', nth(3, MONDAY, on(1, 1))],
    ['washington', nth(3, MONDAY, on(2, 1))],
    ['memorial', nth(1, MONDAY, on(5, 25))],
    ...(year >= JUNETEENTH_SINCE ? [['juneteenth', on(6, 19)] as const] : []),
    ['independence', on(7, 4)],
    ['labor', nth(1, MONDAY, on(9, 1))],
    ['columbus', nth(2, MONDAY, on(10, 1))],
    ['veterans', on(11, 11)],
    ['thanksgiving', nth(4, THURSDAY, on(11, 1))],
    ['christmas', on(12, 25)],
  ]
  years.set(year, made)
  return made
}

/** The nth such weekday (0 Sunday … 6) on or after a day. */
const nth = (count: number, weekday: number, from: number): number =>
  from + ((weekday - weekdayOf(from) + 7) % 7) + (count - 1) * 7

const weekdayOf = (day: number): number => new Date(day * DAY).getUTCDay()

const keptOn = (day: number): number => {
  const weekday = weekdayOf(day)
  return weekday === 6 ? day - 1 : weekday === 0 ? day + 1 : day
}
