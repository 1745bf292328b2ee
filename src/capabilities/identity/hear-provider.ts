import type { Refusal } from '#kernel/refusal.ts'
import { type ProviderTrouble, wordOfProvider } from './ask-provider.ts'
import type { IdentityProvider, ProviderWord } from './identity-provider.ts'
import type { Means, SignOnKeys } from './means.ts'
import { openProvider } from './open-provider.ts'
import { findProvider } from './sign-on.store.ts'
import { type Asker, endAttempt } from './sign-on-attempt.ts'

export type SignOnRefusal = ProviderTrouble | 'not-begun' | 'secret-lost' | 'not-linked' | 'linked-already'

export type SignOnMeans = Omit<Means, 'keys'> & { readonly keys: Means['keys'] & SignOnKeys }

/** A refusal, with what the page needs to help: where to try again, and what an administrator has to know. */
export type Refused = Refusal<SignOnRefusal> & {
  readonly provider?: IdentityProvider
  readonly subject?: string
  readonly returnTo?: string | undefined
}

/** Takes the attempt that the browser brings back, and hears what the provider says. */
export const hearProvider = async (
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
