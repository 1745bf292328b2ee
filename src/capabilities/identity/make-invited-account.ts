import type { Trace } from '#kernel/actor.ts'
import type { Refusal } from '#kernel/refusal.ts'
import type { AsActor, Tx } from '#platform/database/as-actor.ts'
import { type HeldInvitation, holdInvitation, insertInvited, markAccepted } from './invitation.store.ts'
import { recordMember } from './record-member.ts'

/** Somebody else was first, or has the address already. */
export type NotAccepted = Refusal<'invitation-gone' | 'address-taken'>

/** Makes the account that an invitation names, once; `add` gives it what opens it. */
export const makeInvitedAccount = (
  trace: Trace,
  asActor: AsActor,
  invitation: HeldInvitation,
  by: 'password' | 'sign-on',
  add: (tx: Tx) => Promise<NotAccepted | undefined>,
): Promise<NotAccepted | undefined> => {
  const { id, memberId, organizationId, jurisdictionId, name, title, email, roles } = invitation
  return asActor({ kind: 'visitor', claim: id, trace }, async (tx) => {
    const judge = async (): Promise<NotAccepted | undefined> => {
      if (!(await holdInvitation(tx, invitation))) return { refused: 'invitation-gone' }
      const row = { id: memberId, organizationId, jurisdictionId, name, title, email, roles }
      if (!(await insertInvited(tx, row))) return { refused: 'address-taken' }
      return add(tx)
    }
    const refusal = await judge()
    if (!refusal) await markAccepted(tx, id)
    const detail = { invitation: id, by }
    const member = refusal ? undefined : { memberId, jurisdictionId }
    await recordMember(tx, 'identity.invitation-accepted', member, { refusal, detail })
    return refusal
  })
}
