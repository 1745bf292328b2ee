import type { AsActor } from '#platform/database/as-actor.ts'
import { EVERYBODY } from './answer.ts'
import { gather } from './gather.ts'
import { listRecordsAfter } from './hsds.store.ts'
import { countOfferings, listOfferings } from './lists.store.ts'
import { emptyTables, KINDS, type Kind, type Tables } from './objects.ts'

/** A part of everything: the tables of some services, or, at the end, of what belongs to no service of the directory. */
export type Portion = { readonly tables: Tables; readonly services: readonly string[] }

const BEFORE_ALL = '00000000-0000-0000-0000-000000000000'
const STRETCH = 200
const RECORDS = 1000

/** How many services there are for everybody to see. */
export const countServices = (asActor: AsActor): Promise<number> =>
  asActor(EVERYBODY, (tx) => countOfferings(tx, {}))

/** Everything that everybody may see, portion by portion. An organization or a site may come in several of them. */
export const everything = async function* (asActor: AsActor): AsyncGenerator<Portion> {
  let after = BEFORE_ALL
  for (;;) {
    const portion = await asActor(EVERYBODY, async (tx) => {
      const services = (await listOfferings(tx, {}, { after, count: STRETCH })).map(({ id }) => id)
      return { services, tables: await gather(tx, { services }, { full: true }) }
    })
    if (portion.services.length > 0) yield portion
    after = portion.services.at(-1) ?? after
    if (portion.services.length < STRETCH) break
  }
  for (const kind of KINDS) yield* loose(asActor, kind)
}

const loose = async function* (asActor: AsActor, kind: Kind): AsyncGenerator<Portion> {
  let after = BEFORE_ALL
  for (;;) {
    const records = await asActor(EVERYBODY, (tx) => listRecordsAfter(tx, kind, after, RECORDS))
    const tables = emptyTables()
    for (const { id, facts } of records) tables.get(kind)?.set(id, facts)
    if (records.length > 0) yield { tables, services: [] }
    after = records.at(-1)?.id ?? after
    if (records.length < RECORDS) return
  }
}
