import type { MemberActor } from '#kernel/actor.ts'
import { isId } from '#kernel/ids.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { listServed, type ServedPerson } from '#referrals'

/** For what a member looks at the people whom their organization knows. */
export const PURPOSE = 'releases that they sign'

/** Somebody whom the actor's organization knows; undefined for everybody else, and for nobody. */
export const findPerson = async (
  asActor: AsActor,
  actor: MemberActor,
  personId: string | undefined,
): Promise<ServedPerson | undefined> =>
  isId(personId) ? (await listServed(asActor, actor, { purpose: PURPOSE, personId }))[0] : undefined
