import { getCounty } from '#identity'
import type { MemberActor } from '#kernel/actor.ts'
import type { AsActor, Tx } from '#platform/database/as-actor.ts'
import { type FoundService, findServices, type ServiceQuery } from './find-services.ts'
import { locate } from './locate.ts'
import { isDirectoryEmpty } from './network.store.ts'
import { PLACES_A_PAGE, type PlaceSearch } from './place-search.ts'
import { listReferable } from './referable.ts'

export type FoundPlaces = {
  readonly places: readonly FoundService[]
  /** Near what: "ZIP code 04609", "Pierpoint", or the county. */
  readonly near: string
  /** The words that were looked for in names; undefined where what was typed only says where. */
  readonly called: string | undefined
  /** Those that take referrals from this member's county. */
  readonly referable: ReadonlySet<string>
  readonly hasMore: boolean
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
    const query = {
      near: place ?? county,
      needs: search.needs,
      payer: search.payer,
      at,
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
    const places = found.slice(0, PLACES_A_PAGE)
    return {
      places,
      near: place?.label ?? county.name,
      called,
      referable: await listReferable(tx, actor, places),
      hasMore: found.length > PLACES_A_PAGE,
      isDirectoryEmpty: places.length === 0 && (await isDirectoryEmpty(tx)),
    }
  })

type Query = Omit<ServiceQuery, 'text' | 'limit'>

/** Asked without regard to the page, so that every page is of one list. */
const readName = async (
  tx: Tx,
  query: Query,
  typed: string,
  place: { readonly isWholeText: boolean } | undefined,
): Promise<string | undefined> => {
  if (!typed || place?.isWholeText) return undefined
  if (!place) return typed
  const [first] = await findServices(tx, { ...query, text: typed, limit: 1 })
  return first && typed
}
