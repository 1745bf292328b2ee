import type { Who } from './actors.ts'
import { isHeldUp, isHeldUpOtherwise } from './held-up.ts'
import { invitationOf, invitedMember } from './invitation-rows.ts'
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
import type { Row } from './row.ts'

const isOwn = (who: Who, { parties }: Row): boolean =>
  memberOf(who) !== null && memberOf(who) === parties.member
/** Whoever holds the link of an invitation that waits makes the account that it names. */
const accepts = (who: Who, { parties }: Row): boolean =>
  claimOf(who) === invitationOf('waiting') && parties.member === invitedMember('waiting')

const ACCOUNT_JOBS = ['send-invitation', 'send-account-link', 'tell-of-account', 'close-unused']

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
      isHeldUpOtherwise(who, row) ||
      isJob(
        who,
        ...ACCOUNT_JOBS,
        'find-unusual-access',
        'tell-of-agreement',
        'remind-of-training',
        'tell-of-expiry',
      ),
    // A county's privacy officer reads across organizations: no organization's administrator appoints one.
    adds: (who, row) =>
      isOperator(who) ||
      accepts(who, row) ||
      (isKeptBy(who, row) && !(row.values.roles as string[]).includes('privacy-officer')),
    // Who has not come for ninety days is closed by a job, which does nothing else.
    changes: (who, row) =>
      isKeptBy(who, row) || (isJob(who, 'close-unused') && row.values.disabled_at != null),
    removes: nobody,
  },
  credential: {
    reads: (who, row) => isOperator(who) || isOwn(who, row) || isHeldUp(who, row),
    adds: (who, row) => isOperator(who) || isOwn(who, row) || accepts(who, row),
    changes: (who, row) => isOperator(who) || isOwn(who, row),
    removes: nobody,
  },
  // Administrators see that members of their organization are signed in, and end that.
  session: {
    reads: (who, row) =>
      isKeptBy(who, row) ||
      isOwn(who, row) ||
      claimOf(who) === row.values.token_hash ||
      isJob(who, 'close-unused'),
    adds: isOwn,
    changes: (who, row) => isKeptBy(who, row) || isOwn(who, row) || claimOf(who) === row.values.token_hash,
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
