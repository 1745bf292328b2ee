import type { EventKind } from './ledger.ts'

/** What an organization reports of a quarter: sums, and nothing of anybody. */
export type QuarterNumbers = {
  readonly received: number
  readonly administered: number
  readonly leftBehind: number
  readonly expired: number
  readonly damaged: number
  readonly lost: number
  /** Kits that the organization had when it was sent, those of carriers too. */
  readonly inStock: number
  readonly carriers: number
}

type Quarter = { readonly year: number; readonly number: number }

/** Reads `2026-Q3`; undefined when it is none. */
export const readQuarter = (code: string): Quarter | undefined => {
  const found = /^(20\d\d)-Q([1-4])$/.exec(code)
  return found ? { year: Number(found[1]), number: Number(found[2]) } : undefined
}

/** The quarter of a day such as `2026-08-03`: `2026-Q3`. */
export const quarterOf = (day: string): string =>
  `${day.slice(0, 4)}-Q${Math.floor((Number(day.slice(5, 7)) - 1) / 3) + 1}`

/** The first day of a quarter, and of the one after it. */
export const daysOf = (code: string): { readonly from: string; readonly until: string } => {
  const { year, number } = readQuarter(code) ?? { year: 2000, number: 1 }
  const month = (index: number) => new Date(Date.UTC(year, index, 1)).toISOString().slice(0, 10)
  return { from: month((number - 1) * 3), until: month(number * 3) }
}

/** So many quarters, the newest first, from the one of a day on. */
export const quartersBefore = (day: string, count: number): string[] => {
  const [year = 0, number = 1] = quarterOf(day).split('-Q').map(Number)
  return Array.from({ length: count }, (_, back) => {
    const index = year * 4 + number - 1 - back
    return `${Math.floor(index / 4)}-Q${(index % 4) + 1}`
  })
}

const MONTHS = ['January to March', 'April to June', 'July to September', 'October to December']

/** “July to September 2026” */
export const quarterWords = (code: string): string => {
  const { year, number } = readQuarter(code) ?? { year: 0, number: 1 }
  return `${MONTHS[number - 1]} ${year}`
}

/** The numbers of a quarter from how many kits each kind of event moved. */
export const numbersFrom = (
  kits: ReadonlyMap<EventKind, number>,
  now: Pick<QuarterNumbers, 'inStock' | 'carriers'>,
): QuarterNumbers => ({
  received: kits.get('receive') ?? 0,
  administered: kits.get('administer') ?? 0,
  leftBehind: kits.get('leave-behind') ?? 0,
  expired: kits.get('expire') ?? 0,
  damaged: kits.get('damage') ?? 0,
  lost: kits.get('lose') ?? 0,
  ...now,
})

export const NUMBER_WORDS: Readonly<Record<keyof QuarterNumbers, string>> = {
  received: 'Kits received',
  administered: 'Given to somebody',
  leftBehind: 'Left behind',
  expired: 'Expired',
  damaged: 'Damaged',
  lost: 'Lost',
  inStock: 'In stock',
  carriers: 'Members who carry',
}
