import { localDay } from './hours.ts'

/** A day on a calendar, as `2027-02-22`. */
export type Day = string

const DAY_MS = 86_400_000
const QUARTER_HOUR_MS = 900_000

/** The day that it is by the clock of a zone. */
export const dayAt = (at: Date, zone: string): Day =>
  new Date(localDay(zone, at) * DAY_MS).toISOString().slice(0, 10)

/** So many days later, or earlier when negative. */
export const addDays = (day: Day, days: number): Day =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)

/** A day that was typed in three parts; undefined when there is no such day. */
export const readDay = (year: string, month: string, date: string): Day | undefined => {
  if (!/^\d{4}$/.test(year) || !/^\d{1,2}$/.test(month) || !/^\d{1,2}$/.test(date)) return undefined
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  const at = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day) ? day : undefined
}

/**
 * The last moment of a day by the clock of a zone, to the millisecond: “until March 4” holds through March 4, and still
 * is March 4 wherever it is shown. Midnight is looked for in quarter hours, because that is how zones differ, and a night
 * on which the clock is moved has its own length.
 */
export const endOfDay = (day: Day, zone: string): Date => {
  const next = Date.parse(day) / DAY_MS + 1
  let at = next * DAY_MS - DAY_MS
  while (localDay(zone, new Date(at)) < next) at += QUARTER_HOUR_MS
  return new Date(at - 1)
}

const MONTHS = {
  en: [
    ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
    ...['August', 'September', 'October', 'November', 'December'],
  ],
  es: [
    ...['enero', 'febrero', 'marzo', 'abril', 'mayo', 'junio', 'julio'],
    ...['agosto', 'septiembre', 'octubre', 'noviembre', 'diciembre'],
  ],
} as const

/**
 * A day as it is read: “February 22, 2027”, “22 de febrero de 2027”. Our own months, because what somebody signed must not
 * hang on a library's.
 */
export const dayWords = (day: Day, language: 'en' | 'es'): string => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const name = MONTHS[language][month - 1] ?? ''
  return language === 'es' ? `${date} de ${name} de ${year}` : `${name} ${date}, ${year}`
}
