import type { IconName } from '#design'
import {
  CHANNELS,
  type Channel,
  type EntryKind,
  OUTCOMES,
  type Outcome,
  STATUSES,
  type Status,
  type TaskKind,
} from './case.ts'
import { NEED_STATES, NEEDS, readNeed } from './needs.ts'

/** What somebody is called, where they said so. */
export const calledOf = (called: string | null | undefined): string => called ?? 'Somebody without a name'

/** “$20.00” of cents. */
export const moneyWords = (cents: number): string =>
  new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' }).format(cents / 100)

const SPOKE: Readonly<Record<Channel, string>> = {
  call: 'Spoke on the phone',
  text: 'Texted',
  'in-person': 'Met face to face',
  visit: 'Visited',
  mail: 'Wrote',
  other: 'In touch',
}

/** An entry, as its heading says it. */
export const entryTitle = (entry: {
  readonly kind: EntryKind
  readonly channel: Channel | null
  readonly minutes: number | null
  readonly what: string | null
  readonly amountCents: number | null
}): string => {
  const { kind, channel, minutes, what } = entry
  const took = minutes ? `, ${minutes} min` : ''
  switch (kind) {
    case 'contact':
      return `${SPOKE[channel ?? 'other']}${took}`
    case 'attempt':
      return `${CHANNELS[channel ?? 'other']}, not reached${took}`
    case 'opened':
      return what === 'referral' ? 'Case opened after a referral' : 'Case opened'
    case 'status':
      return statusTitle(what)
    case 'goal':
      return 'A goal, in their words'
    case 'goal-met':
      return 'Goal met'
    case 'need': {
      const read = readNeed(what)
      return read ? `${NEEDS[read.need]}: ${NEED_STATES[read.state].toLowerCase()}` : 'A need'
    }
    case 'funds':
      return `${moneyWords(entry.amountCents ?? 0)} of the flexible fund`
    case 'note':
      return 'Note'
    case 'manager':
      return what === 'nobody' ? 'Nobody follows the case' : 'Somebody else follows the case'
    case 'merged':
      return 'Another case of the same person is kept here'
    case 'parted':
      return 'That case stands by itself again'
  }
}

const statusTitle = (what: string | null): string => {
  if (what && Object.hasOwn(OUTCOMES, what)) return `Closed: ${OUTCOMES[what as Outcome].toLowerCase()}`
  return what && Object.hasOwn(STATUSES, what) ? STATUSES[what as Status] : 'Changed'
}

export const ENTRY_ICONS: Readonly<Record<EntryKind, IconName>> = {
  opened: 'door',
  status: 'flag',
  contact: 'chat',
  attempt: 'wait',
  goal: 'heart',
  'goal-met': 'check',
  need: 'list',
  funds: 'box',
  note: 'pen',
  manager: 'people',
  merged: 'people',
  parted: 'people',
}

export const CHANNEL_ICONS: Readonly<Record<Channel, IconName>> = {
  call: 'phone',
  text: 'chat',
  'in-person': 'people',
  visit: 'walk',
  mail: 'file',
  other: 'hands',
}

export const TASK_ICONS: Readonly<Record<TaskKind, IconName>> = {
  task: 'check',
  'follow-up': 'calendar',
  deadline: 'clock',
  'call-back': 'phone',
  visit: 'walk',
  appointment: 'calendar',
}
