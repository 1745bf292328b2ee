import { calendarDay } from '#design'
import type { HolderRow, LotRow } from './ledger.store.ts'
import type { LotState } from './lot-state.ts'
import type { HolderKind } from './supplies.table.ts'

/** A day without its weekday: “April 2”, with the year when it is another. */
export const dayOf = (day: string, now: Date): string => calendarDay(day, now).replace(/^\w+, /, '')

/** A lot in a list to choose from: “HC-2207, expires April 2”. */
export const lotWords = ({ number, expiresOn }: Pick<LotRow, 'number' | 'expiresOn'>, now: Date): string =>
  `${number}, expires ${dayOf(expiresOn, now)}`

export const HOLDER_WORDS: Readonly<Record<HolderKind, string>> = {
  site: 'Shelf',
  vehicle: 'Vehicle',
  kiosk: 'Kiosk',
  member: 'Carrier',
  partner: 'Another organization',
}

/** What is left until a lot expires, in words. */
export const daysWords = ({ days }: LotState): string => {
  if (days < 0) return days === -1 ? 'expired yesterday' : `expired ${-days} days ago`
  if (days === 0) return 'today is its last day'
  return days === 1 ? 'tomorrow is its last day' : `in ${days} days`
}

/** The same as a sentence that the lot begins: “expires in 24 days”. */
export const expiryWords = (state: LotState): string =>
  state.days > 1
    ? `expires ${daysWords(state)}`
    : state.days < 0
      ? daysWords(state)
      : `expires: ${daysWords(state)}`

/** A number of kits: “1 kit”, “12 kits”. */
export const kitsWords = (kits: number): string =>
  `${kits.toLocaleString('en-US')} ${kits === 1 ? 'kit' : 'kits'}`

/** A holder, and whether their kits are there to be left with people. */
export const holderName = ({ name, isLeaveBehind }: Pick<HolderRow, 'name' | 'isLeaveBehind'>): string =>
  isLeaveBehind ? `${name} (to leave behind)` : name
