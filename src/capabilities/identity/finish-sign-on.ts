import type { Role, Trace } from '#kernel/actor.ts'
import { acceptBySignOn } from './accept-by-sign-on.ts'
import { hearProvider, type Refused, type SignOnMeans } from './hear-provider.ts'
import { endSession, getOwnCredential, keepUnconfirmedSecret } from './identity.store.ts'
import { claimOf, showsSecondFactor } from './identity-provider.ts'
import type { HeldInvitation } from './invitation.store.ts'
import { newCodeSecret } from './one-time-code.ts'
import { recordMember } from './record-member.ts'
import { sealText } from './sealed-text.ts'
import { newSecretToken, tokenHash } from './secret-token.ts'
import { findLinked, insertProvenSession } from './sign-on.store.ts'
import type { HalfSignedIn, TracedMember } from './signed-in.ts'

type Linked = Awaited<ReturnType<typeof findLinked>>

/**
 * Signs in whoever comes back from their organization's provider. The member is found by issuer and subject, and only
 * among the organization's own: no provider speaks for another organization's people. Where the provider does not show
 * that a second factor was used, ours is asked next (CJ-1).
 *
 * Somebody who comes with an invitation of the provider's organization, and whose account nobody has linked, accepts it by
 * this.
 *
 * An account that nobody has linked, one that is disabled and one of another organization get the same answer.
 *
 * @param input.secret what the browser kept since `beginSignOn`
 * @param input.answer the address with which it came back
 * @param input.oldToken the token of the session that the browser held until now, which ends
 */
export const finishSignOn = async (
  trace: Trace,
  means: SignOnMeans,
  input: { secret: string; answer: URL; oldToken: string; invitation?: HeldInvitation | undefined },
): Promise<
  | {
      token: string
      needs: HalfSignedIn['needs'] | undefined
      roles: readonly Role[]
      returnTo: string | undefined
    }
  | Refused
> => {
  const { asActor, keys } = means
  const heard = await hearProvider({ kind: 'visitor', trace }, means, input)
  const refuse = async (refused: Refused, reason: string, member?: Linked) => {
    const detail = refused.provider ? { provider: refused.provider.id } : {}
    await asActor({ kind: 'visitor', trace }, (tx) =>
      recordMember(tx, 'identity.signed-on', member, { refusal: { refused: reason }, detail }),
    )
    return refused
  }
  if ('refused' in heard) return refuse(heard, heard.refused)

  const { provider, word, returnTo } = heard
  const claim = claimOf(provider.issuer, word.subject)
  const named = { issuer: provider.issuer, subject: word.subject }
  const find = () => asActor({ kind: 'visitor', claim, trace }, (tx) => findLinked(tx, named))
  let account = await find()
  if (!account && input.invitation?.organizationId === provider.organizationId) {
    await acceptBySignOn(trace, asActor, input.invitation, named)
    account = await find()
  }
  const reason =
    account === undefined
      ? 'not-linked'
      : account.organizationId !== provider.organizationId
        ? 'other-organization'
        : account.isOpen
          ? undefined
          : 'account-closed'
  if (!account || reason) {
    const refused = { refused: 'not-linked', provider, subject: word.subject, returnTo } as const
    return refuse(refused, reason ?? 'not-linked', account)
  }

  const { memberId, organizationId, jurisdictionId, roles } = account
  const member: TracedMember = { kind: 'member', memberId, organizationId, jurisdictionId, roles, trace }
  const secondFactorShown = showsSecondFactor(word, provider)
  const token = newSecretToken()
  const codeSecret = sealText(newCodeSecret(), memberId, keys.totp)
  const needs = await asActor(member, async (tx) => {
    const { totpConfirmedAt } = await getOwnCredential(tx, memberId)
    const needs = secondFactorShown ? undefined : totpConfirmedAt ? 'code' : 'enrolment'
    await endSession(tx, tokenHash(input.oldToken))
    const notice = await insertProvenSession(tx, {
      tokenHash: tokenHash(token),
      memberId,
      identityProviderId: provider.id,
      provenAt: word.provenAt,
      secondFactorShown,
    })
    if (needs === 'enrolment') await keepUnconfirmedSecret(tx, memberId, codeSecret)
    const detail = { provider: provider.id, needs: needs ?? 'nothing', notice }
    await recordMember(tx, 'identity.signed-on', member, { detail })
    return needs
  })
  return { token, needs, roles, returnTo }
}
