import type { Who } from './actors.ts'
import { inEmergency } from './emergency-rows.ts'
import {
  countyOf,
  helpsPeople,
  isJob,
  isMember,
  isOperator,
  isPrivacyOfficerOf,
  memberOf,
  nobody,
  organizationOf,
  type TableRules,
} from './model.ts'
import { keepsTheRule } from './model-agreements.ts'
import { emergencyProvider } from './people.ts'
import type { Row } from './row.ts'
import { type Scenario, scenarios } from './scenarios.ts'

const scenarioOf = (row: Row): Scenario => scenarios.find(({ name }) => name === row.of) as Scenario

const helpsAt = (who: Who, organization: unknown): boolean =>
  helpsPeople(who) && organizationOf(who) === organization

const isMemberHelpingAt = (who: Who, organization: unknown): boolean =>
  isMember(who) && helpsAt(who, organization)

const isByPartner = (who: Who, row: Row): boolean =>
  isMemberHelpingAt(who, row.parties.organization) && who.organization?.isCriminalJustice === false

const lifeOf = (row: Row) => scenarioOf(row)?.line?.life

const isPersonOf = (who: Who, row: Row): boolean => who.person !== undefined && who.person.name === row.of

/** Who signed a release reads it and stops it, on their own page. */
const signed = (who: Who, row: Row): boolean => isPersonOf(who, row) && lifeOf(row) !== 'draft'

/** Medical personnel: a provider at a hospital or treatment provider. */
const isMedical = ({ actor, roles, organization }: Who): boolean =>
  actor?.kind === 'member' &&
  roles.includes('provider') &&
  ['hospital', 'treatment-provider'].includes(organization?.kind ?? '') &&
  organization?.isCriminalJustice === false

/** They wrote down an emergency for somebody who signed with this name, and it is not a day ago. */
const isInEmergencyOf = (who: Who, row: Row): boolean =>
  memberOf(who) === emergencyProvider.id && row.of === inEmergency.name

const readsLine = (who: Who, row: Row): boolean => {
  const { organization, recipient, county } = row.parties
  if (helpsAt(who, organization) || isPrivacyOfficerOf(who, county)) return true
  const named = scenarioOf(row)?.line?.toMember
  const isNamed = named ? memberOf(who) === named.id : helpsAt(who, recipient)
  return isNamed && keepsTheRule(who) && lifeOf(row) === 'live'
}

const isInOwnName = (who: Who, member: unknown): boolean => memberOf(who) === (member ?? null)

const addsDisclosure = (who: Who, row: Row): boolean => {
  const isOwn =
    organizationOf(who) === row.parties.organization &&
    countyOf(who) === row.parties.county &&
    isInOwnName(who, row.parties.member)
  if (!isOwn) return false
  if (row.values.basis === 'emergency') return isMedical(who)
  if (row.values.basis === 'referral') return true
  // Only what a live line says, of the place that gave it.
  const { line } = scenarioOf(row)
  return (
    helpsPeople(who) &&
    keepsTheRule(who) &&
    line?.life === 'live' &&
    line.from.id === row.values.from_organization_id
  )
}

/** Releases, what ends or narrows them, the ledger, and what is opened without any. */
export const consentRules: Readonly<Record<string, TableRules>> = {
  // Police and courts can never make a release. Whoever got one has it made active, once every element is there.
  release: {
    reads: (who, row) => readsLine(who, row) || isInEmergencyOf(who, row) || signed(who, row),
    adds: (who, row) => isByPartner(who, row) && memberOf(who) === row.parties.member,
    changes: (who, row) => lifeOf(row) === 'draft' && isMemberHelpingAt(who, row.parties.organization),
    removes: nobody,
  },
  // Nobody is added to what was signed. Whoever got a line, and the privacy officer, can stop it: once, for good.
  release_line: {
    reads: (who, row) =>
      readsLine(who, row) || isJob(who, 'tell-recipient', 'find-unusual-access') || signed(who, row),
    adds: (who, row) => isByPartner(who, row) && lifeOf(row) === 'draft',
    changes: (who, row) =>
      row.values.revoked_at === null &&
      (isMemberHelpingAt(who, row.parties.organization) ||
        isPrivacyOfficerOf(who, row.parties.county) ||
        signed(who, row)),
    removes: nobody,
  },
  disclosure: {
    reads: (who, row) =>
      isPrivacyOfficerOf(who, row.parties.county) ||
      isPersonOf(who, row) ||
      isJob(who, 'find-unusual-access'),
    adds: addsDisclosure,
    changes: nobody,
    removes: nobody,
  },
  // Whom a restriction keeps out learns nothing of it.
  release_restriction: {
    reads: (who, row) =>
      helpsAt(who, row.parties.organization) ||
      isPrivacyOfficerOf(who, row.parties.county) ||
      isPersonOf(who, row),
    adds: (who, row) =>
      row.values.asked_how === 'my-record'
        ? isPersonOf(who, row)
        : isMemberHelpingAt(who, row.parties.organization) && isInOwnName(who, row.parties.member),
    changes: (who, row) =>
      row.values.lifted_at === null &&
      (isPersonOf(who, row) || isMemberHelpingAt(who, row.parties.organization)),
    removes: nobody,
  },
  // That it is there says that the person takes part: the office that holds the charge does not see it.
  held_charge: {
    reads: (who, row) => helpsAt(who, row.parties.organization),
    adds: (who, row) => isByPartner(who, row) && isInOwnName(who, row.parties.member),
    changes: (who, row) =>
      row.values.disposition === null && isMemberHelpingAt(who, row.parties.organization),
    removes: nobody,
  },
  minors_rule: {
    reads: (who, row) => isOperator(who) || countyOf(who) === row.parties.county,
    adds: isOperator,
    changes: nobody,
    removes: isOperator,
  },
  break_glass: {
    reads: (who, row) =>
      (isMedical(who) && isInOwnName(who, row.parties.member)) || isPrivacyOfficerOf(who, row.parties.county),
    adds: (who, row) => isMedical(who) && isInOwnName(who, row.parties.member),
    changes: (who, row) => row.values.reviewed_at === null && isPrivacyOfficerOf(who, row.parties.county),
    removes: nobody,
  },
}
