import { listSignedReleases, type SignedCopy } from '#consent'
import type { MemberActor } from '#kernel/actor.ts'
import { isId } from '#kernel/ids.ts'
import type { AsActor } from '#platform/database/as-actor.ts'

/** A release that the actor's own organization obtained; its recipients are shown what it opens elsewhere. */
export const findCopy = async (
  asActor: AsActor,
  actor: MemberActor,
  releaseId: string | undefined,
): Promise<SignedCopy | undefined> => {
  const copy = isId(releaseId)
    ? (await asActor(actor, (tx) => listSignedReleases(tx, { releaseId })))[0]
    : undefined
  return copy?.from.id === actor.organizationId ? copy : undefined
}
