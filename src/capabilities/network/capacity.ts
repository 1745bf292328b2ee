import type { Need, Setting } from './listing.ts'
import type { CapacityLevel } from './profile.ts'

/** What of a service decides for which levels of care it says whether it has room. */
type Offering = {
  readonly needs: readonly Need[]
  readonly settings: readonly Setting[] | null
  readonly moud: readonly string[] | null
  readonly medicines: readonly string[] | null
}

const LEVEL_OF: Readonly<Record<Setting, CapacityLevel>> = {
  detox: 'detox',
  residential: 'residential',
  hospital: 'residential',
  outpatient: 'outpatient',
  'intensive-outpatient': 'outpatient',
  'day-treatment': 'outpatient',
  telehealth: 'outpatient',
}
const ORDER: readonly CapacityLevel[] = [
  'detox',
  'residential',
  'shelter',
  'moud-start',
  'outpatient',
  'other',
]

/** The levels of care for which a service can say whether it has room, beds first. */
export const levelsOf = ({ needs, settings, moud, medicines }: Offering): CapacityLevel[] => {
  const starts = moud ? moud.some((one) => one.endsWith(':start-same-day')) : (medicines ?? []).length > 0
  const levels = new Set<CapacityLevel>([
    ...(settings ?? []).map((setting) => LEVEL_OF[setting]),
    ...(needs.includes('shelter') ? (['shelter'] as const) : []),
    ...(starts ? (['moud-start'] as const) : []),
  ])
  if (levels.size === 0) levels.add(needs.includes('treatment') ? 'outpatient' : 'other')
  return ORDER.filter((level) => levels.has(level))
}

/** Where places are beds, people count them; elsewhere there is room or there is none. */
export const countsBeds = (level: CapacityLevel): boolean =>
  level === 'detox' || level === 'residential' || level === 'shelter'

/** What one tap says: full, or room; for beds how many, `3+` being three at least. */
export const readTap = (tap: string): { isOpen: boolean; open: number | null } | undefined => {
  if (tap === 'full') return { isOpen: false, open: 0 }
  if (tap === 'open') return { isOpen: true, open: null }
  return /^[1-9]\d?$/.test(tap) ? { isOpen: true, open: Number(tap) } : undefined
}

type Said = { readonly isOpen: boolean; readonly open: number | null; readonly waitlistDays: number | null }

/** "3 beds", "Room", "Full, waitlist 5 days". */
export const capacityWords = (level: CapacityLevel, { isOpen, open, waitlistDays }: Said): string => {
  const wait =
    waitlistDays === null || waitlistDays === 0
      ? ''
      : `, waitlist ${waitlistDays}\u00a0${waitlistDays === 1 ? 'day' : 'days'}`
  if (!isOpen) return `Full${wait}`
  if (open === null) return `Room${wait}`
  const unit = countsBeds(level) ? (open === 1 ? 'bed' : 'beds') : open === 1 ? 'place' : 'places'
  return `${open}\u00a0${unit}${wait}`
}
