import type { Who } from './actors.ts'
import { isKeeper } from './agreement-rows.ts'
import {
  countyOf,
  isJob,
  isMember,
  isOperator,
  isPrivacyOfficerOf,
  memberOf,
  nobody,
  organizationOf,
  type TableRules,
} from './model.ts'
import { BY_OPERATOR, IN_PLACE_OF_OTHERS, isInside, isSigned, MAY_RECORD, MAY_SIGN } from './register-rows.ts'
import type { Row } from './row.ts'

/** Police and courts see nothing of participants before they keep the golden rule; everybody else does by being here. */
export const keepsTheRule = (who: Who): boolean =>
  who.organization?.isCriminalJustice !== true || isKeeper(who.organization, memberOf(who))

const answersFor = (who: Who, organization: unknown): boolean =>
  isMember(who) &&
  organizationOf(who) === organization &&
  who.roles.some((role) => role === 'administrator' || role === 'manager')

const isOwn = (who: Who, { parties }: Row): boolean =>
  memberOf(who) !== null && memberOf(who) === parties.member && organizationOf(who) === parties.organization

const isTeller = (who: Who): boolean => isJob(who, 'tell-of-agreement')
const isOfCounty = (who: Who, { parties }: Row): boolean => countyOf(who) === parties.county

/** Whoever answers for a party, or for whoever made it. */
const answersWithin = (who: Who, row: Row): boolean =>
  answersFor(who, organizationOf(who)) &&
  (organizationOf(who) === row.values.organization_id || isInside(row.key, organizationOf(who)))

const addsInOwnName = (who: Who, row: Row): boolean =>
  answersFor(who, row.parties.organization) && memberOf(who) === row.parties.member

const addsSignature = (who: Who, row: Row): boolean => {
  if (row.kind === BY_OPERATOR || row.kind === 'on paper') return isOperator(who)
  if (memberOf(who) !== row.parties.member) return false
  return (
    [MAY_SIGN, MAY_RECORD, 'in the application'].includes(row.kind) && answersFor(who, organizationOf(who))
  )
}

export const agreementRules: Readonly<Record<string, TableRules>> = {
  // Partners rely on what the others of their county agreed to. It says nothing about a person who is helped.
  agreement: {
    reads: (who, row) => isOperator(who) || isTeller(who) || isOfCounty(who, row),
    adds: (who, row) =>
      row.parties.member === null
        ? isOperator(who)
        : addsInOwnName(who, row) && row.kind !== IN_PLACE_OF_OTHERS,
    // Every party can end it, at once; what else changes, the last signature changes.
    changes: (who, row) => isOperator(who) || (answersWithin(who, row) && isOfCounty(who, row)),
    removes: nobody,
  },
  agreement_party: {
    reads: (who, row) => isOperator(who) || isTeller(who) || isOfCounty(who, row),
    adds: (who, row) =>
      isOperator(who) ||
      (row.parties.member !== undefined &&
        memberOf(who) === row.parties.member &&
        memberOf(who) !== null &&
        !isSigned(row.values.agreement_id)),
    changes: nobody,
    removes: nobody,
  },
  agreement_signature: {
    reads: (who, row) => isOperator(who) || isTeller(who) || isOfCounty(who, row),
    adds: addsSignature,
    changes: nobody,
    removes: nobody,
  },
  // Files of an agreement are its parties', down to whoever works there, and the privacy officer's.
  agreement_document: {
    reads: (who, row) =>
      isMember(who) &&
      (isPrivacyOfficerOf(who, row.parties.county) || isInside(row.values.agreement_id, organizationOf(who))),
    adds: (who, row) => addsInOwnName(who, row) && isInside(row.values.agreement_id, organizationOf(who)),
    changes: nobody,
    removes: nobody,
  },
  agreement_draft: {
    reads: (who, row) => answersFor(who, row.parties.organization),
    adds: addsInOwnName,
    // Whoever goes on writing says so: it is theirs from then on.
    changes: (who, row) => addsInOwnName(who, row),
    removes: (who, row) => answersFor(who, row.parties.organization),
  },
  agreement_reminder: {
    reads: (who, row) => isTeller(who) || isOfCounty(who, row),
    adds: isTeller,
    changes: nobody,
    removes: nobody,
  },
  agreement_requirement: {
    reads: (who, row) => isOperator(who) || isOfCounty(who, row),
    adds: isOperator,
    changes: nobody,
    removes: isOperator,
  },
  // A member's own word: nobody gives it for another, and only whoever answers for the organization sees it too.
  attestation: {
    reads: (who, row) => isOwn(who, row) || answersFor(who, row.parties.organization),
    adds: isOwn,
    changes: nobody,
    removes: nobody,
  },
}
