import type { LotRow } from './ledger.store.ts'

const DAY_MS = 86_400_000

/** How a lot stands: to be used, to be used first, past its day, or called back. */
export type LotState = {
  readonly is: 'fine' | 'first' | 'soon' | 'expired' | 'recalled'
  /** Until the last day on which it may be used; negative afterwards. */
  readonly days: number
}

/** Warnings come this many days before a lot expires. */
export const ALERT_DAYS = [90, 30] as const

/** How a lot stands on a day. */
export const lotState = (lot: Pick<LotRow, 'expiresOn' | 'recalledAt'>, today: string): LotState => {
  const days = Math.round((Date.parse(lot.expiresOn) - Date.parse(today)) / DAY_MS)
  if (lot.recalledAt) return { is: 'recalled', days }
  if (days < 0) return { is: 'expired', days }
  if (days <= ALERT_DAYS[1]) return { is: 'first', days }
  return { is: days <= ALERT_DAYS[0] ? 'soon' : 'fine', days }
}

/** Of what a lot that expires in so many days has to be warned now: the nearest limit that it has passed. */
export const alertFor = (days: number): 90 | 30 | undefined => ALERT_DAYS.findLast((limit) => days <= limit)
