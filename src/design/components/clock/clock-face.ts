import { clockTime, deadline, spanWords } from '../../time.ts'
import { type Lang, timeWords } from '../../words.ts'

const minute = 60_000

export type ClockTimes = {
  startAt: Date
  dueAt: Date
  now: Date
  /** When it was done; a clock that is done stands still. */
  doneAt?: Date | undefined
}

export type ClockFace = {
  state: 'running' | 'late' | 'done'
  /** How much of the ring is left, 0 to 100. */
  arc: number
  /** The number in the ring, and the small word under it; a tick stands there when it is done. */
  figure: string
  unit: string
  /** "18 min left, by 2:46 AM." */
  words: string
}

/** Ends a sentence; Spanish clock times ("2:46 a.m.") bring their own full stop. */
const sentence = (words: string): string => (words.endsWith('.') ? words : `${words}.`)

/** A number that fits the ring, with its unit: 18 min, 1:30 h, 14 h, 3 days. */
const ringFigure = (ms: number, round: 'ceil' | 'floor', lang: Lang): { figure: string; unit: string } => {
  const words = timeWords[lang]
  const minutes = Math[round](ms / minute)
  if (minutes < 60) return { figure: `${minutes}`, unit: words.minutes }
  if (minutes < 180) {
    const rest = String(minutes % 60).padStart(2, '0')
    return { figure: `${Math.floor(minutes / 60)}:${rest}`, unit: words.hours }
  }
  const hours = Math.round(minutes / 60)
  if (hours < 36) return { figure: `${hours}`, unit: words.hours }
  const days = Math.round(hours / 24)
  return { figure: `${days}`, unit: words.days(days) }
}

/**
 * What a clock shows at a moment. The server draws it and the browser redraws it with the same function.
 * A deadline's own minute is "due now"; after it the clock is late.
 */
export const clockFace = (times: ClockTimes, zone: string, lang: Lang = 'en'): ClockFace => {
  const { startAt, dueAt, now, doneAt } = times
  const words = timeWords[lang]
  const reader = { zone, lang }
  if (doneAt) {
    const span = spanWords(doneAt.getTime() - startAt.getTime(), 'ceil', lang)
    const at = deadline(doneAt, now, reader, 'at')
    return { state: 'done', arc: 100, figure: '', unit: '', words: sentence(`${words.doneIn(span)}, ${at}`) }
  }
  const left = dueAt.getTime() - now.getTime()
  if (left > 0) {
    const whole = Math.max(1, dueAt.getTime() - startAt.getTime())
    const arc = Math.round(Math.min(1, left / whole) * 1000) / 10
    const said = sentence(`${words.left(spanWords(left, 'ceil', lang))}, ${deadline(dueAt, now, reader)}`)
    return { state: 'running', arc, ...ringFigure(left, 'ceil', lang), words: said }
  }
  if (-left < minute) {
    const said = sentence(`${words.dueNow}, ${clockTime(dueAt, reader)}`)
    return { state: 'late', arc: 0, figure: words.ringNow, unit: words.ringDue, words: said }
  }
  const { figure, unit } = ringFigure(-left, 'floor', lang)
  const span = spanWords(-left, 'floor', lang)
  const said = sentence(`${words.late(span)}, ${deadline(dueAt, now, reader, 'wasDue')}`)
  return {
    state: 'late',
    arc: 0,
    figure: `+${figure}`,
    unit: unit === words.minutes ? words.ringLate : unit,
    words: said,
  }
}
