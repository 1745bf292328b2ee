import type { ToldPlace } from './find-places.ts'
import { dayAndTime } from './hours-words.ts'
import { roomWords } from './room-words.ts'

/**
 * Why a place is on the list, in one line: "2 detox beds, updated 3 h ago · takes Medicaid · intake until 8:00 PM ·
 * 4.1 miles · accepted 7 of the last 9". What nobody knows stands below it, as questions.
 */
export const placeLine = (place: ToldPlace, at: Date, wanted: string | undefined): string[] => {
  const { room, timeZone, reasons, calls } = place
  const ofLevel = room.filter(({ level }) => level === wanted)
  const shown = (ofLevel.length > 0 ? ofLevel : room).slice(0, 2)
  const fitting = reasons.filter(
    ({ kind, about }) => kind === 'fits' && !['hours', 'when', 'room', 'within'].includes(about),
  )
  return [
    ...shown.map((report) => roomWords(report, at, timeZone)),
    ...fitting.map(({ text }) => text),
    ...intakeWords(place, at),
    ...(place.miles === undefined ? [] : [milesWords(place.miles)]),
    ...(calls && calls.answered > 0 ? [`accepted ${calls.accepted} of the last ${calls.answered}`] : []),
    ...(calls && calls.answered < calls.reached
      ? [`answered ${calls.answered} of ${calls.reached} calls`]
      : []),
  ].map((words, index) => (index === 0 ? words : lower(words)))
}

const intakeWords = ({ intake, hasIntakeHours, timeZone }: ToldPlace, at: Date): string[] => {
  const what = hasIntakeHours ? 'intake' : 'open'
  const { state, until } = intake
  if (state === 'open' && !until) return [`${what} all day and night`]
  return (state === 'open' || state === 'closes-soon') && until
    ? [`${what} until ${dayAndTime(until, at, timeZone)}`]
    : []
}

/** Names keep their capital. */
const lower = (words: string): string =>
  /^(Level|ID|Medic)/.test(words) ? words : words.charAt(0).toLowerCase() + words.slice(1)

/** As the crow flies: exact where somebody may walk, rounded where they must drive anyway. */
const milesWords = (miles: number): string => {
  if (miles < 0.1) return 'less than 0.1\u00a0mile'
  const shown = miles < 10 ? miles.toFixed(1) : Math.round(miles).toLocaleString('en-US')
  return `${shown}\u00a0${shown === '1.0' ? 'mile' : 'miles'}`
}
