import type { Who } from './actors.ts'
import { isHeldUp, isHeldUpOtherwise } from './held-up.ts'
import {
  claimOf,
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
const holdsSessionOf = (who: Who, { parties }: Row): boolean => claimOf(who) === `session-${parties.member}`
const holdsAddressOf = (who: Who, { parties }: Row): boolean =>
  claimOf(who) === `${parties.member}@example.org`

/** Whoever signs in, for the account that they hold up; its member, who keeps it, and the operator. */
const guards = (who: Who, row: Row): boolean =>
  isHeldUp(who, row) ||
  isHeldUpOtherwise(who, row) ||
  isOwn(who, row) ||
  isAdministratorOf(who, row.parties.organization) ||
  isOperator(who)

const isInviter = (who: Who, { parties }: Row): boolean => isAdministratorOf(who, parties.organization)
const holdsInvitation = (who: Who, { values }: Row): boolean => claimOf(who) === values.id

const ownsOrOperates = (who: Who, row: Row): boolean => isOwn(who, row) || isOperator(who)

export const accountRules: Readonly<Record<string, TableRules>> = {
  // What a member typed is theirs. The browser whose session ended can leave it for them, and gets nothing back.
  parked_form: {
    reads: (who, row) => isOwn(who, row) || (isJob(who, 'drop-parked-forms') && row.kind === 'expired'),
    adds: (who, row) => isOwn(who, row) || holdsSessionOf(who, row),
    changes: nobody,
    removes: (who, row) => isOwn(who, row) || (isJob(who, 'drop-parked-forms') && row.kind === 'expired'),
  },
  // Failures are counted against the account that is tried; who releases it is judged by a trigger.
  sign_in_guard: { reads: guards, adds: guards, changes: guards, removes: nobody },
  // A county's words before signing in.
  use_notice: { reads: isAnybody, adds: isOperator, changes: nobody, removes: nobody },
  // Administrators invite to their own organization. Whoever holds the link sees the one invitation, and accepts it once.
  invitation: {
    reads: (who, row) => isInviter(who, row) || holdsInvitation(who, row) || isJob(who, 'send-invitation'),
    adds: (who, row) => isInviter(who, row) && memberOf(who) === row.values.invited_by,
    changes: (who, row) =>
      (isInviter(who, row) && row.kind !== 'accepted') ||
      (holdsInvitation(who, row) && row.kind === 'waiting'),
    removes: nobody,
  },
  // A link for a new password is for the account whose address is typed; one to begin again is an administrator's to make.
  account_link: {
    reads: (who, row) => isOwn(who, row) || claimOf(who) === row.values.id || isJob(who, 'send-account-link'),
    adds: (who, row) =>
      row.values.made_by === null
        ? holdsAddressOf(who, row)
        : isAdministratorOf(who, row.parties.organization) &&
          memberOf(who) === row.values.made_by &&
          !isOwn(who, row),
    changes: isOwn,
    removes: nobody,
  },
  // The operator removes those of an account that begins again, and makes none.
  recovery_code: { reads: ownsOrOperates, adds: isOwn, changes: nobody, removes: ownsOrOperates },
}
