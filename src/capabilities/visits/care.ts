import type { CallResult } from './place-calls.ts'

/** What happened after an angel met a person, one thing a step. */
export type CareKind =
  | 'call'
  | 'offered'
  | 'declined'
  | 'transport'
  | 'arrived'
  | 'entered'
  | 'retained'
  | 'left-place'
  | 'rests'
  | 'safety'
  | 'follow-up'

export type CareStep = {
  readonly id: string
  readonly kind: CareKind
  readonly at: Date
  readonly serviceId: string | null
  /** Of a call how it went; of a transport who drives; of an arrival who says so; of a follow-up how it went. */
  readonly result: string | null
  /** Of a call the days on a waitlist; of a follow-up which one. */
  readonly days: number | null
  readonly forAt: Date | null
}

export const DRIVERS = {
  angel: 'The angel',
  place: 'The place comes for them',
  family: 'Family or a friend',
  officer: 'An officer, as they wish',
  taxi: 'A taxi or ride',
  themselves: 'They go themselves',
} as const

export const CONFIRMERS = { place: 'The place', angel: 'The angel', person: 'The person' } as const

export const FOLLOW_UPS = {
  reached: 'Reached',
  'no-answer': 'No answer',
  'no-more': 'Wants no more calls',
} as const

/** On these days after they came somebody asks how it goes. */
export const FOLLOW_UP_DAYS = [1, 7, 30, 90] as const
export type FollowUpDay = (typeof FOLLOW_UP_DAYS)[number]

export type Stage = 'looking' | 'offered' | 'going' | 'arrived' | 'entered' | 'retained' | 'rests'

export type FollowUp = {
  readonly day: FollowUpDay
  readonly dueAt: Date
  /** `late`: two days after it was due. `stopped`: they want no more. Nobody's silence ends it. */
  readonly is: 'waiting' | 'due' | 'late' | 'reached' | 'stopped'
  /** How often somebody tried. */
  readonly tries: number
}

export type Care = {
  readonly stage: Stage
  readonly may: readonly CareKind[]
  /** The place that was offered last, as long as it stands. */
  readonly serviceId: string | undefined
  readonly hasSafety: boolean
  readonly followUps: readonly FollowUp[]
}

const DAY_MS = 86_400_000
const LATE_AFTER_MS = 2 * DAY_MS

/** Whatever the stage, a place can be called, safety talked of, and somebody asked how it goes. */
const ALWAYS: readonly CareKind[] = ['call', 'safety', 'follow-up']
const NEXT: Readonly<Record<Stage, readonly CareKind[]>> = {
  looking: ['offered', 'rests'],
  offered: ['offered', 'transport', 'arrived', 'declined', 'rests'],
  going: ['transport', 'arrived', 'declined', 'rests'],
  arrived: ['entered', 'left-place'],
  entered: ['retained', 'left-place'],
  retained: ['left-place'],
  // The door is open: a rest is not an end.
  rests: ['offered'],
}

const STAGE_AFTER: Readonly<Partial<Record<CareKind, Stage>>> = {
  offered: 'offered',
  declined: 'looking',
  transport: 'going',
  arrived: 'arrived',
  entered: 'entered',
  retained: 'retained',
  'left-place': 'looking',
  rests: 'rests',
}

/** Where the help stands that began at a moment: told from the steps, in the order in which they were noted. */
export const careOf = (beganAt: Date, steps: readonly CareStep[], now: Date): Care => {
  let stage: Stage = 'looking'
  let serviceId: string | undefined
  for (const step of steps) {
    stage = STAGE_AFTER[step.kind] ?? stage
    if (step.kind === 'offered') serviceId = step.serviceId ?? undefined
    if (step.kind === 'declined' || step.kind === 'left-place') serviceId = undefined
  }
  return {
    ...{ stage, serviceId, may: [...NEXT[stage], ...ALWAYS] },
    hasSafety: steps.some(({ kind }) => kind === 'safety'),
    followUps: followUpsOf(beganAt, steps, now),
  }
}

const followUpsOf = (beganAt: Date, steps: readonly CareStep[], now: Date): FollowUp[] => {
  const asked = steps.filter(({ kind }) => kind === 'follow-up')
  const wantsNoMore = asked.some(({ result }) => result === 'no-more')
  return FOLLOW_UP_DAYS.map((day) => {
    const dueAt = new Date(beganAt.getTime() + day * DAY_MS)
    const tries = asked.filter(({ days }) => days === day)
    const common = { day, dueAt, tries: tries.length }
    if (tries.some(({ result }) => result === 'reached')) return { ...common, is: 'reached' }
    if (wantsNoMore) return { ...common, is: 'stopped' }
    if (now < dueAt) return { ...common, is: 'waiting' }
    return { ...common, is: now.getTime() - dueAt.getTime() > LATE_AFTER_MS ? 'late' : 'due' }
  })
}

/** Whether a step can be noted now. A follow-up has its day, and is not asked for ahead of it. */
export const canNote = (care: Care, step: Pick<CareStep, 'kind' | 'days'>): boolean =>
  care.may.includes(step.kind) &&
  (step.kind !== 'follow-up' ||
    care.followUps.some(({ day, is }) => day === step.days && (is === 'due' || is === 'late')))

export type CallOf = { readonly serviceId: string; readonly result: CallResult; readonly at: Date }

/** The newest word of each place that was called. */
export const lastCalls = (steps: readonly CareStep[]): ReadonlyMap<string, CallOf> =>
  new Map(
    steps.flatMap(({ kind, serviceId, result, at }) =>
      kind === 'call' && serviceId && result
        ? [[serviceId, { serviceId, result: result as CallResult, at }] as const]
        : [],
    ),
  )
