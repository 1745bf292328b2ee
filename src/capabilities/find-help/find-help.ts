import { type County, getCounty, listCounties } from '#identity'
import type { Trace } from '#kernel/actor.ts'
import { type FoundService, findServices, getService, locate, type ServiceQuery } from '#network'
import type { AsActor, Tx } from '#platform/database/as-actor.ts'
import { HELP_A_PAGE, type HelpSearch } from './help-search.ts'

export type FoundHelp = {
  readonly places: readonly FoundService[]
  /** Near what: "ZIP code 04609", "Pierpoint", or the county; undefined when nobody said where. */
  readonly near: string | undefined
  /** The words that were looked for in names, because they are no place that is known. */
  readonly called: string | undefined
  readonly hasMore: boolean
  readonly county: County | undefined
}

/** Where it is not known whose clock counts: only for places whose own zone is not known either. */
export const USUAL_ZONE = 'America/New_York'

/**
 * A page of places for anybody. It always asks as a visitor, also for a member who has signed in: what is kept among
 * partners must not stand on a page that anybody may be shown over a shoulder.
 */
export const findHelp = (asActor: AsActor, trace: Trace, search: HelpSearch, at: Date): Promise<FoundHelp> =>
  asActor({ kind: 'visitor', trace }, async (tx) => {
    const county = await onlyCounty(tx)
    const place = search.near ? await locate(tx, search.near) : undefined
    const query = {
      near: place ?? county,
      needs: search.need ? [search.need] : [],
      payer: search.payer,
      asks: search.openNow ? ({ when: 'door' } as const) : {},
      at,
      zone: county?.timeZone ?? USUAL_ZONE,
      referableOnly: false,
    }
    const called = await readName(tx, query, search.near, place)
    const found = await findServices(tx, {
      ...query,
      text: called,
      limit: HELP_A_PAGE + 1,
      offset: (search.page - 1) * HELP_A_PAGE,
    })
    return {
      places: found.slice(0, HELP_A_PAGE),
      near: place?.label ?? county?.name,
      called,
      hasMore: found.length > HELP_A_PAGE,
      county,
    }
  })

/** "Open Door, Pierpoint" finds the name near the town, and if nobody there has that name, everybody near the town. */
const readName = async (
  tx: Tx,
  query: Omit<ServiceQuery, 'text' | 'limit'>,
  typed: string,
  place: { readonly isWholeText: boolean } | undefined,
): Promise<string | undefined> => {
  if (!typed || place?.isWholeText) return undefined
  if (!place) return typed
  const [first] = await findServices(tx, { ...query, asks: {}, text: typed, limit: 1 })
  return first && typed
}

/** One place for anybody, with the county for its clock; undefined when there is none that everybody may know of. */
export const getHelp = (asActor: AsActor, trace: Trace, serviceId: string) =>
  asActor({ kind: 'visitor', trace }, async (tx) => {
    const place = await getService(tx, serviceId)
    if (!place || place.status === 'defunct') return undefined
    return { place, county: await onlyCounty(tx) }
  })

/** The county, where there is only one: with several, nobody knows which a visitor means. */
export const findOnlyCounty = (asActor: AsActor, trace: Trace): Promise<County | undefined> =>
  asActor({ kind: 'visitor', trace }, onlyCounty)

/** The county of an installation that has one. */
export const onlyCounty = async (tx: Tx): Promise<County | undefined> => {
  const [only, ...others] = await listCounties(tx)
  return only && others.length === 0 ? getCounty(tx, only.id) : undefined
}
