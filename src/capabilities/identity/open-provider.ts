import type { OpenedProvider } from './ask-provider.ts'
import type { IdentityProvider } from './identity-provider.ts'
import type { SignOnKeys } from './means.ts'
import { openText } from './sealed-text.ts'

/** Opens a provider's secret; undefined when it was sealed under a key that this installation no longer has. */
export const openProvider = (provider: IdentityProvider, keys: SignOnKeys): OpenedProvider | undefined => {
  try {
    return { ...provider, secret: openText(provider.clientSecret, provider.id, keys.signOn) }
  } catch {
    return undefined
  }
}
