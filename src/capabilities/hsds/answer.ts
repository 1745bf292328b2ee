import type { Actor } from '#kernel/actor.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import type { HsdsList } from './lists.ts'
import type { Json } from './nest.ts'
import type { HsdsQuery } from './query.ts'

/** The exchange is for everybody: whoever is signed in sees no more of it than anybody. */
export const EVERYBODY: Actor = { kind: 'visitor' }

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
export const answerPage = (asActor: AsActor, list: HsdsList, query: HsdsQuery): Promise<Page> =>
  asActor(EVERYBODY, async (tx) => {
    const [total, found] = await Promise.all([list.count(tx, query), list.find(tx, query, query)])
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

export const answerOne = (
  asActor: AsActor,
  list: HsdsList,
  id: string,
  query: Pick<HsdsQuery, 'fullService'>,
): Promise<Json | undefined> => asActor(EVERYBODY, (tx) => list.one(tx, id.toLowerCase(), query))

const BEFORE_ALL = '00000000-0000-0000-0000-000000000000'
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
