import type { Hours, OpeningSpan } from '#kernel/hours.ts'

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const ALL_DAYS = [1, 2, 3, 4, 5, 6, 7]

const dayOf = (word: string): number => DAYS.indexOf(word.slice(0, 3)) + 1

const TIME = String.raw`(\d{1,2})(?::(\d{2}))?\s*([ap])?\.?m?\.?`
const SPAN = new RegExp(String.raw`^${TIME}\s*(?:-|–|to)\s*${TIME}$`)
const DAY = String.raw`(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?`
const BEGIN = new RegExp(
  String.raw`^(${DAY}(?:\s*(?:-|–|to|,|&|and)\s*${DAY})*|daily|every ?day|weekdays|weekends)[:,]?\s*(.*)$`,
)

/**
 * Opening hours as somebody would write them in a table: "Mon-Fri 8:00-17:00; Sat 9am-12pm", "24/7".
 *
 * @returns undefined where any part of it cannot be understood: half of the hours would be wrong hours
 */
export const readOpeningHours = (text: string): Hours | undefined => {
  const said = text.toLowerCase().trim()
  if (/^(24\s*\/\s*7|24 hours(, 7 days)?|always( open)?)$/.test(said))
    return [{ days: ALL_DAYS, opens: '00:00', closes: '00:00' }]
  const spans: OpeningSpan[] = []
  for (const part of said
    .split(/[;\n|]/)
    .map((one) => one.trim())
    .filter(Boolean)) {
    const [, days = '', rest = ''] = BEGIN.exec(part) ?? []
    const on = days ? readDays(days) : undefined
    if (!on) return undefined
    if (rest === 'closed') continue
    for (const times of rest.split(/\s*(?:,|&|\band\b)\s*/)) {
      const span = readSpan(times)
      if (!span) return undefined
      spans.push({ days: on, ...span })
    }
  }
  return spans.length > 0 ? spans : undefined
}

const readDays = (text: string): number[] | undefined => {
  if (/^(daily|every ?day)$/.test(text)) return ALL_DAYS
  if (text === 'weekdays') return [1, 2, 3, 4, 5]
  if (text === 'weekends') return [6, 7]
  const days = text.split(/\s*(?:,|&|\band\b)\s*/).flatMap((part) => {
    const [from = '', until = from] = part.split(/\s*(?:-|–|\bto\b)\s*/)
    const [first, last] = [dayOf(from), dayOf(until)]
    return first > last ? [0] : ALL_DAYS.slice(first - 1, last)
  })
  return days.includes(0) ? undefined : [...new Set(days)].sort((a, b) => a - b)
}

const readSpan = (text: string): Pick<OpeningSpan, 'opens' | 'closes'> | undefined => {
  const found = SPAN.exec(text)
  if (!found) return undefined
  const [, h1 = '', m1 = '00', half1, h2 = '', m2 = '00', half2] = found
  // "8-5" on a door is from morning to afternoon, but in a table it is a guess.
  if (!half2 && !(found[2] && found[5])) return undefined
  const opens = clock(h1, m1, half1 ?? (half2 && Number(h1) > Number(h2) % 12 ? 'a' : half2))
  const closes = clock(h2, m2, half2)
  return opens && closes ? { opens, closes } : undefined
}

const clock = (hour: string, minute: string, half: string | undefined): string | undefined => {
  const hours = half ? (Number(hour) % 12) + (half === 'p' ? 12 : 0) : Number(hour)
  const isTime = hours <= 23 && Number(minute) <= 59 && (!half || (Number(hour) >= 1 && Number(hour) <= 12))
  return isTime ? `${String(hours).padStart(2, '0')}:${minute}` : undefined
}
