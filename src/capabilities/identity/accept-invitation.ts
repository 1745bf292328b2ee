import type { Trace } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { isRefusal, type Refusal } from '#kernel/refusal.ts'
import type { AsActor, Tx } from '#platform/database/as-actor.ts'
import { readAccountLink } from './account-token.ts'
import { CODE_SENTENCES } from './code-sentences.ts'
import { readCodeSetUp } from './code-set-up.ts'
import { insertCredential, insertUnknownPassword } from './credential.store.ts'
import { insertSession } from './identity.store.ts'
import {
  findHeldInvitation,
  type HeldInvitation,
  holdInvitation,
  insertInvited,
  markAccepted,
} from './invitation.store.ts'
import type { LinkKey, Means } from './means.ts'
import { hashPassword, newFirstPassword, type PasswordRefusal, refusePassword } from './password.ts'
import { recordMember } from './record-member.ts'
import { newSecretToken, tokenHash } from './secret-token.ts'
import { insertLink } from './sign-on.store.ts'
import type { TracedMember } from './signed-in.ts'

/** The invitation that a signed link names; undefined when it is none of ours, has ended, was taken back or accepted. */
export const openInvitation = async (
  trace: Trace,
  { asActor, keys }: { asActor: AsActor; keys: LinkKey },
  token: string,
): Promise<HeldInvitation | undefined> => {
  const claim = readAccountLink(keys.links, 'invitation', token)
  if (!claim) return undefined
  return asActor({ kind: 'visitor', claim: claim.id, trace }, (tx) => findHeldInvitation(tx, claim))
}

type NotAccepted = Refusal<'invitation-gone' | 'address-taken'>

/** Makes the account that an invitation names, once; `add` gives it what opens it. */
const makeAccount = (
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

const memberOf = (trace: Trace, invitation: HeldInvitation): TracedMember => {
  const { memberId, organizationId, jurisdictionId, roles } = invitation
  return { kind: 'member', memberId, organizationId, jurisdictionId, roles, trace }
}

/**
 * Somebody who was invited makes their account: a password of their own, and codes from their phone, both at once, so
 * that there is never an account with one factor (CJ-14, ASVS 6.3.3).
 *
 * @param input.sealed the secret of the codes, as the form carries it
 * @param input.at the moment against which the code is checked
 * @returns the token of their first session, which has shown both factors
 */
export const acceptInvitation = async (
  trace: Trace,
  { asActor, keys }: Means,
  invitation: HeldInvitation,
  input: { password: string; sealed: string; code: string; at: Date },
): Promise<{ token: string } | PasswordRefusal | Refusal<'code-wrong'> | NotAccepted> => {
  const weak = await refusePassword(input.password, invitation)
  const codes = readCodeSetUp(invitation.memberId, keys, input)
  // Both at once: nobody shall mend one thing to hear of the next.
  if (weak && isRefusal(codes))
    return { ...weak, fields: { ...weak.fields, code: CODE_SENTENCES['code-wrong'] } }
  if (weak) return weak
  if (isRefusal(codes)) return codes
  const passwordHash = await hashPassword(input.password)
  const refusal = await makeAccount(trace, asActor, invitation, 'password', async (tx) => {
    await insertCredential(tx, invitation.memberId, { passwordHash, ...codes })
    return undefined
  })
  if (refusal) return refusal
  const actor = memberOf(trace, invitation)
  const token = newSecretToken()
  await asActor(actor, async (tx) => {
    const session = { tokenHash: tokenHash(token), memberId: actor.memberId, secondFactorShown: true }
    const notice = await insertSession(tx, session)
    await recordMember(tx, 'identity.signed-in', actor, { detail: { needs: 'nothing', notice } })
  })
  return { token }
}

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
  return makeAccount(trace, asActor, invitation, 'sign-on', async (tx) => {
    await insertUnknownPassword(tx, memberId, passwordHash)
    await insertLink(tx, { id: newId(), memberId, ...account })
    return undefined
  })
}
