import type { Trace } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { insertAskedLink } from './account-link.store.ts'
import { findMemberByEmail } from './identity.store.ts'
import { recordMember } from './record-member.ts'
import { leaveLink } from './send-account-link.ts'

/**
 * Has a link for a new password sent to whoever has an open account with this address. The same is done, and takes as
 * long, where nobody has: nobody can find out here who has an account (ASVS 6.3.8).
 */
export const askForLink = (trace: Trace, asActor: AsActor, typed: string): Promise<void> => {
  const email = typed.trim().toLowerCase()
  const linkId = newId<'account-link'>()
  return asActor({ kind: 'visitor', claim: email, trace }, async (tx) => {
    const member = await findMemberByEmail(tx, email)
    await insertAskedLink(tx, linkId, email)
    await recordMember(tx, 'identity.new-password-asked', member)
    leaveLink(tx, linkId)
  })
}
