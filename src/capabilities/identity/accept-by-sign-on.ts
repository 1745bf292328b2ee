import type { Trace } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { insertUnknownPassword } from './credential.store.ts'
import type { HeldInvitation } from './invitation.store.ts'
import { makeInvitedAccount, type NotAccepted } from './make-invited-account.ts'
import { hashPassword, newFirstPassword } from './password.ts'
import { insertLink } from './sign-on.store.ts'

/**
 * Somebody who was invited accepts by signing in at their organization's provider: that account is connected with the new
 * one. It has a password that nobody knows, and no codes until the provider needs them.
 */
export const acceptBySignOn = async (
  trace: Trace,
  asActor: AsActor,
  invitation: HeldInvitation,
  account: { issuer: string; subject: string },
): Promise<NotAccepted | undefined> => {
  const passwordHash = await hashPassword(newFirstPassword())
  const { memberId } = invitation
  return makeInvitedAccount(trace, asActor, invitation, 'sign-on', async (tx) => {
    await insertUnknownPassword(tx, memberId, passwordHash)
    await insertLink(tx, { id: newId(), memberId, ...account })
    return undefined
  })
}
