import type { MemberActor } from '#kernel/actor.ts'
import { derivedId } from '#kernel/ids.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { decide } from '#screening'
import { demoId } from './demo-id.ts'
import { COUNTY, ORGANIZATIONS } from './organizations.ts'

/**
 * Has the officer answer the criteria for the invented person, so that a yes waits for the program manager; once, however
 * often. Where the person was referred before there were pathways, there is nothing to answer.
 */
export const fillScreening = async (
  asActor: AsActor,
  { referralId }: { readonly referralId: string },
): Promise<void> => {
  const officer: MemberActor = {
    kind: 'member',
    memberId: demoId(3, 1),
    organizationId: ORGANIZATIONS.police.id,
    jurisdictionId: COUNTY.id,
    roles: ['officer'],
  }
  await decide(asActor, officer, {
    ...{ id: derivedId('pathway-decision', referralId), referralId, answers: { wanted: 'yes' } },
    overrideReason: undefined,
  })
}
