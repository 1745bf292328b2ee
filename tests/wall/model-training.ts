import type { Who } from './actors.ts'
import { countyOf, isJob, isMember, memberOf, nobody, organizationOf, type TableRules } from './model.ts'
import type { Row } from './row.ts'
import { CLOSED, FAILED, OF_OTHERS } from './training-rows.ts'

const isThere = (who: Who, { parties }: Row): boolean =>
  isMember(who) && organizationOf(who) === parties.organization && countyOf(who) === parties.county

const isOneOf = (who: Who, ...roles: string[]): boolean => who.roles.some((role) => roles.includes(role))

/** Whoever sees how the organization stands. */
const supervises = (who: Who, row: Row): boolean =>
  isThere(who, row) && isOneOf(who, 'sergeant', 'trainer', 'manager', 'administrator')
/** Whoever says what is learned there, and records what was learned elsewhere. */
const keeps = (who: Who, row: Row): boolean =>
  isThere(who, row) && isOneOf(who, 'trainer', 'manager', 'administrator')

const isTheirs = (who: Who, { parties }: Row): boolean =>
  memberOf(who) !== null && memberOf(who) === parties.member
const isTheirsOrSupervised = (who: Who, row: Row): boolean => isTheirs(who, row) || supervises(who, row)

/** Written in their own name. */
const signs = (who: Who, column: string, { values }: Row): boolean => memberOf(who) === values[column]

const addsCompletion = (who: Who, row: Row): boolean => {
  const { how, member_id: member } = row.values
  if (!signs(who, 'recorded_by_member_id', row) || row.kind === OF_OTHERS || row.values.revoked_at !== null)
    return false
  if (how === 'online') return isTheirs(who, row) && row.kind !== FAILED
  if (how === 'other-system') return keeps(who, row)
  return supervises(who, row) && (how !== 'instructor' || memberOf(who) !== member)
}

export const trainingRules: Readonly<Record<string, TableRules>> = {
  // What is asked of them, every member may know.
  training_setting: {
    reads: (who, row) => isJob(who, 'remind-of-training') || isThere(who, row),
    adds: (who, row) => keeps(who, row) && signs(who, 'changed_by_member_id', row),
    changes: keeps,
    removes: nobody,
  },
  // How far somebody is, is nobody's but theirs.
  training_progress: { reads: isTheirs, adds: isTheirs, changes: isTheirs, removes: nobody },
  training_attempt: {
    reads: isTheirsOrSupervised,
    adds: (who, row) => isTheirs(who, row) && isThere(who, row),
    changes: nobody,
    removes: nobody,
  },
  training_session: {
    reads: isThere,
    adds: (who, row) => supervises(who, row) && signs(who, 'made_by_member_id', row) && row.kind !== CLOSED,
    changes: (who, row) => supervises(who, row) && row.kind !== CLOSED,
    removes: nobody,
  },
  training_attendance: {
    reads: isTheirsOrSupervised,
    adds: (who, row) =>
      signs(who, 'noted_by_member_id', row) &&
      row.kind !== CLOSED &&
      row.kind !== OF_OTHERS &&
      (row.values.how === 'code' ? isTheirs(who, row) : supervises(who, row)),
    changes: nobody,
    removes: nobody,
  },
  // Whoever holds a certificate can ask whether it holds.
  training_completion: {
    reads: (who, row) =>
      isTheirsOrSupervised(who, row) ||
      isJob(who, 'remind-of-training') ||
      (who.actor?.kind === 'visitor' && who.actor.claim === row.values.code),
    adds: addsCompletion,
    changes: (who, row) => keeps(who, row) && row.values.revoked_at === null,
    removes: nobody,
  },
  // What somebody thinks is read by no member, of whatever role.
  training_attitude: {
    reads: (who) => isJob(who, 'count-attitudes'),
    adds: isThere,
    changes: nobody,
    removes: nobody,
  },
}
