import type { Actor } from '#kernel/actor.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { domainOf } from './identity-provider.ts'
import { listProviders } from './sign-on.store.ts'

/** The organizations whose members sign in with accounts of their own, by name; to a member, only their own. */
export const listIdentityProviders = (actor: Actor, asActor: AsActor) => asActor(actor, listProviders)

export type ListedProvider = Awaited<ReturnType<typeof listIdentityProviders>>[number]

/**
 * Those to which an address leads, by its domain alone. Whether anybody has that address plays no part, so nobody can
 * find out here who has an account (ASVS 6.3.8).
 */
export const providersFor = (email: string, providers: readonly ListedProvider[]): ListedProvider[] => {
  const domain = domainOf(email)
  return domain === undefined ? [] : providers.filter(({ emailDomains }) => emailDomains.includes(domain))
}
