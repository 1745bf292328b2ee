import type { Actor } from '#kernel/actor.ts'
import type { Id } from '#kernel/ids.ts'
import type { Refusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { findJurisdiction, listOrganizationsNamed } from './identity.store.ts'

/** The county of a name; capitals do not matter. */
export const findCounty = async (
  actor: Actor,
  asActor: AsActor,
  name: string,
): Promise<{ jurisdictionId: Id<'jurisdiction'> } | Refusal<'no-such-county'>> => {
  const county = await asActor(actor, (tx) => findJurisdiction(tx, name))
  return county ? { jurisdictionId: county.id } : { refused: 'no-such-county' }
}

/**
 * The organization of a name; capitals do not matter.
 *
 * @param input.county needed where several counties have an organization of that name
 */
export const findOrganization = (
  actor: Actor,
  asActor: AsActor,
  input: { name: string; county?: string | undefined },
): Promise<
  | { organizationId: Id<'organization'>; jurisdictionId: Id<'jurisdiction'> }
  | Refusal<'no-such-county' | 'no-such-organization' | 'organization-ambiguous'>
> =>
  asActor(actor, async (tx) => {
    const county = input.county ? await findJurisdiction(tx, input.county) : undefined
    if (input.county && !county) return { refused: 'no-such-county' }
    const named = await listOrganizationsNamed(tx, input.name)
    const [found, other] = county ? named.filter((one) => one.jurisdictionId === county.id) : named
    if (!found) return { refused: 'no-such-organization' }
    if (other) return { refused: 'organization-ambiguous' }
    return { organizationId: found.id, jurisdictionId: found.jurisdictionId }
  })
