import { isId } from '#kernel/ids.ts'
import type { Refusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { addressAtProvider, type ProviderTrouble } from './ask-provider.ts'
import type { SignOnKeys } from './means.ts'
import { openProvider } from './open-provider.ts'
import { newSecretToken } from './secret-token.ts'
import { findProvider } from './sign-on.store.ts'
import { type Asker, beginAttempt, SIGN_ON_MINUTES } from './sign-on-attempt.ts'

/**
 * Sends a browser to an organization's provider: a visitor to sign in, or a member to link the account that they have
 * there.
 *
 * @param input.anew whether the provider shall ask even somebody who is signed in there
 * @param input.redirectUri where the provider sends the browser back to, as registered there
 * @returns the address, and the secret that the browser has to bring back
 */
export const beginSignOn = async (
  asker: Asker,
  { asActor, keys }: { asActor: AsActor; keys: SignOnKeys },
  input: { provider: string; redirectUri: string; returnTo?: string | undefined; anew: boolean },
): Promise<
  | { address: URL; secret: string; name: string }
  | Refusal<'no-such-provider' | 'secret-lost' | ProviderTrouble>
> => {
  const provider = isId(input.provider)
    ? await asActor(asker, (tx) => findProvider(tx, input.provider))
    : undefined
  if (!provider) return { refused: 'no-such-provider' }
  const opened = openProvider(provider, keys)
  if (!opened) return { refused: 'secret-lost' }
  const secret = newSecretToken()
  const address = await addressAtProvider(opened, {
    attempt: secret,
    redirectUri: input.redirectUri,
    anew: input.anew,
  })
  if (typeof address === 'string') return { refused: address }
  await beginAttempt(asker, asActor, secret, {
    kind: asker.kind === 'member' ? 'link' : 'sign-on',
    identityProviderId: provider.id,
    returnTo: input.returnTo,
    minutes: SIGN_ON_MINUTES,
  })
  return { address, secret, name: provider.organizationName }
}
