import type { Role, Trace } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import type { Refusal } from '#kernel/refusal.ts'
import { type ProviderTrouble, wordOfProvider } from './ask-provider.ts'
import { endSession, getOwnCredential, keepUnconfirmedSecret } from './identity.store.ts'
import { claimOf, type IdentityProvider, type ProviderWord, showsSecondFactor } from './identity-provider.ts'
import type { Means, SignOnKeys } from './means.ts'
import { newCodeSecret } from './one-time-code.ts'
import { openProvider } from './open-provider.ts'
import { recordMember } from './record-member.ts'
import { sealText } from './sealed-text.ts'
import { newSecretToken, tokenHash } from './secret-token.ts'
import { NOTICE_VERSION } from './sign-in.ts'
import { findLinked, findProvider, insertLink, insertProvenSession } from './sign-on.store.ts'
import { type Asker, endAttempt } from './sign-on-attempt.ts'
import type { HalfSignedIn, TracedMember } from './signed-in.ts'

export type SignOnRefusal = ProviderTrouble | 'not-begun' | 'secret-lost' | 'not-linked' | 'linked-already'

type SignOnMeans = Omit<Means, 'keys'> & { readonly keys: Means['keys'] & SignOnKeys }

/** A refusal, with what the page needs to help: where to try again, and what an administrator has to know. */
export type Refused = Refusal<SignOnRefusal> & {
  readonly provider?: IdentityProvider
  readonly subject?: string
  readonly returnTo?: string | undefined
}

/** Takes the attempt that the browser brings back, and hears what the provider says. */
const hear = async (
  asker: Asker,
  { asActor, keys }: Pick<SignOnMeans, 'asActor'> & { keys: SignOnKeys },
  input: { secret: string; answer: URL },
): Promise<{ provider: IdentityProvider; word: ProviderWord; returnTo: string | undefined } | Refused> => {
  const attempt = await endAttempt(asker, asActor, input.secret, asker.kind === 'member' ? 'link' : 'sign-on')
  const provider =
    attempt && (await asActor(asker, (tx) => findProvider(tx, `${attempt.identityProviderId}`)))
  if (!provider) return { refused: 'not-begun' }
  const returnTo = attempt.returnTo ?? undefined
  const opened = openProvider(provider, keys)
  if (!opened) return { refused: 'secret-lost', provider, returnTo }
  const word = await wordOfProvider(opened, { attempt: input.secret, answer: input.answer })
  if (typeof word === 'string') return { refused: word, provider, returnTo }
  return { provider, word, returnTo }
}

/**
 * Signs in whoever comes back from their organization's provider. The member is found by issuer and subject, and only
 * among the organization's own: no provider speaks for another organization's people. Where the provider does not show
 * that a second factor was used, ours is asked next (CJ-1).
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
  input: { secret: string; answer: URL; oldToken: string },
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
  const heard = await hear({ kind: 'visitor', trace }, means, input)
  const refuse = async (refused: Refused, reason: string, member?: typeof account) => {
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
  const account = await asActor({ kind: 'visitor', claim, trace }, (tx) => findLinked(tx, named))
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
    await insertProvenSession(tx, {
      tokenHash: tokenHash(token),
      memberId,
      identityProviderId: provider.id,
      provenAt: word.provenAt,
      secondFactorShown,
    })
    if (needs === 'enrolment') await keepUnconfirmedSecret(tx, memberId, codeSecret)
    const detail = { provider: provider.id, needs: needs ?? 'nothing', notice: NOTICE_VERSION }
    await recordMember(tx, 'identity.signed-on', member, { detail })
    return needs
  })
  return { token, needs, roles, returnTo }
}

/** Links the account with which a signed-in member comes back from their own organization's provider. */
export const finishLink = async (
  actor: TracedMember,
  means: Pick<SignOnMeans, 'asActor'> & { keys: SignOnKeys },
  input: { secret: string; answer: URL },
): Promise<{ linked: true } | Refused> => {
  const heard = await hear(actor, means, input)
  return means.asActor(actor, async (tx) => {
    const judge = async (): Promise<Refused | undefined> => {
      if ('refused' in heard) return heard
      const { provider, word, returnTo } = heard
      const row = { memberId: actor.memberId, issuer: provider.issuer, subject: word.subject }
      return (await insertLink(tx, { id: newId(), ...row }))
        ? undefined
        : { refused: 'linked-already', provider, returnTo }
    }
    const refusal = await judge()
    await recordMember(tx, 'identity.sign-on-linked', actor, { refusal, detail: { by: 'member' } })
    return refusal ?? { linked: true }
  })
}
