import type { Who } from './actors.ts'
import { invitationOf, invitedMember } from './invitation-rows.ts'
import {
  claimOf,
  isAdministratorOf,
  isJob,
  isMember,
  isOperator,
  memberOf,
  nobody,
  organizationOf,
  type TableRules,
} from './model.ts'
import type { Row } from './row.ts'

const isOwn = (who: Who, { parties }: Row): boolean =>
  memberOf(who) !== null && memberOf(who) === parties.member

const isKeptBy = (who: Who, row: Row): boolean =>
  isOperator(who) || isOwn(who, row) || isAdministratorOf(who, row.parties.organization)

/** An organization's people are linked at its own provider; only the operator could link them elsewhere. */
const isLinkedBy = (who: Who, row: Row): boolean =>
  isOperator(who) || (isKeptBy(who, row) && row.kind === 'own organization')

/** Whoever accepts an invitation by signing in at the organization's provider connects the account there. */
const accepts = (who: Who, { parties, kind }: Row): boolean =>
  claimOf(who) === invitationOf('waiting') &&
  parties.member === invitedMember('waiting') &&
  kind === 'own organization'

const isAnsweredBy = (who: Who, row: Row): boolean =>
  row.parties.member ? isOwn(who, row) : claimOf(who) === row.values.key_hash

const isDropped = (who: Who, { kind }: Row): boolean =>
  isJob(who, 'drop-sign-on-attempts') && kind === 'expired'

const isAnsweredOrDropped = (who: Who, row: Row): boolean => isAnsweredBy(who, row) || isDropped(who, row)

export const signOnRules: Readonly<Record<string, TableRules>> = {
  // A passkey is its member's; signing in looks at the one that is held up.
  passkey: {
    reads: (who, row) => isOperator(who) || isOwn(who, row) || claimOf(who) === row.values.credential_id,
    adds: isOwn,
    changes: isOwn,
    removes: (who, row) => isOperator(who) || isOwn(who, row),
  },
  // Where signing in begins. Whoever sets it decides who can sign in as the organization's people: only the operator.
  identity_provider: {
    reads: (who, { parties }) =>
      isOperator(who) ||
      who.actor?.kind === 'visitor' ||
      (isMember(who) && organizationOf(who) === parties.organization),
    adds: isOperator,
    changes: nobody,
    removes: isOperator,
  },
  sign_on_link: {
    reads: (who, row) => isKeptBy(who, row) || claimOf(who) === `${row.values.issuer} ${row.values.subject}`,
    adds: (who, row) => isLinkedBy(who, row) || accepts(who, row),
    changes: nobody,
    removes: isKeptBy,
  },
  // A question that waits for its answer is for whoever holds its secret, or for the member who asked.
  sign_on_attempt: {
    reads: isAnsweredOrDropped,
    adds: isAnsweredBy,
    changes: nobody,
    removes: isAnsweredOrDropped,
  },
}
