import { holdCharge } from '#charges'
import { addMember } from '#identity'
import type { MemberActor } from '#kernel/actor.ts'
import { derivedId } from '#kernel/ids.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { demoId } from './demo-id.ts'
import { COUNTY, ORGANIZATIONS } from './organizations.ts'

const DAY_MS = 86_400_000

/** Who at Lantern House approves a release for a charge: nobody approves what they obtain (42 CFR 2.35). */
const APPROVES = {
  id: demoId(3, 15),
  organizationId: ORGANIZATIONS.lantern.id,
  jurisdictionId: COUNTY.id,
  name: 'Ines Alder',
  title: 'Clinical director',
  email: 'i.alder@lantern-house.example.org',
  roles: ['manager'],
} as const

/** Has the prosecutor hold a charge while the invented person takes part; once, however often. */
export const fillCharge = async (
  asActor: AsActor,
  { personId }: { readonly personId: string },
): Promise<void> => {
  await addMember({ kind: 'operator' }, asActor, APPROVES)
  const desk: MemberActor = {
    kind: 'member',
    memberId: demoId(3, 6),
    organizationId: ORGANIZATIONS.lantern.id,
    jurisdictionId: COUNTY.id,
    roles: ['provider'],
  }
  await holdCharge(asActor, desk, {
    id: derivedId('held-charge', 'of the invented person'),
    personId,
    heldByOrganizationId: ORGANIZATIONS.prosecutor.id,
    reference: 'Packet 12',
    decideBy: new Date(Date.now() + 120 * DAY_MS),
  })
}
