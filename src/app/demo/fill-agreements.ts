import { attestGoldenRule, recordSignedAgreement } from '#agreements'
import type { MemberActor } from '#kernel/actor.ts'
import { isRefusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { MEMBERS } from './members.ts'
import { COUNTY, ORGANIZATIONS } from './organizations.ts'

const HOST = 'E. Sandoval, for whoever runs Causeway in Harbor County'

/** Programs under 42 CFR Part 2, as their kinds make them. */
const PART_2 = [ORGANIZATIONS.navigators, ORGANIZATIONS.lantern, ORGANIZATIONS.openDoor]

/**
 * Has every organization of the invented county accept what it needs, and each member of its police and prosecutor
 * attest, so that its pages show what they are for. What is in force already stays as it is.
 */
export const fillAgreements = async (asActor: AsActor): Promise<void> => {
  const accept = async (kind: 'golden-rule' | 'qsoa', organizationId: string, name: string) => {
    const done = await recordSignedAgreement(
      asActor,
      kind,
      { organizationId, jurisdictionId: COUNTY.id },
      { signatory: `The head of ${name}`, ...(kind === 'qsoa' ? { withSignatory: HOST } : {}) },
    )
    if (isRefusal(done)) throw new Error(`The invented county accepts nothing: ${done.refused}`)
  }
  for (const { id, name } of Object.values(ORGANIZATIONS)) await accept('golden-rule', id, name)
  for (const { id, name } of PART_2) await accept('qsoa', id, name)
  const bound: readonly string[] = [ORGANIZATIONS.police.id, ORGANIZATIONS.prosecutor.id]
  for (const { id, organizationId, roles } of MEMBERS) {
    if (!id || !bound.includes(organizationId)) continue
    const member: MemberActor = {
      kind: 'member',
      memberId: id,
      organizationId,
      jurisdictionId: COUNTY.id,
      roles,
    }
    await attestGoldenRule(asActor, member)
  }
}
