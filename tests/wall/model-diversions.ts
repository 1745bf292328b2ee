import type { Who } from './actors.ts'
import { APPROVED, OF_OTHERS, SENT } from './diversion-rows.ts'
import {
  countyOf,
  helpsPeople,
  isJob,
  isMember,
  memberOf,
  nobody,
  organizationOf,
  type TableRules,
} from './model.ts'
import { keepsTheRule } from './model-agreements.ts'
import type { Row } from './row.ts'
import { type Scenario, scenarios } from './scenarios.ts'

const WATCH = 'watch-diversions'

const scenarioOf = (row: Row): Scenario => scenarios.find(({ name }) => name === row.of) as Scenario

const hasRole = (who: Who, ...roles: string[]): boolean =>
  isMember(who) && who.roles.some((role) => roles.includes(role))

const inOwnName = (who: Who, { parties }: Row): boolean => memberOf(who) === (parties.member ?? null)

/** Who follows cases. Harm reduction does not, and never sees what is legal. */
const follows = (who: Who): boolean => hasRole(who, 'navigator', 'case-manager', 'provider')

const isSender = (who: Who, { parties }: Row): boolean =>
  isMember(who) && helpsPeople(who) && organizationOf(who) === parties.sender

/** The place, until it said no. */
const isPlace = (who: Who, row: Row): boolean =>
  follows(who) && organizationOf(who) === row.parties.receiver && scenarioOf(row).state !== 'declined'

const isOffice = (who: Who, { parties }: Row): boolean =>
  hasRole(who, 'prosecutor') && organizationOf(who) === parties.recipient

/** Whether the person lets whoever asks know it: for an office, the one of its members whom the release names. */
const lets = (who: Who, row: Row, dataClass: string): boolean => {
  const { line, to } = scenarioOf(row)
  return (
    keepsTheRule(who) &&
    line?.life === 'live' &&
    line.from === to &&
    line.to.id === organizationOf(who) &&
    (line.toMember ? line.toMember.id === memberOf(who) : helpsPeople(who)) &&
    line.classes.includes(dataClass)
  )
}

const HANDOFF = ['reached', 'arrived', 'handed-over']

const readsReleased = (who: Who, row: Row): boolean => {
  const step = String(row.values.kind)
  if (row.values.by_organization_id !== row.parties.receiver) return false
  if (step === 'reported') return (isSender(who, row) || isOffice(who, row)) && lets(who, row, 'intake-done')
  return HANDOFF.includes(step) && isSender(who, row) && lets(who, row, 'handoff')
}

const readsStep = (who: Who, row: Row): boolean => {
  const isOurs = row.values.by_organization_id === organizationOf(who)
  return (
    isJob(who, WATCH) ||
    (isOurs && isMember(who) && (helpsPeople(who) || hasRole(who, 'prosecutor'))) ||
    isPlace(who, row) ||
    (row.values.kind === 'packet-sent' && isOffice(who, row)) ||
    readsReleased(who, row)
  )
}

/** Each side takes its own steps, in its own name, and the clock says alone that it ran out. */
const takesStep = (who: Who, row: Row): boolean => {
  const step = String(row.values.kind)
  if (step === 'overdue') return isJob(who, WATCH) && row.values.by_organization_id === null
  if (row.values.by_organization_id !== organizationOf(who) || !inOwnName(who, row)) return false
  if (step === 'decided' || step === 'office-extended') return isOffice(who, row) && SENT.includes(row.of)
  if (step === 'legal-event') return isOffice(who, row) && lets(who, row, 'intake-done')
  if (step === 'packet-sent') return isSender(who, row)
  if (step === 'left' || HANDOFF.includes(step)) return isSender(who, row) || isPlace(who, row)
  return isPlace(who, row)
}

const convenes = (who: Who, { parties }: Row): boolean =>
  follows(who) && organizationOf(who) === parties.organization && countyOf(who) === parties.county

export const diversionRules: Readonly<Record<string, TableRules>> = {
  // A charge that is not made: the office learns of it with the packet, and no other police ever.
  diversion: {
    reads: (who, row) =>
      isJob(who, WATCH) ||
      isSender(who, row) ||
      isPlace(who, row) ||
      (isOffice(who, row) && SENT.includes(row.of)),
    adds: (who, row) => isSender(who, row) && inOwnName(who, row) && row.of === APPROVED,
    changes: nobody,
    removes: nobody,
  },
  diversion_step: { reads: readsStep, adds: takesStep, changes: nobody, removes: nobody },
  // Whoever called a meeting keeps what was said; the others heard it at the table.
  work_group_meeting: {
    reads: convenes,
    adds: (who, row) => convenes(who, row) && inOwnName(who, row),
    changes: nobody,
    removes: nobody,
  },
  work_group_action: {
    reads: convenes,
    adds: (who, row) => convenes(who, row) && inOwnName(who, row) && row.kind !== OF_OTHERS,
    changes: (who, row) => convenes(who, row) && row.values.done_at === null,
    removes: nobody,
  },
}
