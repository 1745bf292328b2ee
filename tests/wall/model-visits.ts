import type { Who } from './actors.ts'
import { countyOf, isJob, isMember, memberOf, nobody, organizationOf, type TableRules } from './model.ts'
import type { Row } from './row.ts'
import { ASKED, CAME, NOT_MET, OF_FAMILY, TOO_EARLY } from './visit-rows.ts'

const has = (who: Who, ...roles: string[]): boolean =>
  isMember(who) && who.roles.some((one) => roles.includes(one))
const atStation = (who: Who): boolean => has(who, 'officer', 'sergeant')
const isAngel = (who: Who): boolean => has(who, 'angel', 'navigator', 'case-manager')
const isOwn = (who: Who, { parties }: Row): boolean => organizationOf(who) === parties.organization
const isAsked = (who: Who, { parties }: Row): boolean => organizationOf(who) === parties.recipient
const inOwnName = (who: Who, { parties }: Row): boolean => memberOf(who) === (parties.member ?? null)
const counts = (who: Who): boolean => isJob(who, 'count-visits')

/** Navigators and case managers follow what anybody of their program began; an angel what they began themselves. */
const follows = (who: Who, angel: unknown): boolean =>
  has(who, 'navigator', 'case-manager') || (has(who, 'angel') && memberOf(who) === angel)

const ofStation = (who: Who, row: Row): boolean => atStation(who) && isOwn(who, row)
const ofProgram = (who: Who, row: Row): boolean => isOwn(who, row) && follows(who, row.parties.member)

export const visitRules: Readonly<Record<string, TableRules>> = {
  // The station sees what it did itself; of a program who was called, or follows for them.
  visit: {
    reads: (who, row) =>
      counts(who) || ofStation(who, row) || (isAsked(who, row) && follows(who, row.parties.receiver)),
    adds: (who, row) => ofStation(who, row) && inOwnName(who, row),
    changes: (who, row) => ofStation(who, row) && row.kind === 'begun',
    removes: nobody,
  },
  visit_call: {
    reads: (who, row) =>
      counts(who) || ofStation(who, row) || (isAsked(who, row) && follows(who, row.parties.receiver)),
    adds: (who, row) =>
      ofStation(who, row) && inOwnName(who, row) && row.kind !== TOO_EARLY && row.kind !== CAME,
    changes: (who, row) =>
      row.kind === ASKED &&
      (ofStation(who, row) || (isAsked(who, row) && isAngel(who) && memberOf(who) === row.parties.receiver)),
    removes: nobody,
  },
  surrendered_item: {
    reads: ofStation,
    adds: (who, row) => ofStation(who, row) && inOwnName(who, row) && row.kind !== 'destroyed',
    changes: (who, row) => ofStation(who, row) && row.kind === 'kept',
    removes: nobody,
  },
  angel_roster: {
    reads: (who, row) =>
      isMember(who) && countyOf(who) === row.parties.county && (atStation(who) || isOwn(who, row)),
    adds: (who, row) => isAngel(who) && inOwnName(who, row) && who.organization?.isCriminalJustice === false,
    changes: (who, row) =>
      isMember(who) &&
      isOwn(who, row) &&
      (inOwnName(who, row) || has(who, 'navigator', 'case-manager', 'manager')),
    removes: (who, row) => isMember(who) && inOwnName(who, row),
  },
  // Of whom an angel met, what they said and where they went, police learn nothing, nor another program.
  visit_person: {
    reads: (who, row) => counts(who) || ofProgram(who, row),
    adds: (who, row) => isAngel(who) && inOwnName(who, row) && row.kind !== OF_FAMILY && row.kind !== NOT_MET,
    changes: ofProgram,
    removes: nobody,
  },
  visit_intake: { reads: ofProgram, adds: ofProgram, changes: ofProgram, removes: nobody },
  visit_care_step: {
    reads: (who, row) => counts(who) || ofProgram(who, row),
    adds: (who, row) => ofProgram(who, row) && memberOf(who) === row.parties.receiver,
    changes: nobody,
    removes: nobody,
  },
}
