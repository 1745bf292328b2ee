import { relativeTime } from '#design'
import type { Room } from './judge.ts'
import type { CapacityLevel } from './profile.ts'

/** A bed that was free yesterday is a bed to ask about. */
const HOLDS_HOURS = 24

/** Whether what was said of the room still counts. */
export const isFresh = ({ asOf }: Pick<Room, 'asOf'>, at: Date): boolean =>
  at.getTime() - asOf.getTime() <= HOLDS_HOURS * 3_600_000

const ROOM: Readonly<Record<CapacityLevel, readonly [one: string, several: string, some: string]>> = {
  detox: ['detox bed', 'detox beds', 'Room in detox'],
  residential: ['residential bed', 'residential beds', 'Room in residential'],
  outpatient: ['outpatient place', 'outpatient places', 'Room for visits'],
  'moud-start': ['start of medicine', 'starts of medicine', 'Room to start medicine'],
  shelter: ['shelter bed', 'shelter beds', 'Room in the shelter'],
  other: ['place', 'places', 'Room'],
}

const FULL: Readonly<Record<CapacityLevel, string>> = {
  detox: 'Detox full',
  residential: 'Residential full',
  outpatient: 'No room for visits',
  'moud-start': 'No room to start medicine',
  shelter: 'Shelter full',
  other: 'Full',
}

/** "2 detox beds, updated 3 h ago"; "Detox full, 5 days to wait, updated yesterday". */
export const roomWords = (
  { level, open, isOpen, waitlistDays, asOf }: Room,
  at: Date,
  zone: string,
): string => {
  const [one, several, some] = ROOM[level]
  const what = !isOpen ? FULL[level] : open === null ? some : `${open} ${open === 1 ? one : several}`
  const wait = waitlistDays ? `, ${waitlistDays} ${waitlistDays === 1 ? 'day' : 'days'} to wait` : ''
  return `${what}${wait}, updated ${relativeTime(asOf, at, { zone })}`
}
