import type { Who } from './actors.ts'
import { isKeeper } from './agreement-rows.ts'
import { countyOf, isMember, isOperator, memberOf, nobody, organizationOf, type TableRules } from './model.ts'
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

export const agreementRules: Readonly<Record<string, TableRules>> = {
  // Partners rely on what the others of their county accepted. It says nothing about a person who is helped.
  agreement: {
    reads: (who, row) => isOperator(who) || countyOf(who) === row.parties.county,
    adds: (who, row) =>
      row.parties.member === null
        ? isOperator(who)
        : answersFor(who, row.parties.organization) && memberOf(who) === row.parties.member,
    changes: nobody,
    removes: nobody,
  },
  // A member's own word: nobody gives it for another, and only whoever answers for the organization sees it too.
  attestation: {
    reads: (who, row) => isOwn(who, row) || answersFor(who, row.parties.organization),
    adds: isOwn,
    changes: nobody,
    removes: nobody,
  },
}
