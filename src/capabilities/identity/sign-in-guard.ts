import type { Id } from '#kernel/ids.ts'
import type { Tx } from '#platform/database/as-actor.ts'
import { recordMember } from './record-member.ts'
import { addFailure } from './sign-in-guard.store.ts'
import { tellOfAccount } from './tell-of-account.ts'

/** So many wrong passwords or codes… */
export const MOST_FAILURES = 5
/** …within so long lock an account, until an administrator or the operator releases it (CJ-1). */
export const FAILURE_MINUTES = 15

/**
 * Counts a wrong password or code against a member, and locks the account when it was one too many.
 *
 * @returns whether this one locked it
 */
export const countFailure = async (
  tx: Tx,
  member: { readonly memberId: Id<'member'>; readonly jurisdictionId: Id<'jurisdiction'> },
): Promise<boolean> => {
  const limit = { failures: MOST_FAILURES, minutes: FAILURE_MINUTES }
  if (!(await addFailure(tx, member.memberId, limit))) return false
  await recordMember(tx, 'identity.account-locked', member)
  tellOfAccount(tx, member, 'locked')
  return true
}
