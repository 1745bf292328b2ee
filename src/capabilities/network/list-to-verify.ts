import { getCounty } from '#identity'
import type { MemberActor } from '#kernel/actor.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { urgencyOf } from './freshness.ts'
import { type FactState, factStates } from './place-state.ts'
import { listChecks } from './told.store.ts'
import { type CallablePlace, listCallable } from './verify.store.ts'

export type PlaceToVerify = CallablePlace & {
  /** What is old or was never looked at, what decides a trip first. */
  readonly old: readonly FactState[]
}

export type ToVerify = {
  readonly places: readonly PlaceToVerify[]
  /** All that need a call, on whatever page. */
  readonly count: number
  /** Places that were looked at: how many there are within reach. */
  readonly within: number
}

/** A county's places and a state's: enough for a queue nobody gets to the end of. */
const MOST = 500
export const VERIFIED_A_PAGE = 20

/** Places within reach that want a call, the most urgent first; of two alike the nearer. Room is asked apart. */
export const listToVerify = (
  asActor: AsActor,
  actor: MemberActor,
  { page, now }: { readonly page: number; readonly now: Date },
): Promise<ToVerify> =>
  asActor(actor, async (tx) => {
    const near = await listCallable(tx, await getCounty(tx, actor.jurisdictionId), MOST)
    const checks = Map.groupBy(
      await listChecks(
        tx,
        near.map(({ serviceId }) => serviceId),
      ),
      ({ serviceId }) => serviceId,
    )
    const judged = near
      .map((place) => {
        const states = [...factStates(place, checks.get(place.serviceId) ?? [], [], now).values()]
        const facts = states.filter(({ fact }) => fact !== 'capacity')
        return {
          place,
          urgency: urgencyOf(facts),
          old: facts.filter(({ state }) => state === 'old' || state === 'never'),
        }
      })
      .filter(({ old }) => old.length > 0)
      .toSorted((a, b) => b.urgency - a.urgency)
    const from = (page - 1) * VERIFIED_A_PAGE
    return {
      places: judged.slice(from, from + VERIFIED_A_PAGE).map(({ place, old }) => ({ ...place, old })),
      count: judged.length,
      within: near.length,
    }
  })
