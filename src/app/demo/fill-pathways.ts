import type { MemberActor } from '#kernel/actor.ts'
import { dayAt } from '#kernel/calendar-day.ts'
import { derivedId } from '#kernel/ids.ts'
import { isRefusal } from '#kernel/refusal.ts'
import { adoptTemplate } from '#pathways'
import type { AsActor } from '#platform/database/as-actor.ts'
import { demoId } from './demo-id.ts'
import { COUNTY, ORGANIZATIONS } from './organizations.ts'

const PUBLISHED = ['angel', 'lead-social-contact', 'lead-arrest-diversion'] as const

/** The program manager of the invented county. */
export const MANAGER: MemberActor = {
  kind: 'member',
  memberId: demoId(3, 9),
  organizationId: ORGANIZATIONS.publicHealth.id,
  jurisdictionId: COUNTY.id,
  roles: ['manager'],
}

export const pathwayIdOf = (template: (typeof PUBLISHED)[number]): string => derivedId('pathway', template)

/** Has the invented county publish the pathways that it runs; once, however often. */
export const fillPathways = async (asActor: AsActor): Promise<void> => {
  const today = dayAt(new Date(), COUNTY.timeZone)
  for (const template of PUBLISHED) {
    const adopted = await adoptTemplate(asActor, MANAGER, { id: pathwayIdOf(template), template }, today)
    if (isRefusal(adopted)) throw new Error(`The invented county publishes nothing: ${adopted.refused}`)
  }
}
