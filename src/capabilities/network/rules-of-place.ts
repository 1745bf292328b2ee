import { type LevelAsk, type MoudAsk, REACH } from './asks.ts'
import { hoursVerdict, judgeHours } from './hours-words.ts'
import type { Judged, Room, Rules, Verdict } from './judge.ts'
import { MEDICINES, type Medicine } from './listing.ts'
import type { Moud, MoudWay } from './profile.ts'
import { isFresh, roomWords } from './room-words.ts'
import { yesNo } from './rules-of-person.ts'

type Keys = 'moud' | 'level' | 'when' | 'walkIn' | 'dropOff' | 'room' | 'within'

/** The hard rules that are about what the place does, and whether it does it now. */
export const aboutPlace: Rules<Keys> = {
  moud: (service, asked) => judgeMoud(service, asked),

  level: (service, asked) => judgeLevel(service, asked),

  when: (service, when, at) => {
    const { openness, timeZone, afterHoursPhone = null, hotline = null } = service
    const hours = when === 'door' ? hoursVerdict(openness, timeZone, at) : judgeHours(service, at)
    const { state } = when === 'door' ? openness : service.intake
    if (state === 'open' || state === 'closes-soon') return hours
    if (when === 'answering' && (afterHoursPhone ?? hotline) !== null)
      return { kind: 'fits', text: `${hours.text}, but somebody answers ${afterHoursPhone ?? hotline}` }
    return { ...hours, kind: 'against' }
  },

  walkIn: ({ walkIn = null }) => yesNo(walkIn, 'Walk in', 'No walk-ins', 'Ask if somebody can just walk in'),

  dropOff: ({ policeDropOff = null }) =>
    yesNo(
      policeDropOff,
      'Police can bring somebody',
      'Police cannot bring somebody',
      'Ask if police can bring somebody',
    ),

  room: ({ room = [], timeZone }, level, at) => {
    const report = room.find((one) => one.level === level)
    if (!report) return { kind: 'unsure', text: 'Nobody has said if there is room' }
    return { kind: kindOfRoom(report, at), text: roomWords(report, at, timeZone) }
  },

  within: ({ miles }, reach) => {
    const isNear = miles !== undefined && miles <= REACH[reach].miles
    return { kind: isNear ? 'fits' : 'against', text: isNear ? REACH[reach].words : 'Further away' }
  },
}

const kindOfRoom = (report: Room, at: Date): Verdict['kind'] =>
  isFresh(report, at) ? (report.isOpen ? 'fits' : 'against') : 'unsure'

const DOES: Readonly<Record<MoudWay, (medicine: string) => string>> = {
  'start-same-day': (medicine) => `Starts ${medicine} the same day`,
  continue: (medicine) => `Goes on with ${medicine}`,
  'accept-on': (medicine) => `Takes people who are on ${medicine}`,
}
const DOES_NOT: Readonly<Record<MoudWay, (medicine: string) => string>> = {
  'start-same-day': (medicine) => `Does not start ${medicine} the same day`,
  continue: (medicine) => `Does not go on with ${medicine}`,
  'accept-on': (medicine) => `Takes nobody who is on ${medicine}`,
}
const ASK_IF: Readonly<Record<MoudWay, (medicine: string) => string>> = {
  'start-same-day': (medicine) => `Ask if they start ${medicine} today`,
  continue: (medicine) => `Ask if they go on with ${medicine}`,
  'accept-on': (medicine) => `Ask if they take somebody who is on ${medicine}`,
}

/** The medicines of which any will do, and what has to be done with it. */
export const readMoudAsk = (asked: MoudAsk) => {
  const [which, way] = asked.split(':') as [Medicine | 'any', MoudWay]
  return { which, way, among: which === 'any' ? (Object.keys(MEDICINES) as Medicine[]) : [which] }
}

const judgeMoud = (service: Judged, asked: MoudAsk): Verdict => {
  const { which, way, among } = readMoudAsk(asked)
  const name = which === 'any' ? 'medicine' : MEDICINES[which].toLowerCase()
  const unsure: Verdict = { kind: 'unsure', text: ASK_IF[way](name) }
  const against: Verdict = { kind: 'against', text: DOES_NOT[way](name) }
  const { moud = null, medicines = null, exclusions = null } = service
  if (way === 'accept-on' && which === 'methadone' && exclusions?.includes('methadone')) return against
  if (moud === null) {
    // A list of medicines says what is given there, not what is done for whom. Where a medicine is not given,
    // somebody who takes it from elsewhere may come all the same.
    const isGiven = medicines === null || among.some((one) => medicines.includes(one))
    return isGiven || way === 'accept-on' ? unsure : against
  }
  const does = among.filter((one) => MEETS[way].some((other) => moud.includes(`${one}:${other}` as Moud)))
  if (does.length > 0)
    return { kind: 'fits', text: DOES[way](inWords(does.map((one) => MEDICINES[one].toLowerCase()))) }
  const begins = way === 'continue' && among.some((one) => moud.includes(`${one}:start-same-day`))
  return begins ? unsure : against
}

/** What a place says of a medicine, and what follows: who goes on with it takes people who are on it. */
export const MEETS: Readonly<Record<MoudWay, readonly MoudWay[]>> = {
  'start-same-day': ['start-same-day'],
  continue: ['continue'],
  'accept-on': ['accept-on', 'continue', 'start-same-day'],
}

/**
 * Where the care of a level stands in the other edition, as far as it has a place there (The ASAM Criteria, 4th edition,
 * 2023). Near is not the same: it is asked about by phone.
 */
export const IN_FOURTH: Readonly<Record<string, readonly string[]>> = {
  '1': ['1.5'],
  OTP: ['1.7'],
  '1-WM': ['1.7'],
  '2-WM': ['2.7'],
  '2.1': ['2.1'],
  '2.5': ['2.5'],
  '3.1': ['3.1'],
  '3.3': ['3.5'],
  '3.5': ['3.5'],
  '3.7': ['3.7'],
  '3.7-WM': ['3.7'],
  '4': ['4'],
  '4-WM': ['4'],
}

const judgeLevel = ({ asamLevels = null, asamEdition = null }: Judged, asked: LevelAsk): Verdict => {
  const [edition = '', level = ''] = asked.split(':')
  if (asamLevels === null) return { kind: 'unsure', text: `Ask if they offer level ${level}` }
  const listed = `level ${inWords(asamLevels)} (${asamEdition === '4' ? '4th' : '3rd'} edition)`
  if (asamEdition === edition)
    return asamLevels.includes(level)
      ? { kind: 'fits', text: `Offers level ${level}` }
      : { kind: 'against', text: asamLevels.length > 0 ? `Offers ${listed} only` : 'Offers no ASAM level' }
  const isNear = asamLevels.some((one) =>
    edition === '4' ? IN_FOURTH[one]?.includes(level) : IN_FOURTH[level]?.includes(one),
  )
  return isNear
    ? { kind: 'unsure', text: `Listed as ${listed}: ask if that is what you look for` }
    : { kind: 'against', text: asamLevels.length > 0 ? `Offers ${listed} only` : 'Offers no ASAM level' }
}

const inWords = (words: readonly string[]): string =>
  new Intl.ListFormat('en', { type: 'conjunction' }).format(words)
