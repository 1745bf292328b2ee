import type { Hours } from '#kernel/hours.ts'
import { AFTER_HOURS, INTAKE } from './native.ts'
import type { Facts } from './objects.ts'

/**
 * What HSDS objects mean in the directory's own words: which number is called, when the door is open, where it is.
 * The same functions fill the directory at an import and decide later whether it still says what was imported.
 */

export type Numbers = {
  phone: string | null
  intakePhones: string[]
  hotline: string | null
  afterHoursPhone: string | null
  afterHoursWho: string | null
}

const FOR_THE_EAR = /^(voice|phone|telephone|landline|cell|mobile|main|office|toll[ -]?free)?$/i
const HOTLINE = /hotline|crisis|helpline/i

const written = ({ number, extension }: Facts): string =>
  extension === undefined ? String(number) : `${number} ext. ${extension}`

/** Fax machines and text phones are left out: whoever calls one at night hears a whistle. */
export const numbersFrom = (phones: readonly Facts[]): Numbers => {
  const isHotline = ({ type = '' }: Facts) => HOTLINE.test(String(type))
  const voices = phones.filter(({ type = '' }) => FOR_THE_EAR.test(String(type)))
  const isIntake = ({ description = '' }: Facts) => description === INTAKE
  const hotline = phones.find(isHotline)
  const night = voices.find((phone) => afterHours(phone) !== undefined)
  const main = voices.find((phone) => !isIntake(phone) && afterHours(phone) === undefined)
  return {
    phone: main ? written(main) : null,
    intakePhones: voices.filter(isIntake).map(written),
    hotline: hotline ? written(hotline) : null,
    afterHoursPhone: night ? written(night) : null,
    afterHoursWho: (night && afterHours(night)) || null,
  }
}

/** Who answers at a number after hours, '' where that is not said; undefined for every other number. */
const afterHours = ({ description = '' }: Facts): string | undefined => {
  const [what, who = ''] = String(description).split(/: (.*)/s)
  return what === AFTER_HOURS ? who : undefined
}

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
const TIME = /^([01]\d|2[0-3]):([0-5]\d)(:\d\d(\.\d+)?)?$/

/**
 * Weekly schedules as hours on a door. Where one of them says more than that (a month's first Monday, a season, every
 * second week), the hours count as unknown: half of the truth would send somebody to a locked door.
 */
export const hoursFrom = (schedules: readonly Facts[]): Hours | null =>
  weekFrom(schedules.filter((one) => !isOfIntake(one)))

/** The same of when somebody new is taken in; null where that is not said apart. */
export const intakeHoursFrom = (schedules: readonly Facts[]): Hours | null =>
  weekFrom(schedules.filter(isOfIntake))

const isOfIntake = ({ description = '' }: Facts): boolean => description === INTAKE

const weekFrom = (schedules: readonly Facts[]): Hours | null => {
  const spans = schedules.map((schedule) => {
    const days = String(schedule.byday ?? '')
      .split(',')
      .map((day) => DAYS.indexOf(day.trim()) + 1)
    const [opens, closes] = [TIME.exec(String(schedule.opens_at)), TIME.exec(String(schedule.closes_at))]
    const isWeekly =
      schedule.freq === 'WEEKLY' &&
      (schedule.interval ?? 1) === 1 &&
      !days.includes(0) &&
      LIMITS.every((limit) => schedule[limit] === undefined)
    return isWeekly && opens && closes
      ? { days, opens: `${opens[1]}:${opens[2]}`, closes: `${closes[1]}:${closes[2]}` }
      : undefined
  })
  return spans.length > 0 && spans.every((span) => span !== undefined) ? spans : null
}

const LIMITS = ['valid_from', 'valid_to', 'until', 'count', 'byweekno', 'bymonthday', 'byyearday', 'timezone']

const nameOfLanguage = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })

/** English names of languages beside English; null where none is named. */
export const languagesFrom = (languages: readonly Facts[]): string[] | null => {
  const names = languages.flatMap(({ name, code }) => {
    const found =
      name ??
      (/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(String(code)) ? nameOfLanguage.of(String(code)) : undefined)
    return found === undefined || found === 'English' ? [] : [String(found)]
  })
  return names.length > 0 ? [...new Set(names)] : null
}

export type Address = {
  readonly street: string | null
  readonly street2: string | null
  readonly city: string
  readonly state: string
  readonly zip: string
  readonly zip4: string | null
}

/** The first address that is one of the United States and not only for letters. */
export const addressFrom = (
  addresses: readonly Facts[],
): { readonly of: Facts; readonly is: Address } | undefined => {
  for (const of of addresses.toSorted((a, b) => rank(a) - rank(b))) {
    const [, zip, zip4] = /^(\d{5})(?:-(\d{4}))?$/.exec(String(of.postal_code)) ?? []
    const state = String(of.state_province)
    if (!zip || !/^[A-Z]{2}$/.test(state) || of.address_type === 'virtual') continue
    const is = {
      street: String(of.address_1),
      street2: of.address_2 === undefined ? null : String(of.address_2),
      city: String(of.city),
      state,
      zip,
      zip4: zip4 ?? null,
    }
    return { of, is }
  }
  return undefined
}

const rank = ({ address_type }: Facts): number => (address_type === 'physical' ? 0 : 1)

const OLDEST = 120

/** Ages as the directory keeps them: whole, of people who live, the least not above the most; null for all else. */
export const agesFrom = ({
  minimum_age,
  maximum_age,
}: Pick<Facts, string>): { minAge: number | null; maxAge: number | null } => {
  const age = (said: unknown): number | null => {
    const years = said === undefined || said === '' ? Number.NaN : Number(said)
    return Number.isInteger(years) && years >= 0 && years <= OLDEST ? years : null
  }
  const [minAge, maxAge] = [age(minimum_age), age(maximum_age)]
  const isUpsideDown = minAge !== null && maxAge !== null && minAge > maxAge
  return isUpsideDown ? { minAge: null, maxAge: null } : { minAge, maxAge }
}
