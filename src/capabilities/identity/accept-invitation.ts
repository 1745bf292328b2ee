import type { Trace } from '#kernel/actor.ts'
import { isRefusal, type Refusal } from '#kernel/refusal.ts'
import { CODE_SENTENCES } from './code-sentences.ts'
import { readCodeSetUp } from './code-set-up.ts'
import { insertCredential } from './credential.store.ts'
import { insertSession } from './identity.store.ts'
import type { HeldInvitation } from './invitation.store.ts'
import { makeInvitedAccount, type NotAccepted } from './make-invited-account.ts'
import type { Means } from './means.ts'
import { hashPassword, type PasswordRefusal, refusePassword } from './password.ts'
import { recordMember } from './record-member.ts'
import { newSecretToken, tokenHash } from './secret-token.ts'
import type { TracedMember } from './signed-in.ts'

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
    return { ...weak, fields: { code: CODE_SENTENCES['code-wrong'], ...weak.fields } }
  if (weak) return weak
  if (isRefusal(codes)) return codes
  const passwordHash = await hashPassword(input.password)
  const refusal = await makeInvitedAccount(trace, asActor, invitation, 'password', async (tx) => {
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
