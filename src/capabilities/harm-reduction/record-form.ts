import { readDay } from '#kernel/calendar-day.ts'
import { isId } from '#kernel/ids.ts'
import type { NewEvent } from './add-event.ts'
import { type EventKind, RECIPIENT_KINDS } from './ledger.ts'
import { readMoment } from './moment.ts'
import type { NewLot, To } from './record-event.ts'

/** What a member can write down, each on a page of its own. A correction is made beside what it corrects. */
export const RECORDED_KINDS = [
  ...(['receive', 'give', 'move', 'return', 'leave-behind', 'administer'] as const),
  ...(['expire', 'damage', 'lose', 'count'] as const),
] as const
export type RecordedKind = (typeof RECORDED_KINDS)[number]

export const isRecordedKind = (text: string): text is RecordedKind =>
  RECORDED_KINDS.some((kind) => kind === text)

/** What was typed, by field. */
export type Typed = Readonly<Record<string, string>>
export type Errors = Readonly<Record<string, string>>

type Where = { readonly now: Date; readonly zone: string; readonly id: string }

export type ReadForm =
  | { readonly kind: 'receive'; readonly event: Omit<NewEvent, 'kind' | 'lotId'>; readonly lot: NewLot }
  | {
      readonly kind: 'count'
      readonly holderId: string
      readonly lotId: string
      readonly counted: number
      readonly at: Date
    }
  | { readonly kind: 'other'; readonly event: Omit<NewEvent, 'toHolderId'>; readonly to: To | undefined }

const MOST = 100_000

const wholeNumber = (typed: string, from: number): number | undefined => {
  const number = Number(typed)
  return /^\d{1,6}$/.test(typed) && number >= from && number <= MOST ? number : undefined
}

/** Reads the form of a kind: what is to be recorded, or what has to change at which field. */
export const readRecordForm = (
  kind: RecordedKind,
  typed: Typed,
  where: Where,
): { readonly form: ReadForm } | { readonly errors: Errors } => {
  const errors: Record<string, string> = {}
  const of = (name: string) => (typed[name] ?? '').trim()
  const at = readMoment(
    { month: of('on-month'), day: of('on-day'), year: of('on-year'), time: of('at') },
    where,
  )
  if (!(at instanceof Date)) errors.on = at.mistake
  const occurredAt = at instanceof Date ? at : where.now
  const kits = wholeNumber(of('kits'), kind === 'count' ? 0 : 1)
  if (kits === undefined)
    errors.kits =
      kind === 'count' ? 'How many did you count? Write 0 for none.' : 'How many kits? Write a number.'
  const base = { id: where.id, kits: kits ?? 0, occurredAt }

  if (kind === 'receive') {
    const expiresOn = readDay(of('expires-year'), of('expires-month'), of('expires-day'))
    if (!expiresOn)
      errors.expires = 'Write the day that is printed on the box. Where there is only a month, its last day.'
    if (of('lot') === '') errors.lot = 'Write the lot number that is printed on the box.'
    if (of('product') === '') errors.product = 'What is it? Nasal 4 mg, for example.'
    const doses = wholeNumber(of('doses'), 1)
    if (!doses || doses > 20) errors.doses = 'How many doses are in one kit? Most often 2.'
    if (!isId(of('to'))) errors.to = 'Where do you put them?'
    if (Object.keys(errors).length > 0) return { errors }
    const lot = {
      ...{ number: of('lot').slice(0, 40).toUpperCase(), product: of('product').slice(0, 80) },
      ...{ dosesPerKit: doses ?? 1, expiresOn: expiresOn ?? '' },
    }
    return { form: { kind, lot, event: { ...base, toHolderId: of('to') } } }
  }

  const [holderId = '', lotId = ''] = of('stock').split(' ')
  if (!isId(holderId) || !isId(lotId)) errors.stock = 'Which kits?'
  if (kind === 'count') {
    if (Object.keys(errors).length > 0) return { errors }
    return { form: { kind, holderId, lotId, counted: kits ?? 0, at: occurredAt } }
  }
  const to = readTo(kind, of('to'), typed.behind === 'yes')
  if (to === 'missing') errors.to = kind === 'give' ? 'Who gets them?' : 'Where do they go?'
  const recipientKind = RECIPIENT_KINDS.find((one) => one === of('recipient'))
  if (kind === 'leave-behind' && !recipientKind)
    errors.recipient = 'Who took it? Say what kind of person, never who.'
  if (to === 'missing' || Object.keys(errors).length > 0) return { errors }
  return {
    form: {
      ...{ kind: 'other', to },
      event: {
        ...{
          ...base,
          kind: kind as EventKind,
          lotId,
          fromHolderId: holderId,
          isShort: typed.short === 'yes',
        },
        ...(kind === 'leave-behind' && recipientKind ? { recipientKind } : {}),
      },
    },
  }
}

const GOES_SOMEWHERE: readonly RecordedKind[] = ['give', 'move', 'return']

const readTo = (kind: RecordedKind, typed: string, isLeaveBehind: boolean): To | undefined | 'missing' => {
  if (!GOES_SOMEWHERE.includes(kind)) return undefined
  if (!isId(typed)) return 'missing'
  return kind === 'give' ? { memberId: typed, isLeaveBehind } : { holderId: typed }
}
