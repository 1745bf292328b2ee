import { type Lang, timeWords } from './words.ts'

const nbsp = '\u00a0'
const minute = 60_000
const hour = 60 * minute
const locales = { en: 'en-US', es: 'es-US' } as const

/** Where and in which language a time is read: the agency's IANA zone, never the server's. */
export type Reader = { zone: string; lang?: Lang | undefined }

const formats = new Map<string, Intl.DateTimeFormat>()

const format = (at: Date, { zone, lang = 'en' }: Reader, options: Intl.DateTimeFormatOptions): string => {
  const key = `${zone} ${lang} ${Object.entries(options).join(' ')}`
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locales[lang], { ...options, timeZone: zone })
  formats.set(key, known)
  return known.format(at)
}

/** "2:46 AM"; the space before AM never breaks. */
export const clockTime = (at: Date, reader: Reader): string =>
  format(at, reader, { hour: 'numeric', minute: '2-digit', hour12: true }).replace(/\s/g, nbsp)

const dayFormats = new Map<string, Intl.DateTimeFormat>()

/** A calendar day as numbers. Kept, because making one takes longer than all that a row of a list does with it. */
const dayFormat = (zone: string): Intl.DateTimeFormat => {
  const known = dayFormats.get(zone) ?? new Intl.DateTimeFormat('en-CA', { timeZone: zone })
  dayFormats.set(zone, known)
  return known
}

/** How many midnights lie between two moments in the reader's zone: 0 the same day, 1 tomorrow, -1 yesterday. */
export const daysApart = (from: Date, to: Date, reader: Reader): number => {
  const dayNumber = (at: Date) => {
    const [year, month, day] = dayFormat(reader.zone).format(at).split('-').map(Number)
    return Date.UTC(year ?? 0, (month ?? 1) - 1, day) / (24 * hour)
  }
  return dayNumber(to) - dayNumber(from)
}

/** "March 2", and "March 2, 2025" when it is not this year. */
export const dayName = (at: Date, now: Date, reader: Reader): string => {
  const year = (moment: Date) => format(moment, reader, { year: 'numeric' })
  const sameYear = year(at) === year(now)
  return format(at, reader, { month: 'long', day: 'numeric', ...(sameYear ? {} : { year: 'numeric' }) })
}

/**
 * A length of time in one or two units, never negative: "18 min", "1 h 30 min", "14 h", "3 days".
 * Up to three hours it is exact to the minute, up to 36 hours to the hour.
 *
 * @param ms milliseconds; partial minutes go up with `ceil` (what is left) and down with `floor` (what has passed)
 */
export const spanWords = (ms: number, round: 'ceil' | 'floor', lang: Lang = 'en'): string => {
  const words = timeWords[lang]
  const minutes = Math.max(0, Math[round](ms / minute))
  if (minutes < 60) return `${minutes}${nbsp}${words.minutes}`
  const rest = minutes % 60
  if (minutes < 180) {
    const hours = `${Math.floor(minutes / 60)}${nbsp}${words.hours}`
    return rest === 0 ? hours : `${hours} ${rest}${nbsp}${words.minutes}`
  }
  const hours = Math.round(minutes / 60)
  if (hours < 36) return `${hours}${nbsp}${words.hours}`
  return dayCount(Math.round(hours / 24), lang)
}

const dayCount = (count: number, lang: Lang): string => `${count}${nbsp}${timeWords[lang].days(count)}`

/** "in 2 h", "18 min ago", "now" within the minute; from 36 hours on by calendar days, "in 3 days". */
export const relativeTime = (at: Date, now: Date, reader: Reader): string => {
  const lang = reader.lang ?? 'en'
  const words = timeWords[lang]
  const ahead = at.getTime() - now.getTime()
  const length = Math.abs(ahead)
  if (length < minute) return words.now
  const span =
    length < 36 * hour
      ? spanWords(length, ahead > 0 ? 'ceil' : 'floor', lang)
      : dayCount(Math.abs(daysApart(now, at, reader)), lang)
  return ahead > 0 ? words.inA(span) : words.ago(span)
}

/** The moment itself, as near as it needs: "4:10 PM", "tomorrow 8:00 AM", "Sunday 10:20 AM", "March 2". */
const absolute = (at: Date, now: Date, reader: Reader, sayToday: boolean): string => {
  const words = timeWords[reader.lang ?? 'en']
  const clock = clockTime(at, reader)
  const days = daysApart(now, at, reader)
  if (days === 0) return sayToday ? `${words.today} ${clock}` : clock
  if (days === 1) return `${words.tomorrow} ${clock}`
  if (days === -1) return `${words.yesterday} ${clock}`
  if (Math.abs(days) < 7) return `${format(at, reader, { weekday: 'long' })} ${clock}`
  return dayName(at, now, reader)
}

/** When something happened or will: "today 2:16 AM", "yesterday 11:40 PM", "Sunday 10:20 AM", "March 2". */
export const stamp = (at: Date, now: Date, reader: Reader): string => absolute(at, now, reader, true)

/** All of it, for records that must be exact: "Sunday, March 7, 10:20 AM", with the year when it is another. */
export const exactTime = (at: Date, now: Date, reader: Reader): string =>
  `${format(at, reader, { weekday: 'long' })}, ${dayName(at, now, reader)}, ${clockTime(at, reader)}`

/** A day of the calendar, given as `2027-01-04`, which belongs to no zone: "Monday, January 4", with the year when it is another. */
export const calendarDay = (day: string, now: Date, lang: Lang = 'en'): string => {
  const noon = new Date(`${day}T12:00:00Z`)
  const reader = { zone: 'UTC', lang }
  const isThisYear = noon.getUTCFullYear() === now.getUTCFullYear()
  return format(noon, reader, {
    weekday: 'long',
    month: 'long',
    day: 'numeric',
    ...(isThisYear ? {} : { year: 'numeric' }),
  })
}

/** A deadline without how long it is: "by 4:10 PM", "by tomorrow 8:00 AM"; or "at …", "was due …". */
export const deadline = (
  at: Date,
  now: Date,
  reader: Reader,
  preposition: 'by' | 'at' | 'wasDue' = 'by',
): string => {
  const clockOnly = daysApart(now, at, reader) === 0
  return timeWords[reader.lang ?? 'en'][preposition](absolute(at, now, reader, false), clockOnly)
}

/** A deadline, relative first: "in 2 h, by 4:10 PM"; when it has passed, "6 min late, was due 4:06 PM". */
export const due = (at: Date, now: Date, reader: Reader): string => {
  const lang = reader.lang ?? 'en'
  const late = now.getTime() - at.getTime()
  if (late >= minute) {
    const span =
      late < 36 * hour ? spanWords(late, 'floor', lang) : dayCount(daysApart(at, now, reader), lang)
    return `${timeWords[lang].late(span)}, ${deadline(at, now, reader, 'wasDue')}`
  }
  return `${relativeTime(at, now, reader)}, ${deadline(at, now, reader)}`
}

/** The first letter as a sentence begins. */
export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
