import type { ToldPlace } from './find-places.ts'
import { NEEDS } from './listing.ts'
import type { RankReason } from './rank-services.ts'
import { roomWords } from './room-words.ts'

/** What is said elsewhere on a row, or says no more than the question. */
const NOT_IN_LINE: readonly RankReason['about'][] = ['hours', 'when', 'room', 'within']

/**
 * Why a place is on the list, in one line after its hours: "Intake until 8:00 PM · 2 detox beds, updated 3 h ago · takes
 * Medicaid · 4.1 miles · accepted 7 of the last 9". What nobody knows stands below it, as questions.
 */
export const placeLine = (place: ToldPlace, at: Date, wanted: string | undefined): string[] => {
  const { room, timeZone, reasons, calls, miles } = place
  const ofLevel = room.filter(({ level }) => level === wanted)
  const shown = (ofLevel.length > 0 ? ofLevel : room).slice(0, 2)
  const saysMoud = reasons.some(({ about, kind }) => about === 'moud' && kind === 'fits')
  const fitting = reasons.filter(
    ({ kind, about, text }) =>
      kind === 'fits' &&
      !NOT_IN_LINE.includes(about) &&
      !(about === 'need' && (saysMoud || Object.values<string>(NEEDS).includes(text))),
  )
  return [
    ...shown.map((report) => roomWords(report, at, timeZone)),
    ...fitting.map(({ text }) => text),
    ...(miles === undefined ? [] : [milesWords(miles)]),
    ...(calls && calls.answered > 0 ? [`accepted ${calls.accepted} of the last ${calls.answered}`] : []),
    ...(calls && calls.answered < calls.reached
      ? [`answered ${calls.answered} of ${calls.reached} calls`]
      : []),
  ].map(lower)
}

/** Within a line; names keep their capital. */
const lower = (words: string): string =>
  /^(ID|Medic)/.test(words) ? words : words.charAt(0).toLowerCase() + words.slice(1)

/** As the crow flies: exact where somebody may walk, rounded where they must drive anyway. */
export const milesWords = (miles: number): string => {
  if (miles < 0.1) return 'less than 0.1\u00a0mile'
  const shown = miles < 10 ? miles.toFixed(1) : Math.round(miles).toLocaleString('en-US')
  return `${shown}\u00a0${shown === '1.0' ? 'mile' : 'miles'}`
}
