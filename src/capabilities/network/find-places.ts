import { getCounty } from '#identity'
import type { MemberActor } from '#kernel/actor.ts'
import type { AsActor, Tx } from '#platform/database/as-actor.ts'
import { findMisses, type NearMisses } from './find-misses.ts'
import { type FoundService, findServices, type ServiceQuery } from './find-services.ts'
import { locate } from './locate.ts'
import { isDirectoryEmpty } from './network.store.ts'
import { type AfterHours, type CallRates, listAfterHours, listCallRates } from './news.store.ts'
import { PLACES_A_PAGE, type PlaceSearch } from './place-search.ts'
import { listReferable } from './referable.ts'

/** What a member is told of a place beside what the search knows: how calls went, and who answers at night. */
export type ToldPlace = FoundService & {
  readonly calls: CallRates | undefined
  readonly afterHours: AfterHours | undefined
}

/** What only just does not fit. */
export type ToldMisses = {
  readonly relax: NearMisses['relax']
  readonly places: readonly ToldPlace[]
  readonly afterHours: readonly ToldPlace[]
}

export type FoundPlaces = {
  readonly places: readonly ToldPlace[]
  /** Near what: "ZIP code 04609", "Pierpoint", or the county. */
  readonly near: string
  /** The words that were looked for in names; undefined where what was typed only says where. */
  readonly called: string | undefined
  /** Those that take referrals from this member's county. */
  readonly referable: ReadonlySet<string>
  readonly hasMore: boolean
  /** Where nothing fits: what only just does not. */
  readonly misses: ToldMisses | undefined
  /** Whether nobody at all is listed. */
  readonly isDirectoryEmpty: boolean
}

/**
 * One page of places for what somebody typed into one box: a town, a ZIP code, a name, or several of these.
 * "Open Door, Pierpoint" finds the name near the town, and if nobody there has that name, everybody near the town.
 */
export const findPlaces = (
  asActor: AsActor,
  actor: MemberActor,
  search: PlaceSearch,
  at: Date,
): Promise<FoundPlaces> =>
  asActor(actor, async (tx) => {
    const county = await getCounty(tx, actor.jurisdictionId)
    const place = search.near ? await locate(tx, search.near) : undefined
    const { needs, asks, language } = search
    const query = {
      near: place ?? county,
      ...{ needs, asks, language, at },
      payer: asks.payer,
      zone: county.timeZone,
      referableOnly: false,
    }
    const called = await readName(tx, query, search.near, place)
    const found = await findServices(tx, {
      ...query,
      text: called,
      limit: PLACES_A_PAGE + 1,
      offset: (search.page - 1) * PLACES_A_PAGE,
    })
    const places = await tell(tx, found.slice(0, PLACES_A_PAGE))
    const isNothing = places.length === 0 && search.page === 1
    const misses =
      isNothing && Object.keys(asks).length > 0
        ? await tellMisses(tx, await findMisses(tx, { ...query, text: called, limit: PLACES_A_PAGE }))
        : undefined
    return {
      places,
      near: place?.label ?? county.name,
      called,
      referable: await listReferable(tx, actor, [...places, ...(misses?.places ?? [])]),
      hasMore: found.length > PLACES_A_PAGE,
      misses,
      isDirectoryEmpty: isNothing && (await isDirectoryEmpty(tx)),
    }
  })

const tell = async (tx: Tx, places: readonly FoundService[]): Promise<ToldPlace[]> => {
  if (places.length === 0) return []
  const ids = places.map(({ serviceId }) => serviceId)
  const calls = new Map((await listCallRates(tx, ids)).map((one) => [one.serviceId, one]))
  const afterHours = new Map((await listAfterHours(tx, ids)).map((one) => [one.serviceId as string, one]))
  return places.map((place) => ({
    ...place,
    calls: calls.get(place.serviceId),
    afterHours: afterHours.get(place.serviceId),
  }))
}

const tellMisses = async (tx: Tx, misses: NearMisses): Promise<ToldMisses> => ({
  relax: misses.relax,
  places: await tell(tx, misses.places),
  afterHours: await tell(tx, misses.afterHours),
})

type Query = Omit<ServiceQuery, 'text' | 'limit'>

/** Asked without regard to the page, nor to what one person needs, so that every page is of one list. */
const readName = async (
  tx: Tx,
  query: Query,
  typed: string,
  place: { readonly isWholeText: boolean } | undefined,
): Promise<string | undefined> => {
  if (!typed || place?.isWholeText) return undefined
  if (!place) return typed
  const [first] = await findServices(tx, { ...query, asks: {}, text: typed, limit: 1 })
  return first && typed
}
