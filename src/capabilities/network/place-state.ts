import { findMembers, findOrganizations } from '#identity'
import type { Actor } from '#kernel/actor.ts'
import type { Tx } from '#platform/database/as-actor.ts'
import { type CapacityLinkRow, listLinks } from './capacity-link.store.ts'
import { FACT_NAMES, type Freshness, freshnessOf, momentOfDay } from './freshness.ts'
import type { Listing } from './get-service.ts'
import { type ChangeRow, type ClosedDays, listChanges, listClosures } from './keeping.store.ts'
import type { Fact } from './profile.ts'
import {
  type Call,
  type CallRates,
  type Capacity,
  type Check,
  countCalls,
  listCalls,
  listCapacity,
  listChecks,
  mayTell,
} from './told.store.ts'
import { type KeptFact, listKeptFacts } from './visibility.store.ts'

/** How fresh a fact is, and who looked. */
export type FactState = Freshness & { readonly check?: Check }

/** What is known of a place beyond its listing: its room, how fresh each fact is, how calls went, what changed. */
export type PlaceState = {
  readonly capacity: readonly Capacity[]
  readonly facts: ReadonlyMap<Fact, FactState>
  readonly closures: readonly ClosedDays[]
  readonly calls: readonly Call[]
  readonly rates: CallRates | undefined
  readonly changes: readonly ChangeRow[]
  readonly links: readonly CapacityLinkRow[]
  /** What its program tells this reader and not everybody. */
  readonly kept: readonly KeptFact[]
  /** Who wrote any of it, by id; somebody of another county may be missing. */
  readonly names: ReadonlyMap<string, string>
  /** Whether the actor may write down what they hear of it. */
  readonly mayTell: boolean
}

const SHOWN_CALLS = 24
const SHOWN_CHANGES = 12

export const getPlaceState = async (tx: Tx, actor: Actor, place: Listing, now: Date): Promise<PlaceState> => {
  const id = place.serviceId
  const capacity = await listCapacity(tx, [id])
  const checks = await listChecks(tx, [id])
  const calls = await listCalls(tx, id, SHOWN_CALLS)
  const changes = await listChanges(tx, id, SHOWN_CHANGES)
  const [rates] = await countCalls(tx, [id])
  const members = await findMembers(tx, [
    ...new Set([...capacity, ...checks, ...calls, ...changes].flatMap(({ byMember }) => byMember ?? [])),
  ])
  const organizations = await findOrganizations(tx, [
    ...new Set(calls.flatMap(({ organizationId }) => organizationId ?? [])),
  ])
  return {
    ...{ capacity, calls, rates, changes },
    facts: factStates(place, checks, capacity, now),
    closures: await listClosures(tx, id),
    links: actor.kind === 'member' ? await listLinks(tx, id) : [],
    names: new Map([...members, ...organizations].map(([key, { name }]) => [key, name])),
    kept: await listKeptFacts(tx, id),
    mayTell: await mayTell(tx, id),
  }
}

/**
 * How fresh each fact is. What was checked as a whole before facts were checked one by one counts for all of them but
 * room, which is as old as the newest report.
 */
export const factStates = (
  { verifiedOn }: { readonly verifiedOn: string | null },
  checks: readonly Pick<Check, 'fact' | 'checkedOn' | 'holds' | 'source' | 'byMember' | 'serviceId'>[],
  capacity: readonly Pick<Capacity, 'asOf'>[],
  now: Date,
): ReadonlyMap<Fact, FactState> =>
  new Map(
    FACT_NAMES.map((fact) => {
      const check = checks.find((one) => one.fact === fact)
      if (fact === 'capacity') {
        const newest = capacity.map(({ asOf }) => asOf).toSorted((a, b) => b.getTime() - a.getTime())[0]
        return [fact, freshnessOf(fact, newest, now)]
      }
      const day = [check?.checkedOn, verifiedOn]
        .filter((one) => one != null)
        .toSorted()
        .at(-1)
      const state = freshnessOf(fact, day === undefined ? undefined : momentOfDay(day), now)
      const counts = check && check.checkedOn === day
      if (counts && !check.holds) return [fact, { ...state, state: 'old', score: 0, check }]
      return [fact, counts ? { ...state, check } : state]
    }),
  )
