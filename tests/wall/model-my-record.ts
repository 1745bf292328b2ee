import type { Who } from './actors.ts'
import {
  claimOf,
  countyOf,
  isMember,
  isPrivacyOfficerOf,
  memberOf,
  nobody,
  organizationOf,
  type TableRules,
} from './model.ts'
import { accessOf, codeHashOf, personSessionOf } from './person-codes.ts'
import type { Row } from './row.ts'
import { type Scenario, scenarios } from './scenarios.ts'

const scenarioOf = (row: Row): Scenario => scenarios.find(({ name }) => name === row.of) as Scenario

/** Who walks with people gives them their code. Police and courts never do. */
const givesAt = (who: Who, { parties }: Row): boolean =>
  isMember(who) &&
  who.roles.some((role) => ['navigator', 'case-manager', 'provider'].includes(role)) &&
  organizationOf(who) === parties.organization &&
  countyOf(who) === parties.county

/** An organization knows whom it entered, whom it took on, and who signed a release with it. */
const knows = (who: Who, { from, to, state, line }: Scenario): boolean => {
  const organization = organizationOf(who)
  if (organization === from.id || organization === line?.from.id) return true
  return organization === to.id && (state === 'accepted' || state === 'accepted-for-date')
}

export const isPersonOf = ({ person }: Who, row: Row): boolean =>
  person !== undefined && person.name === row.of

const holdsCode = ({ person }: Who, access: unknown): boolean =>
  person !== undefined && accessOf(person) === access

/** The code with the year, or the session that came of it. */
const isHeldUp = (who: Who, row: Row): boolean => {
  const claim = claimOf(who)
  return claim === codeHashOf(scenarioOf(row)) || claim === personSessionOf(scenarioOf(row))
}

const holdsToken = (who: Who, { values }: Row): boolean => claimOf(who) === values.token_hash

export const myRecordRules: Readonly<Record<string, TableRules>> = {
  person_access: {
    reads: (who, row) =>
      givesAt(who, row) || isPersonOf(who, row) || (row.values.revoked_at === null && isHeldUp(who, row)),
    adds: (who, row) =>
      givesAt(who, row) &&
      who.organization?.isCriminalJustice === false &&
      memberOf(who) === row.parties.member &&
      knows(who, scenarioOf(row)),
    changes: (who, row) =>
      row.values.revoked_at === null && (givesAt(who, row) || holdsCode(who, row.values.id)),
    removes: nobody,
  },
  person_session: {
    reads: holdsToken,
    adds: (who, row) => holdsCode(who, row.values.access_id),
    changes: holdsToken,
    removes: nobody,
  },
  privacy_request: {
    reads: (who, row) => isPersonOf(who, row) || isPrivacyOfficerOf(who, row.parties.county),
    // A complaint needs no record and no name; everything else is asked from one's own record, of one's own county.
    adds: (who, row) =>
      row.of === ''
        ? who.actor?.kind === 'visitor' && row.values.kind === 'complaint'
        : isPersonOf(who, row) && row.parties.county === who.person?.to.county,
    changes: (who, row) => row.values.answered_at === null && isPrivacyOfficerOf(who, row.parties.county),
    removes: nobody,
  },
}
