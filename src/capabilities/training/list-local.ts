import { getCounty } from '#identity'
import type { MemberActor } from '#kernel/actor.ts'
import { type FoundService, findServices, type Need } from '#network'
import type { AsActor } from '#platform/database/as-actor.ts'
import { findSetting } from './change-setting.ts'

/** What courses send people to; of each the nearest few. */
const SHOWN: readonly Need[] = ['moud', 'treatment', 'harm-reduction', 'recovery-support']
const OF_EACH = 3
const WITHIN_MILES = 60

/** The county's own places by what they help with, and the agency's own words in courses. */
export type Local = {
  readonly places: readonly { readonly need: Need; readonly found: readonly FoundService[] }[]
  readonly slots: Readonly<Record<string, string>>
}

/** What a course means here: asked anew each time, so that a place that closed is gone. */
export const listLocal = (asActor: AsActor, actor: MemberActor, at: Date): Promise<Local> =>
  asActor(actor, async (tx) => {
    const [county, { slots }] = await Promise.all([
      getCounty(tx, actor.jurisdictionId),
      findSetting(tx, actor.organizationId),
    ])
    const places = await Promise.all(
      SHOWN.map(async (need) => ({
        need,
        found: await findServices(tx, {
          ...{ near: county, needs: [need], at, zone: county.timeZone, referableOnly: false },
          ...{ radiusMiles: WITHIN_MILES, limit: OF_EACH },
        }),
      })),
    )
    return { places, slots }
  })
