import { dayAt } from '#kernel/calendar-day.ts'
import { isId } from '#kernel/ids.ts'
import type { UsedKits } from './give-naloxone.ts'
import { momentOf, readMoment } from './moment.ts'
import {
  AFTERS,
  AGE_BANDS,
  GENDERS,
  type NaloxoneReport,
  namesHouse,
  RESPONSES,
  readZip,
  SURVIVED,
} from './naloxone.ts'
import type { Errors, Typed } from './record-form.ts'

/** How long ago it was, as a thumb says it; `other` is typed. */
export const AGO = ['0', '15', '30', '60', 'other'] as const

const MINUTE_MS = 60_000

type Where = { readonly now: Date; readonly zone: string; readonly id: string }

/** Reads the form: a report and the kits that were used, or what has to change at which field. */
export const readNaloxoneForm = (
  typed: Typed,
  { now, zone, id }: Where,
): { readonly report: NaloxoneReport; readonly used: UsedKits | undefined } | { readonly errors: Errors } => {
  const errors: Record<string, string> = {}
  const of = (name: string) => (typed[name] ?? '').trim()
  const occurredAt = readWhen(of, now, zone)
  if (!(occurredAt instanceof Date)) errors[occurredAt.field] = occurredAt.mistake
  const zip = readZip(of('zip'))
  if (!zip) errors.zip = 'Write the five digits of the ZIP code.'
  if (namesHouse(of('crossing')))
    errors.crossing = 'Leave the house number out: it says who lives there. Name the nearest crossing.'
  const response = RESPONSES.find((one) => one === of('response'))
  if (!response) errors.response = 'Did it help? “I don’t know” is an answer.'
  const after = AFTERS.find((one) => one === of('after'))
  if (!after) errors.after = 'What happened then? “I don’t know” is an answer.'
  const survived = SURVIVED.find((one) => one === of('survived'))
  if (!survived) errors.survived = 'Are they alive? “I don’t know” is an answer.'
  if (!/^(\d{1,2}|unknown)$/.test(of('doses')) || Number(of('doses')) > 20)
    errors.doses = 'How many doses? “I don’t know” is an answer.'
  const used = readUsed(of)
  const at = occurredAt instanceof Date ? occurredAt : now
  const called = readClock(of('called'), at, zone)
  const arrived = readClock(of('arrived'), at, zone)
  const ems = readClock(of('ems'), at, zone)
  for (const [field, time] of Object.entries({ called, arrived, ems }))
    if (time === 'wrong') errors[field] = 'Use a time like 4:10 PM, or leave it empty.'
  if (!response || !after || !survived || !zip || Object.keys(errors).length > 0) return { errors }
  return {
    used,
    report: {
      ...{ id, occurredAt: at, zip, response, after, survived },
      incidentId: isId(of('incident')) ? of('incident') : id,
      crossing: of('crossing') === '' ? null : of('crossing').slice(0, 80),
      doses: of('doses') === 'unknown' ? null : Number(of('doses')),
      product: of('product') === '' ? null : of('product').slice(0, 80),
      ageBand: AGE_BANDS.find((one) => one === of('age')) ?? null,
      gender: GENDERS.find((one) => one === of('gender')) ?? null,
      calledAt: called === 'wrong' ? null : called,
      arrivedAt: arrived === 'wrong' ? null : arrived,
      emsAt: ems === 'wrong' ? null : ems,
    },
  }
}

type Of = (name: string) => string

const readWhen = (
  of: Of,
  now: Date,
  zone: string,
): Date | { readonly field: string; readonly mistake: string } => {
  const same = new Date(of('same'))
  if (of('same') !== '' && !Number.isNaN(same.getTime()) && same <= now) return same
  const ago = AGO.find((one) => one === of('ago'))
  if (!ago) return { field: 'ago', mistake: 'When was it?' }
  if (ago !== 'other') return new Date(now.getTime() - Number(ago) * MINUTE_MS)
  const parts = { month: of('on-month'), day: of('on-day'), year: of('on-year'), time: of('at') }
  if (parts.month === '' && parts.day === '' && parts.year === '' && parts.time === '')
    return { field: 'on', mistake: 'Write the day and the time.' }
  const at = readMoment(parts, { now, zone })
  return at instanceof Date ? at : { field: 'on', ...at }
}

/** The kit that was used, and how many: one kit for each that was opened. */
const readUsed = (of: Of): UsedKits | undefined => {
  const [holderId = '', lotId = ''] = of('kit').split(' ')
  if (!isId(holderId) || !isId(lotId)) return undefined
  const kits = /^[1-9]$/.test(of('kits')) ? Number(of('kits')) : 1
  return { holderId, lotId, kits }
}

/** A time of day around when it happened: the one of that day, or of the day before when it would lie after it. */
const readClock = (typed: string, at: Date, zone: string): Date | null | 'wrong' => {
  if (typed === '') return null
  if (!/^([01]\d|2[0-3]):[0-5]\d/.test(typed)) return 'wrong'
  const moment = momentOf(dayAt(at, zone), typed, zone)
  const HALF_DAY_MS = 43_200_000
  if (moment.getTime() - at.getTime() > HALF_DAY_MS) return new Date(moment.getTime() - 2 * HALF_DAY_MS)
  if (at.getTime() - moment.getTime() > HALF_DAY_MS) return new Date(moment.getTime() + 2 * HALF_DAY_MS)
  return moment
}
