import type { FieldFindings } from '#design'
import { type Day, dayAt, readDay } from '#kernel/calendar-day.ts'
import { findSensitiveWords } from '#kernel/sensitive-words.ts'
import { type FormFields, firstOf } from '#platform/http/form-body.ts'
import {
  CHANNELS,
  type Channel,
  OUTCOMES,
  type Outcome,
  STATUSES,
  type Status,
  TASK_KINDS,
  type TaskKind,
} from './case.ts'
import { NEED_STATES, NEEDS, type Need, type NeedState } from './needs.ts'

export type Errors = Readonly<Record<string, string>>
type Read<Value> = Value | { readonly errors: Errors }

const isKey = <Key extends string>(words: Readonly<Record<Key, unknown>>, text: string): text is Key =>
  Object.hasOwn(words, text)

/** Where members write freely, with the labels of the forms. */
const TEXTS = { words: 'What should be remembered?', note: 'Note' }

/** Words that look like criminal-justice information or name a third person. */
export const findingsInCase = (fields: FormFields): FieldFindings[] =>
  Object.entries(TEXTS).map(([field, label]) => ({
    ...{ field, label },
    findings: findSensitiveWords(firstOf(fields, field)),
  }))

/** A contact of this minute, or of a time earlier today or before. */
export const readContact = (
  fields: FormFields,
): Read<{ channel: Channel; reached: boolean; minutes: number | undefined; words: string }> => {
  const channel = firstOf(fields, 'channel')
  const reached = firstOf(fields, 'reached')
  const minutes = firstOf(fields, 'minutes')
  const errors: Record<string, string> = {}
  if (!isKey(CHANNELS, channel)) errors.channel = 'Choose how it was.'
  if (reached !== 'yes' && reached !== 'no') errors.reached = 'Say whether you reached them.'
  if (minutes !== '' && !/^\d{1,3}$/.test(minutes)) errors.minutes = 'Write minutes as a number, such as 10.'
  if (Object.keys(errors).length > 0 || !isKey(CHANNELS, channel)) return { errors }
  return {
    ...{ channel, reached: reached === 'yes', words: firstOf(fields, 'words').slice(0, 4000) },
    minutes: minutes === '' ? undefined : Number(minutes),
  }
}

/** The day and time that a form says, by the county's clock; a day alone is until five in the afternoon. */
const readDue = (fields: FormFields, now: Date, zone: string): Date | undefined => {
  const day: Day | undefined = readDay(
    firstOf(fields, 'due-year'),
    firstOf(fields, 'due-month'),
    firstOf(fields, 'due-day'),
  )
  const time = firstOf(fields, 'time') || '17:00'
  const parts = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time)
  if (!day || !parts) return undefined
  if (day < dayAt(now, zone)) return undefined
  return atTime(day, Number(parts[1]) * 60 + Number(parts[2]), zone)
}

const MINUTE_MS = 60_000

/** The moment at which the clock of a zone shows so many minutes after midnight of a day. */
const atTime = (day: Day, minutes: number, zone: string): Date => {
  const guess = Date.parse(`${day}T00:00:00Z`) + minutes * MINUTE_MS
  const shown = (at: number): number => {
    const parts = new Intl.DateTimeFormat('en-CA', {
      ...{ timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit' },
      ...{ hour: '2-digit', minute: '2-digit' },
    }).formatToParts(at)
    const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '00'
    return Date.parse(`${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}:00Z`)
  }
  // Twice, because the first step may cross a night on which the clock is moved.
  const near = guess - (shown(guess) - guess)
  return new Date(near - (shown(near) - guess))
}

export const readTask = (
  fields: FormFields,
  now: Date,
  zone: string,
): Read<{ kind: TaskKind; title: string; dueAt: Date }> => {
  const kind = firstOf(fields, 'kind') || 'task'
  const title = firstOf(fields, 'title')
  const dueAt = readDue(fields, now, zone)
  const errors: Record<string, string> = {}
  if (title === '') errors.title = 'Write what is to be done.'
  if (title.length > 200) errors.title = 'Use at most 200 letters.'
  if (!dueAt) errors.due = 'Write a day that is today or later, such as 12 4 2026.'
  if (!isKey(TASK_KINDS, kind) || !dueAt || Object.keys(errors).length > 0) return { errors }
  return { kind, title, dueAt }
}

export const readNeedForm = (fields: FormFields): Read<{ need: Need; state: NeedState }> => {
  const [need, state] = [firstOf(fields, 'need'), firstOf(fields, 'state')]
  if (isKey(NEEDS, need) && isKey(NEED_STATES, state)) return { need, state }
  return {
    errors: {
      ...(isKey(NEEDS, need) ? {} : { need: 'Choose the need.' }),
      ...(isKey(NEED_STATES, state) ? {} : { state: 'Choose how it stands.' }),
    },
  }
}

/** “20” or “20.50”, at most 9,999 dollars. */
export const readFunds = (fields: FormFields): Read<{ amountCents: number; words: string }> => {
  const amount = /^\$?(\d{1,4})(?:\.(\d{2}))?$/.exec(firstOf(fields, 'amount').replace(',', ''))
  const words = firstOf(fields, 'for').slice(0, 300)
  const amountCents = amount ? Number(amount[1]) * 100 + Number(amount[2] ?? 0) : 0
  const errors: Record<string, string> = {}
  if (amountCents === 0) errors.amount = 'Write dollars, such as 20 or 20.50.'
  if (words === '') errors.for = 'Say what it was for.'
  return Object.keys(errors).length > 0 ? { errors } : { amountCents, words }
}

export const readStatus = (fields: FormFields): Read<{ status: Status; outcome: Outcome | undefined }> => {
  const [status, outcome] = [firstOf(fields, 'status'), firstOf(fields, 'outcome')]
  if (!isKey(STATUSES, status)) return { errors: { status: 'Choose how the case stands.' } }
  if (status !== 'closed') return { status, outcome: undefined }
  return isKey(OUTCOMES, outcome) ? { status, outcome } : { errors: { outcome: 'Choose why it is closed.' } }
}

/** Who somebody is, as a form says it; only what the form has. A birth day is written in three parts, or chosen whole. */
export const readIdentity = (
  fields: FormFields,
): { readonly values: Record<string, string>; readonly errors: Errors } => {
  const values: Record<string, string> = {}
  const errors: Record<string, string> = {}
  for (const name of ['called', 'phone', 'howToReach', 'language', 'whereabouts'])
    if (fields[name]) values[name] = firstOf(fields, name).slice(0, 300)
  const parts = ['year', 'month', 'day'].map((part) => firstOf(fields, `bornOn-${part}`))
  const [year = '', month = '', day = ''] = parts
  if (fields.bornOn) values.bornOn = firstOf(fields, 'bornOn')
  else if (fields['bornOn-year'])
    values.bornOn = parts.every((part) => part === '') ? '' : (readDay(year, month, day) ?? '')
  const isDay = values.bornOn === undefined || values.bornOn === '' || /^\d{4}-\d\d-\d\d$/.test(values.bornOn)
  const typed = parts.some((part) => part !== '')
  if (
    !isDay ||
    (typed && values.bornOn === '') ||
    (values.bornOn ?? '') > new Date().toISOString().slice(0, 10)
  ) {
    errors.bornOn = 'Write a day in the past, such as 3 14 1988, or leave it out.'
    return {
      values: { ...values, bornOn: '', 'bornOn-year': year, 'bornOn-month': month, 'bornOn-day': day },
      errors,
    }
  }
  if (values.bornOn && values.bornOn < '1900-01-01') errors.bornOn = 'Write a year after 1900.'
  return { values, errors }
}
