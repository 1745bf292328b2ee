import { listOrganizations } from '#identity'
import type { MemberActor } from '#kernel/actor.ts'
import type { AsActor } from '#platform/database/as-actor.ts'

/** The organizations of the actor's county whose records can be breached: police and courts hold none of Part 2. */
export const listCountyOrganizations = (
  asActor: AsActor,
  actor: MemberActor,
): Promise<{ readonly id: string; readonly name: string }[]> =>
  asActor(actor, async (tx) =>
    (await listOrganizations(tx)).filter(
      ({ jurisdictionId, isCriminalJustice }) =>
        jurisdictionId === actor.jurisdictionId && !isCriminalJustice,
    ),
  )
