import { RRuleTemporal } from 'rrule-temporal'

const DAY = 86_400_000

/** A Monday. A rule that says nothing of its beginning counts from here; one that skips weeks has to say. */
const USUAL_BEGINNING = '2024-01-01'

/** So many days are worked out at once: a search asks the same rule for nine of them, one after the other. */
const BLOCK = 64
const MOST_KEPT = 2000

const kept = new Map<string, ReadonlySet<number>>()

/**
 * Whether a recurrence rule of RFC 5545 (3.3.10) holds on a day. Only whole days are meant: hours in it are passed over.
 *
 * @param rule such as `FREQ=MONTHLY;BYDAY=1TU`, the first Tuesday of each month
 * @param begins DTSTART, `YYYY-MM-DD`: the day from which `INTERVAL` and `COUNT` count
 * @param day the days from 1 January 1970
 * @throws Error for a text that is no rule
 */
export const isDayOfRule = (rule: string, begins: string | undefined, day: number): boolean => {
  const block = Math.floor(day / BLOCK)
  const key = `${rule} ${begins} ${block}`
  const known = kept.get(key)
  if (known) return known.has(day)
  if (kept.size >= MOST_KEPT) kept.clear()
  const days = daysOf(rule, begins, block)
  kept.set(key, days)
  return days.has(day)
}

/** Days have no zone, so they are counted in one that never changes its clocks. */
const daysOf = (rule: string, begins = USUAL_BEGINNING, block: number): ReadonlySet<number> => {
  const start = begins.replaceAll('-', '')
  const recurrence = new RRuleTemporal({
    rruleString: `DTSTART;TZID=UTC:${start}T000000\nRRULE:${wholeDays(rule)}`,
  })
  const from = new Date(block * BLOCK * DAY)
  const to = new Date((block + 1) * BLOCK * DAY - 1)
  return new Set(recurrence.between(from, to, true).map((at) => Math.floor(at.epochMilliseconds / DAY)))
}

/** Without the parts that speak of hours; an end given as a day includes that day. */
const wholeDays = (rule: string): string =>
  rule
    .split(';')
    .filter((part) => !/^BY(HOUR|MINUTE|SECOND)=/i.test(part))
    .map((part) => part.replace(/^UNTIL=(\d{8})(T\w+)?$/i, 'UNTIL=$1T235959Z'))
    .join(';')
