import type { Role } from '#kernel/actor.ts'
import type { Refusal } from '#kernel/refusal.ts'

/** How a case stands, in the words in which members read it. */
export const STATUSES = {
  intake: 'Intake to do',
  active: 'Active',
  'in-the-wind': 'In the wind',
  inactive: 'Not now',
  closed: 'Closed',
} as const
export type Status = keyof typeof STATUSES

/** With what a case is closed. None of them is a failure, and each can be opened again. */
export const OUTCOMES = {
  'goals-met': 'Goals met',
  moved: 'Moved away',
  incarcerated: 'In jail or prison',
  deceased: 'Died',
  withdrew: 'Wants no more',
  transferred: 'Goes on with another program',
  'not-reached': 'Never reached',
} as const
export type Outcome = keyof typeof OUTCOMES

/** How somebody was, or was not, reached. */
export const CHANNELS = {
  call: 'Call',
  text: 'Text',
  'in-person': 'Face to face',
  visit: 'Visit',
  mail: 'Letter or e-mail',
  other: 'Another way',
} as const
export type Channel = keyof typeof CHANNELS

export type EntryKind =
  | 'opened'
  | 'status'
  | 'contact'
  | 'attempt'
  | 'goal'
  | 'goal-met'
  | 'need'
  | 'funds'
  | 'note'
  | 'manager'
  | 'merged'
  | 'parted'

export const TASK_KINDS = {
  task: 'To do',
  'follow-up': 'Follow-up',
  deadline: 'Deadline',
  'call-back': 'Call back',
  visit: 'Visit',
  appointment: 'Appointment',
} as const
export type TaskKind = keyof typeof TASK_KINDS
export type TaskEnd = 'done' | 'dropped' | 'with-case'

/** Who works on cases; the database asks the same, and lets no member of police or a court. */
export const WORKS_CASES: readonly Role[] = ['angel', 'navigator', 'case-manager', 'provider']

/** Days after a handoff on which somebody asks how it goes. */
const FOLLOW_UP_DAYS = [1, 7, 30, 90] as const

/**
 * Which follow-ups there are to do. Of those whose day is over, as where a handoff is entered weeks later, only the last: to ask
 * once is enough.
 */
export const followUpDays = (from: Date, now: Date): number[] => {
  const passed = FOLLOW_UP_DAYS.filter((days) => from.getTime() + days * 86_400_000 < now.getTime())
  return FOLLOW_UP_DAYS.filter((days) => !passed.includes(days) || days === passed.at(-1))
}

/** Where a case can go from where it stands. Every status leads on, so that no case is ever lost. */
const NEXT: Readonly<Record<Status, readonly Status[]>> = {
  intake: ['active', 'in-the-wind', 'inactive', 'closed'],
  active: ['in-the-wind', 'inactive', 'closed'],
  'in-the-wind': ['active', 'inactive', 'closed'],
  inactive: ['active', 'in-the-wind', 'closed'],
  closed: ['active'],
}

export const nextStatuses = (status: Status): readonly Status[] => NEXT[status]

export type Standing = { readonly status: Status; readonly outcome: Outcome | undefined }

/** What a change makes of a case. Closing needs an outcome, and nothing else has one. */
export const changeStanding = (
  now: Standing,
  to: { readonly status: Status; readonly outcome?: Outcome | undefined },
): Standing | Refusal<'no-such-step' | 'outcome-missing'> => {
  if (!NEXT[now.status].includes(to.status)) return { refused: 'no-such-step' }
  if (to.status !== 'closed') return { status: to.status, outcome: undefined }
  return to.outcome === undefined ? { refused: 'outcome-missing' } : { status: 'closed', outcome: to.outcome }
}

/** What becomes of a case's tasks when it changes: closing ends the open ones with it, opening brings those back. */
export const tasksAfter = (from: Status, to: Status): 'end' | 'bring-back' | 'stay' => {
  if (to === 'closed' && from !== 'closed') return 'end'
  return from === 'closed' && to !== 'closed' ? 'bring-back' : 'stay'
}

/** A caseload that is usually full, and the most that anybody should carry (LEAD). */
export const CASELOAD = { full: 20, most: 25 } as const

/** How heavy a caseload of so many is. */
export const caseloadOf = (count: number): 'room' | 'full' | 'too-many' => {
  if (count > CASELOAD.most) return 'too-many'
  return count >= CASELOAD.full ? 'full' : 'room'
}
