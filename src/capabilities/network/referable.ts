import { findOrganizations } from '#identity'
import type { Actor } from '#kernel/actor.ts'
import type { Tx } from '#platform/database/as-actor.ts'

type Offered = { readonly serviceId: string; readonly organizationId: string | null }

/** Of these services, those to which a referral can go: an organization of the actor's county offers them, and is open. */
export const listReferable = async (
  tx: Tx,
  { jurisdictionId }: Extract<Actor, { jurisdictionId: unknown }>,
  services: readonly Offered[],
): Promise<ReadonlySet<string>> => {
  const offered = new Set(services.flatMap(({ organizationId }) => organizationId ?? []))
  const organizations = await findOrganizations(tx, [...offered])
  const isOurs = (id: string | null) => {
    const organization = id === null ? undefined : organizations.get(id)
    return organization?.jurisdictionId === jurisdictionId && !organization.closedAt
  }
  return new Set(
    services.filter(({ organizationId }) => isOurs(organizationId)).map(({ serviceId }) => serviceId),
  )
}
