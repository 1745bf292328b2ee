import type { Who } from './actors.ts'
import {
  claimOf,
  countyOf,
  isAdministratorOf,
  isAnybody,
  isJob,
  isOperator,
  memberOf,
  nobody,
  type TableRules,
} from './model.ts'
import { members } from './people.ts'
import type { Row } from './row.ts'
import { accountOf, passkeyOf } from './sign-on-rows.ts'

const isOwn = (who: Who, { parties }: Row): boolean =>
  memberOf(who) !== null && memberOf(who) === parties.member
const sessionOf = (row: Row): string => `session-${row.parties.member}`
const addressOf = (row: Row): string => `${row.parties.member}@example.org`

/** Signing in looks at one account: that whose address or session is held up. */
const isHeldUp = (who: Who, row: Row): boolean => {
  const claim = claimOf(who)
  return claim !== undefined && (claim === addressOf(row) || claim === sessionOf(row))
}

/** Or at that whose passkey, or account at a provider, is held up. */
const isHeldUpOtherwise = (who: Who, { parties }: Row): boolean => {
  const member = members.find(({ id }) => id === parties.member)
  const claim = claimOf(who)
  if (!member || claim === undefined) return false
  return claim === passkeyOf(member) || claim === accountOf(member, member.organization)
}

const isKeptBy = (who: Who, { parties }: Row): boolean =>
  isOperator(who) || isAdministratorOf(who, parties.organization)

const isOperators = { adds: isOperator, changes: isOperator, removes: nobody }

export const identityRules: Readonly<Record<string, TableRules>> = {
  // Which counties and organizations take part is public. The wall judges by their flags, so only the operator sets them.
  jurisdiction: { reads: isAnybody, ...isOperators },
  organization: { reads: isAnybody, ...isOperators },
  // Colleagues of a county see who works there; so does the place that answers by a link, to know who asks.
  member: {
    reads: (who, row) =>
      isOperator(who) ||
      countyOf(who) === row.parties.county ||
      isHeldUp(who, row) ||
      isHeldUpOtherwise(who, row),
    adds: isKeptBy,
    changes: isKeptBy,
    removes: nobody,
  },
  credential: {
    reads: (who, row) => isOperator(who) || isOwn(who, row) || isHeldUp(who, row),
    adds: (who, row) => isOperator(who) || isOwn(who, row),
    changes: (who, row) => isOperator(who) || isOwn(who, row),
    removes: nobody,
  },
  session: {
    reads: (who, row) => isOperator(who) || isOwn(who, row) || claimOf(who) === row.values.token_hash,
    adds: isOwn,
    changes: (who, row) => isOperator(who) || isOwn(who, row) || claimOf(who) === row.values.token_hash,
    removes: nobody,
  },
  api_token: {
    reads: (who, row) => isKeptBy(who, row) || claimOf(who) === row.values.token_hash,
    adds: isKeptBy,
    changes: isKeptBy,
    removes: nobody,
  },
  // Messages are the application's own. The operator sees those that wait where no mail server is set.
  message: {
    reads: (who, row) => isJob(who) || (isOperator(who) && row.kind === 'outbox'),
    adds: (who) => isJob(who),
    changes: (who) => isJob(who),
    removes: nobody,
  },
  // A draft is its maker's alone, and after twenty hours the job's that drops it.
  referral_draft: {
    reads: (who, row) => isOwn(who, row) || (isJob(who, 'drop-drafts') && row.kind === 'expired'),
    adds: isOwn,
    changes: isOwn,
    removes: (who, row) => isOwn(who, row) || (isJob(who, 'drop-drafts') && row.kind === 'expired'),
  },
}
