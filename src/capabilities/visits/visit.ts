/** What the station notes of a visit, as far as what comes next hangs on it. */
export type Noted = {
  readonly asks: Asks
  readonly openedAt: Date
  readonly comfortAt: Date | null
  readonly hospitalAt: Date | null
  readonly fitAt: Date | null
  readonly promiseAt: Date | null
  readonly itemsAt: Date | null
  readonly outcome: 'eligible' | 'presumptively-ineligible' | 'hard-stop' | null
  readonly overriddenAt: Date | null
  readonly endedAs: Ending | null
}

export type Called = {
  readonly id: string
  readonly calledAt: Date
  readonly answer: CallAnswer | null
  readonly minutes: number | null
  readonly answeredAt: Date | null
  readonly hereSaidByStationAt: Date | null
  readonly hereSaidByAngelAt: Date | null
}

export const CAME = { 'walk-in': 'Walked in', phone: 'Called' } as const
export type Came = keyof typeof CAME

export const ASKS = { self: 'For themselves', family: 'For somebody of their family' } as const
export type Asks = keyof typeof ASKS

export const CALL_ANSWERS = { coming: 'Coming', 'no-answer': 'No answer', cannot: 'Cannot come' } as const
export type CallAnswer = keyof typeof CALL_ANSWERS

/** Each of them leaves the door open, and none of them is a failure. */
export const ENDINGS = {
  left: 'They went before an angel was there',
  'other-ways': 'They were told of other ways',
  hospital: 'They stay at the hospital',
} as const
export type Ending = keyof typeof ENDINGS

export type Act =
  | 'comfort'
  | 'hospital'
  | 'fit'
  | 'promise'
  | 'items'
  | 'decide'
  | 'override'
  | 'call'
  | 'answer'
  | 'here'
  | 'end'

export type At =
  | 'comfort'
  | 'medical'
  | 'hospital'
  | 'promise'
  | 'items'
  | 'criteria'
  | 'not-eligible'
  | 'call'
  | 'asked'
  | 'coming'
  | 'together'
  | 'ended'

export type Standing = {
  readonly at: At
  /** What can be done now; while the visit goes on there always is something. */
  readonly may: readonly Act[]
  /** The call on which it waits, or by which the angel came. */
  readonly call?: Called
  /** When what it waits for began, and by when it should be there. */
  readonly clock?: { readonly startAt: Date; readonly dueAt: Date; readonly isLate: boolean }
}

/** An angel who has not answered after this long is followed by the next on the list. */
const ANSWER_WITHIN_MINUTES = 5
const MINUTE_MS = 60_000

/** Where a visit stands: told from what was noted, so that nothing can be done out of its order. */
export const standingOf = (noted: Noted, calls: readonly Called[], now: Date): Standing => {
  if (noted.endedAs) return { at: 'ended', may: [] }
  if (!noted.comfortAt) return { at: 'comfort', may: ['comfort', 'end'] }
  if (!noted.fitAt)
    return noted.hospitalAt
      ? { at: 'hospital', may: ['fit', 'end'] }
      : { at: 'medical', may: ['hospital', 'fit', 'end'] }
  if (!noted.promiseAt) return { at: 'promise', may: ['promise', 'end'] }
  // Of a family nothing is asked that only the person themselves could answer.
  if (noted.asks === 'self') {
    if (!noted.itemsAt) return { at: 'items', may: ['items', 'end'] }
    if (!noted.outcome) return { at: 'criteria', may: ['decide', 'end'] }
    if (noted.outcome !== 'eligible' && !noted.overriddenAt)
      return {
        at: 'not-eligible',
        may: noted.outcome === 'presumptively-ineligible' ? ['override', 'end'] : ['end'],
      }
  }
  return standingOfCalls(calls, now)
}

const standingOfCalls = (calls: readonly Called[], now: Date): Standing => {
  const newestFirst = calls.toSorted((one, other) => other.calledAt.getTime() - one.calledAt.getTime())
  const here = newestFirst.find((call) => call.hereSaidByStationAt && call.hereSaidByAngelAt)
  if (here) return { at: 'together', may: [], call: here }
  const coming = newestFirst.find(({ answer }) => answer === 'coming')
  if (coming?.answeredAt) {
    const clock = clockFrom(coming.answeredAt, coming.minutes ?? ANSWER_WITHIN_MINUTES, now)
    return { at: 'coming', may: ['here', 'call', 'end'], call: coming, clock }
  }
  const asked = newestFirst.find(({ answer }) => answer === null)
  if (!asked) return { at: 'call', may: ['call', 'end'] }
  const clock = clockFrom(asked.calledAt, ANSWER_WITHIN_MINUTES, now)
  return { at: 'asked', may: ['answer', 'call', 'end'], call: asked, clock }
}

const clockFrom = (startAt: Date, minutes: number, now: Date) => {
  const dueAt = new Date(startAt.getTime() + minutes * MINUTE_MS)
  return { startAt, dueAt, isLate: now > dueAt }
}

/** Whether an angel still waits to be heard, or can answer for themselves: once somebody else comes, they need not. */
export const canAnswer = (call: Called, { at }: Standing): boolean =>
  call.answer === null && (at === 'asked' || at === 'coming')
