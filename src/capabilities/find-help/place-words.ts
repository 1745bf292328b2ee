import { clockTime, type Lang } from '#design'
import { FEDERAL_HOLIDAYS, type FederalHoliday } from '#kernel/federal-holidays.ts'
import { type Hours, localDay, type Openness, weekday } from '#kernel/hours.ts'
import type { FoundService } from '#network'
import type { HelpSearch } from './help-search.ts'
import { helpWords } from './help-words.ts'

const DAYS = {
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  es: ['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado', 'domingo'],
} as const

/** Federal holidays as a reader knows them. */
const HOLIDAYS: Readonly<Record<Lang, Readonly<Record<FederalHoliday, string>>>> = {
  en: FEDERAL_HOLIDAYS,
  es: {
    'new-year': 'Año Nuevo',
    king: 'el Día de Martin Luther King',
    washington: 'el Día de los Presidentes',
    memorial: 'el Día de los Caídos',
    juneteenth: 'Juneteenth',
    independence: 'el Día de la Independencia',
    labor: 'el Día del Trabajo',
    columbus: 'el Día de la Raza',
    veterans: 'el Día de los Veteranos',
    thanksgiving: 'el Día de Acción de Gracias',
    christmas: 'Navidad',
  },
}

/** Whether a place is open, by its own clock. */
export const openWords = (
  { state, until, opensAt, holiday }: Openness,
  { zone, lang, now }: { zone: string; lang: Lang; now: Date },
): string => {
  const words = helpWords(lang).open
  const when = (at: Date): string => {
    const days = localDay(zone, at) - localDay(zone, now)
    const clock = clockTime(at, { zone, lang })
    if (days <= 0) return clock
    return days === 1
      ? `${words.tomorrow} ${clock}`
      : `${DAYS[lang][weekday(localDay(zone, at)) - 1]} ${clock}`
  }
  const today = holiday && HOLIDAYS[lang][holiday]
  const unless = (said: string) => (today ? words.butToday(said, today) : said)
  switch (state) {
    case 'open':
      return until ? unless(words.until(when(until))) : words.always
    case 'closes-soon':
      return unless(words.soon(when(until ?? now)))
    case 'shut':
      if (today)
        return [words.shutFor(today), ...(opensAt ? [words.opensNext(when(opensAt))] : [])].join('. ')
      return opensAt ? words.opens(when(opensAt)) : words.shut
    case 'unknown':
      return words.unknown
  }
}

/** A week as it stands on the door, Monday first. */
export const weekWords = (hours: Hours, lang: Lang): { day: string; spans: string }[] => {
  const { open, place } = helpWords(lang)
  return DAYS[lang].map((day, index) => ({
    day,
    spans:
      hours
        .filter(({ days }) => days.includes(index + 1))
        .toSorted((a, b) => (a.opens < b.opens ? -1 : 1))
        .map(({ opens, closes }) =>
          opens === closes || (opens === '00:00' && closes === '24:00')
            ? open.allDay
            : `${doorTime(opens)} ${open.to} ${doorTime(closes)}`,
        )
        .join(', ') || place.shut,
  }))
}

const doorTime = (time: string): string => {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return `${hour % 12 || 12}:${String(minute).padStart(2, '0')}\u00a0${hour % 24 < 12 ? 'AM' : 'PM'}`
}

/** "14 Dock Street, Pierpoint, ME 04609"; a shelter that keeps its address says only the town. */
export const addressLine = ({
  street,
  street2,
  city,
  state,
  zip,
}: Pick<FoundService, 'street' | 'street2' | 'city' | 'state' | 'zip'>): string =>
  [street, street2, `${city}, ${state} ${zip}`].filter(Boolean).join(', ')

/** As the crow flies: exact where somebody may walk, rounded where they must drive anyway. */
export const milesWords = (miles: number, lang: Lang): string =>
  helpWords(lang).miles(miles < 10 ? miles.toFixed(1) : Math.round(miles).toLocaleString('en-US'))

export type HelpReason = { readonly kind: 'fits' | 'unsure' | 'against'; readonly text: string }

/** Why a place stands where it does, beside its hours. */
export const reasonWords = (
  { reasons, medicines }: Pick<FoundService, 'reasons' | 'medicines'>,
  { need, payer }: HelpSearch,
  lang: Lang,
): HelpReason[] =>
  reasons
    .filter(({ about }) => about !== 'hours' && about !== 'when')
    .flatMap(({ kind, about, text }) => {
      if (lang === 'en') return [{ kind, text }]
      const inSpanish =
        about === 'need' && need
          ? needInSpanish(kind, need, medicines)
          : about === 'payer' && payer
            ? payerInSpanish(kind, payer)
            : undefined
      return inSpanish ? [{ kind, text: inSpanish }] : []
    })

const needInSpanish = (
  kind: HelpReason['kind'],
  need: NonNullable<HelpSearch['need']>,
  medicines: FoundService['medicines'],
): string => {
  const name = helpWords('es').needs[need][0]
  if (kind !== 'fits') return `No figura para: ${name.toLowerCase()}`
  return need === 'moud' && medicines?.length
    ? `Da ${medicines.map((medicine) => MEDICINES.es[medicine]).join(', ')}`
    : name
}

const payerInSpanish = (kind: HelpReason['kind'], payer: NonNullable<HelpSearch['payer']>): string => {
  const name = payer === 'none' ? 'a personas sin seguro' : helpWords('es').payers[payer]
  if (kind === 'fits') return payer === 'none' ? 'Ayuda sin seguro' : `Acepta ${name}`
  return kind === 'unsure' ? `No sabemos si acepta ${name}. Pregunte al llamar` : `No dice que acepte ${name}`
}

/** Medicines for opioid use, as a reader knows them. */
export const MEDICINES = {
  en: { methadone: 'methadone', buprenorphine: 'buprenorphine', naltrexone: 'naltrexone' },
  es: { methadone: 'metadona', buprenorphine: 'buprenorfina', naltrexone: 'naltrexona' },
} as const

/** Help with the cost. */
export const FEES = {
  en: {
    free: 'Free',
    'sliding-fee': 'You pay what you can',
    'payment-assistance': 'Help with paying',
    cash: 'Cash',
  },
  es: {
    free: 'Gratis',
    'sliding-fee': 'Paga lo que puede',
    'payment-assistance': 'Ayuda para pagar',
    cash: 'Efectivo',
  },
} as const
