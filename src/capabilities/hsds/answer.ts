import type { Actor } from '#kernel/actor.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import type { HsdsList } from './lists.ts'
import type { Json } from './nest.ts'
import type { HsdsQuery } from './query.ts'

/** The exchange is for everybody: whoever is signed in sees no more of it than anybody. */
export const EVERYBODY: Actor = { kind: 'visitor' }

const BEFORE_ALL = '00000000-0000-0000-0000-000000000000'

/** A page of a list, as HSDS's `Page`. */
export type Page = {
  readonly total_items: number
  readonly total_pages: number
  readonly page_number: number
  readonly size: number
  readonly first_page: boolean
  readonly last_page: boolean
  readonly empty: boolean
  readonly contents: readonly Json[]
}

/** One page of a list. A page past the end is empty. */
export const answerPage = async (asActor: AsActor, list: HsdsList, query: HsdsQuery): Promise<Page> => {
  const all = isNarrowed(query) || query.minimal ? undefined : await contentsOf(asActor, list, query)
  return asActor(EVERYBODY, async (tx) => {
    const [total, found] = all
      ? [
          all.length,
          all.slice((query.page - 1) * query.perPage, query.page * query.perPage).map((id) => ({ id })),
        ]
      : await Promise.all([list.count(tx, query), list.find(tx, query, query)])
    const contents = await list.write(tx, found, query)
    const pages = Math.ceil(total / query.perPage)
    return {
      total_items: total,
      total_pages: pages,
      page_number: query.page,
      size: contents.length,
      first_page: query.page === 1,
      last_page: query.page >= pages,
      empty: contents.length === 0,
      contents,
    }
  })
}

const isNarrowed = (query: HsdsQuery): boolean =>
  NARROWING.some((name) => query[name] !== undefined) || query.topOnly
const NARROWING = [
  'search',
  'taxonomyTermId',
  'taxonomyId',
  'organizationId',
  'modifiedAfter',
  'parentId',
  'postcode',
  'near',
] as const

/**
 * The ids of a whole list in its order, kept for a minute: whoever fetches all pages would else make the database walk
 * past all before each one. Only ids are kept: what has been hidden meanwhile is not written, because each page asks anew.
 */
const contentsOf = async (asActor: AsActor, list: HsdsList, query: HsdsQuery): Promise<readonly string[]> => {
  const ofAll = KEPT.get(asActor) ?? new Map<string, Kept>()
  KEPT.set(asActor, ofAll)
  const kept = ofAll.get(list.path)
  if (kept && kept.until > Date.now()) return kept.ids
  const ids = asActor(EVERYBODY, async (tx) =>
    (await list.find(tx, query, { after: BEFORE_ALL, count: MOST })).map(({ id }) => id),
  )
  ofAll.set(list.path, { ids, until: Date.now() + MINUTE })
  // A fault is not kept.
  ids.catch(() => ofAll.delete(list.path))
  return ids
}

type Kept = { readonly ids: Promise<readonly string[]>; readonly until: number }
const KEPT = new WeakMap<AsActor, Map<string, Kept>>()
const MINUTE = 60_000
/** Ten times the country. */
const MOST = 1_000_000

export const answerOne = (
  asActor: AsActor,
  list: HsdsList,
  id: string,
  query: Pick<HsdsQuery, 'fullService'>,
): Promise<Json | undefined> => asActor(EVERYBODY, (tx) => list.one(tx, id.toLowerCase(), query))

const STRETCH = 200

/** Everything in a list, some hundred at a time, so that a long one never has to be held whole. */
export const answerAll = async function* (
  asActor: AsActor,
  list: HsdsList,
  query: HsdsQuery,
): AsyncGenerator<readonly Json[]> {
  let after = BEFORE_ALL
  for (;;) {
    const { found, written } = await asActor(EVERYBODY, async (tx) => {
      const found = await list.find(tx, query, { after, count: STRETCH })
      return { found, written: await list.write(tx, found, query) }
    })
    yield written
    const last = found.at(-1)
    if (!last || found.length < STRETCH) return
    after = last.id
  }
}
