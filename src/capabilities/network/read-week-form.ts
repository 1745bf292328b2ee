import type { Hours } from '#kernel/hours.ts'
import { type FormFields, firstOf } from '#platform/http/form-body.ts'
import { DAYS } from './week-of-hours.ts'

/** One day of the grid as it was typed, with what is wrong with it. */
export type TypedDay = {
  readonly name: string
  readonly spans: readonly { readonly opens: string; readonly closes: string }[]
  readonly isAllDay: boolean
  readonly error?: string | undefined
}

/** The grid asks for two stretches a day, and gives back what more another directory knew. */
const PARTS = [1, 2, 3, 4]

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/

/** The seven days of the grid `name`, as a form sent them. */
export const typedWeek = (fields: FormFields, name: string): TypedDay[] =>
  DAYS.map((day, index) => {
    const of = (part: string) => firstOf(fields, `${name}-${index + 1}-${part}`)
    const spans = PARTS.map((part) => ({ opens: of(`opens-${part}`), closes: of(`closes-${part}`) })).filter(
      ({ opens, closes }) => opens !== '' || closes !== '',
    )
    return { name: day, spans, isAllDay: of('all') === 'yes' }
  })

/** Hours as the grid shows them, for a form that is opened. */
export const weekFrom = (hours: Hours | null): TypedDay[] =>
  DAYS.map((name, index) => {
    const spans = (hours ?? [])
      .filter(({ days }) => days.includes(index + 1))
      .map(({ opens, closes }) => ({ opens, closes: closes === '24:00' ? '00:00' : closes }))
      .toSorted((a, b) => (a.opens < b.opens ? -1 : 1))
    return {
      name,
      spans,
      isAllDay: spans.some(({ opens, closes }) => opens === '00:00' && closes === '00:00'),
    }
  })

/**
 * Copies Monday's row to other days, without checking it: it comes back in the form.
 * @param to `weekdays` or `week`; anything else copies nothing
 */
export const copyMonday = (week: readonly TypedDay[], to: string): TypedDay[] => {
  const upTo = to === 'weekdays' ? 5 : to === 'week' ? 7 : 1
  const monday = week[0]
  return week.map((day, index) => (monday && index < upTo ? { ...monday, name: day.name } : day))
}

/** What a grid says as hours, days with the same stretches together; or the grid again, with what has to be put right. */
export const readWeek = (
  week: readonly TypedDay[],
): { readonly hours: Hours } | { readonly wrong: readonly TypedDay[] } => {
  const checked = week.map((day) => ({ ...day, error: errorIn(day) }))
  if (checked.some(({ error }) => error !== undefined)) return { wrong: checked }
  const days = new Map<string, number[]>()
  for (const [index, { spans, isAllDay }] of week.entries()) {
    for (const { opens, closes } of isAllDay ? [{ opens: '00:00', closes: '00:00' }] : spans) {
      const key = `${opens}-${closes}`
      days.set(key, [...(days.get(key) ?? []), index + 1])
    }
  }
  return {
    hours: [...days].map(([key, on]) => {
      const [opens = '', closes = ''] = key.split('-')
      return { days: on, opens, closes }
    }),
  }
}

const errorIn = ({ name, spans, isAllDay }: TypedDay): string | undefined => {
  if (isAllDay) return undefined
  for (const { opens, closes } of spans) {
    if (opens === '') return `Say when ${name} begins, or clear when it ends.`
    if (closes === '') return `Say when ${name} ends, or clear when it begins.`
    if (!TIME.test(opens) || !TIME.test(closes)) return 'Use times like 8:00 AM.'
  }
  const overlaps = spans.some(({ opens }, index) => {
    const before = spans[index - 1]
    return before && (before.closes <= before.opens || opens < before.closes)
  })
  return overlaps ? `${name}’s second hours begin before the first have ended.` : undefined
}
