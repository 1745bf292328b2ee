/** How somebody came: an officer could have charged, met them in need, or a partner without police referred them. */
export const WAYS = {
  arrest: 'Arrest diversion',
  'social-contact': 'Social contact',
  community: 'Community referral',
} as const
export type Way = keyof typeof WAYS

/** On what a social contact rests (Cal. Penal Code 1001.88): the kind is kept, never what was seen or said. */
export const VERIFICATIONS = {
  records: 'Records of the last 24 months',
  observation: 'What an officer saw',
  'reliable-information': 'Reliable information',
} as const
export type Verification = keyof typeof VERIFICATIONS

export const STEPS = {
  reached: 'The case manager is reached',
  arrived: 'The case manager is there',
  'handed-over': 'They go with the case manager',
  left: 'They left, or want no help now',
  'packet-sent': 'The packet goes to the attorney',
  screened: 'What they need now is asked',
  extended: 'Intake gets more time',
  'intake-done': 'Intake is done',
  reported: 'The office is told: completed or not',
  settled: 'The held charge is closed',
  'office-extended': 'The office waits longer',
  decided: 'The prosecutor decides',
  'legal-event': 'Something happened at court',
  overdue: 'A clock ran out',
} as const
export type StepKind = keyof typeof STEPS

/** Whose side acts: who referred, the place that follows the case, or the office that holds the charge. */
export type Side = 'sender' | 'place' | 'office'

export const DECISIONS = {
  'not-filed': 'It is not filed',
  filed: 'It is filed',
  dismissed: 'It is dismissed',
} as const
export type Decided = keyof typeof DECISIONS

export const REPORTS = { completed: 'Completed', 'not-completed': 'Not completed' } as const
export type Reported = keyof typeof REPORTS

/** What a step says, as far as the rules look at it. */
export type Taken = {
  readonly kind: StepKind
  readonly at: Date
  readonly outcome?: string | null
  readonly dueAt?: Date | null
}

export type Course = {
  readonly way: Way
  readonly openedAt: Date
  /** By when the case manager is there; null where the pathway says nothing. */
  readonly arriveBy: Date | null
  /** The order in which they were taken. */
  readonly steps: readonly Taken[]
}

const BY: Readonly<Record<Exclude<StepKind, 'overdue'>, readonly Side[]>> = {
  ...{ reached: ['sender', 'place'], arrived: ['sender', 'place'], 'handed-over': ['sender', 'place'] },
  ...{ left: ['sender', 'place'], 'packet-sent': ['sender'], screened: ['place'], extended: ['place'] },
  ...{ 'intake-done': ['place'], reported: ['place'], settled: ['place'], 'office-extended': ['office'] },
  ...{ decided: ['office'], 'legal-event': ['office'] },
}

/** What can be said more than once. */
const AGAIN: readonly StepKind[] = ['extended', 'office-extended', 'legal-event']

export const has = ({ steps }: Pick<Course, 'steps'>, kind: StepKind): boolean =>
  steps.some((step) => step.kind === kind)

/** What has to have happened before a step can be taken; whoever has not come this far waits. */
const comesAfter = (course: Course, kind: StepKind, now: Date): boolean => {
  const done = (one: StepKind) => has(course, one)
  const isArrest = course.way === 'arrest'
  switch (kind) {
    case 'reached':
      return !done('arrived') && !done('handed-over') && !done('left')
    case 'arrived':
      return !done('handed-over') && !done('left')
    case 'handed-over':
      return done('arrived') && !done('left')
    case 'left':
      return !done('intake-done') && !done('reported')
    case 'packet-sent':
      return isArrest && done('handed-over')
    case 'screened':
      return done('handed-over') && !done('left')
    case 'extended':
      return done('handed-over') && !done('intake-done') && !done('left') && !done('reported')
    case 'intake-done':
      return done('screened') && !done('left') && !done('reported')
    case 'reported':
      return (
        isArrest && done('packet-sent') && (done('intake-done') || done('left') || isIntakeLate(course, now))
      )
    case 'office-extended':
      return isArrest && done('packet-sent') && !done('decided')
    case 'decided':
      return isArrest && done('packet-sent')
    case 'settled':
      return isArrest && done('decided')
    case 'legal-event':
      return isArrest && done('packet-sent')
    default:
      return false
  }
}

/** The steps that a side can take now, in the order in which they come. No way leads around one that comes before. */
export const openSteps = (course: Course, side: Side, now: Date): readonly StepKind[] =>
  (Object.keys(BY) as Exclude<StepKind, 'overdue'>[]).filter(
    (kind) =>
      BY[kind].includes(side) &&
      (AGAIN.includes(kind) || !has(course, kind)) &&
      comesAfter(course, kind, now),
  )

/** What may be reported: completed only after intake; not completed only when it cannot come any more. */
export const reportsOpen = (course: Course): readonly Reported[] =>
  has(course, 'intake-done') ? ['completed'] : ['not-completed']

/** By when intake is due: what the last of handoff and extensions says. */
export const intakeDue = ({ steps }: Pick<Course, 'steps'>): Date | undefined =>
  steps.findLast(({ kind }) => kind === 'handed-over' || kind === 'extended')?.dueAt ?? undefined

const isIntakeLate = (course: Course, now: Date): boolean => {
  const dueAt = intakeDue(course)
  return dueAt !== undefined && dueAt <= now
}

export type ClockId = 'arrival' | 'intake' | 'decision'

export const CLOCKS: Readonly<Record<ClockId, string>> = {
  arrival: 'The case manager is there',
  intake: 'Intake is done',
  decision: 'The office decides',
}

export type DiversionClock = {
  readonly id: ClockId
  readonly startAt: Date
  readonly dueAt: Date
  readonly doneAt: Date | undefined
}

/** The clocks of a diversion, those that stopped too. One stops when what it waits for happened, or cannot any more. */
export const clocksOf = (course: Course): readonly DiversionClock[] => {
  const at = (...kinds: StepKind[]) => course.steps.find(({ kind }) => kinds.includes(kind))?.at
  const dueAt = intakeDue(course)
  const handedOver = at('handed-over')
  const extended = course.steps.findLast(({ kind }) => kind === 'office-extended')
  return [
    ...(course.arriveBy
      ? [
          {
            ...{ id: 'arrival' as const, startAt: course.openedAt, dueAt: course.arriveBy },
            doneAt: at('arrived', 'handed-over', 'left'),
          },
        ]
      : []),
    ...(handedOver && dueAt
      ? [
          {
            ...{ id: 'intake' as const, startAt: handedOver, dueAt },
            doneAt: at('intake-done', 'left', 'reported'),
          },
        ]
      : []),
    ...(extended?.dueAt
      ? [
          {
            ...{ id: 'decision' as const, startAt: extended.at, dueAt: extended.dueAt },
            doneAt: at('decided'),
          },
        ]
      : []),
  ]
}

/** The clocks that ran out and wait all the same: each is said on every list until it stops. */
export const ranOut = (course: Course, now: Date): readonly DiversionClock[] =>
  clocksOf(course).filter(({ dueAt, doneAt }) => doneAt === undefined && dueAt <= now)

/** What comes next, in a few words, as far as the reader knows the steps. */
export const standingOf = (course: Course): string => {
  const last = (kind: StepKind) => course.steps.findLast((step) => step.kind === kind)?.outcome
  const decided = last('decided')
  if (decided) return DECISIONS[decided as Decided]
  const reported = last('reported')
  if (reported) return REPORTS[reported as Reported]
  if (has(course, 'left')) return 'Left'
  if (has(course, 'intake-done')) return 'Intake done'
  if (has(course, 'screened')) return 'Waits for intake'
  if (has(course, 'handed-over')) return 'With the case manager'
  if (has(course, 'arrived')) return 'Together'
  return has(course, 'reached') ? 'On the way' : 'Waits for the case manager'
}
