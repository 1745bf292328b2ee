import { record } from '#audit'
import type { Actor } from '#kernel/actor.ts'
import { type Id, newId } from '#kernel/ids.ts'
import type { Refusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { checkProvider, type ProviderTrouble } from './ask-provider.ts'
import { isIssuer } from './identity-provider.ts'
import type { SignOnKeys } from './means.ts'
import { sealText } from './sealed-text.ts'
import { insertProvider } from './sign-on.store.ts'

export type NewIdentityProvider = {
  readonly jurisdictionId: Id<'jurisdiction'>
  readonly organizationId: Id<'organization'>
  /** As the provider writes it itself, letter for letter. */
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** Methods and levels of which each shows that a second factor was used; none: our own code is asked. */
  readonly secondFactorAmr: readonly string[]
  readonly secondFactorAcr: readonly string[]
  /** Whoever types an address of these domains is led to this provider. */
  readonly emailDomains: readonly string[]
}

/** Lets an organization's members sign in with the accounts that it gave them, once its provider has answered. */
export const addIdentityProvider = async (
  actor: Actor,
  { asActor, keys }: { asActor: AsActor; keys: SignOnKeys },
  { clientSecret: secret, ...provider }: NewIdentityProvider,
): Promise<
  { id: Id<'identity-provider'> } | Refusal<'not-an-issuer' | 'sign-on-exists' | ProviderTrouble>
> => {
  if (!isIssuer(provider.issuer)) return { refused: 'not-an-issuer' }
  const trouble = await checkProvider({ ...provider, secret })
  if (trouble) return { refused: trouble }
  const id = newId<'identity-provider'>()
  return asActor(actor, async (tx) => {
    const isNew = await insertProvider(tx, {
      id,
      ...provider,
      secondFactorAmr: [...provider.secondFactorAmr],
      secondFactorAcr: [...provider.secondFactorAcr],
      emailDomains: provider.emailDomains.map((domain) => domain.toLowerCase()),
      clientSecret: sealText(secret, id, keys.signOn),
    })
    if (!isNew) return { refused: 'sign-on-exists' }
    await record(tx, {
      action: 'identity.sign-on-added',
      outcome: 'done',
      subjectKind: 'organization',
      subjectIds: [provider.organizationId],
      jurisdictionId: provider.jurisdictionId,
      detail: { provider: id },
    })
    return { id }
  })
}
