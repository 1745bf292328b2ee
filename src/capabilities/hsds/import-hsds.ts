import { isDeepStrictEqual } from 'node:util'
import { record } from '#audit'
import type { Actor } from '#kernel/actor.ts'
import { listingImports } from '#network'
import type { AsActor, Tx } from '#platform/database/as-actor.ts'
import { rootsOf } from './belongs.ts'
import { gather, type Roots } from './gather.ts'
import { listRecords, listServicesAtLocations } from './hsds.store.ts'
import { type NewRecord, settleRecords, writeRecords } from './import.store.ts'
import { emptyTables, type Facts, KINDS, type Kind, type OpenTables, rowsOf, type Tables } from './objects.ts'
import type { HsdsFile } from './read-file.ts'
import { toListings } from './to-listings.ts'

/** What an import did. Each object is one of created, updated and unchanged. */
export type HsdsCounts = {
  readonly created: number
  readonly updated: number
  readonly unchanged: number
  /** Services at a location that were written so that people can find them. */
  readonly findable: number
}

/**
 * Brings in what a file of HSDS says, in one transaction. What is said already, word for word, is left alone, so that a
 * second run changes nothing. What the directory can find people a way to goes into it too; what members keep by hand
 * stays.
 *
 * @param onProgress told how many objects are done
 * @param unlisted services at a location that are kept for the exchange alone, because people find them here already
 */
export const importHsds = (
  actor: Actor,
  asActor: AsActor,
  file: HsdsFile,
  onProgress: (done: number) => void = () => {},
  unlisted: ReadonlySet<string> = new Set(),
): Promise<HsdsCounts> =>
  asActor(actor, async (tx) => {
    const keep = await listingImports.openListings(tx)
    const stored = await storedFacts(tx, file.tables)
    const now = await currentTables(tx, file.tables)
    const { changed, after, counts } = compare(file, stored, now)
    onProgress(counts.unchanged)
    let done = counts.unchanged
    const touched = new Set<string>()
    const services = new Set<string>()
    await writeRecords(
      tx,
      changed,
      ({ kind, facts }) =>
        rootsOf(after, kind, facts).map((root) => {
          touched.add(root.id)
          if (root.kind === 'service_at_location') services.add(root.id)
          return { parentKind: root.kind, parent: root.id, kind, id: facts.id, isNear: root.isNear }
        }),
      (count) => {
        done += count
        onProgress(done)
      },
    )
    // What is said of a service, a site or an organization may change what is found at each of its sites.
    for (const { id, service_id, location_id } of rowsOf(after, 'service_at_location')) {
      const of = after.get('service')?.get(String(service_id))?.organization_id
      if ([service_id, location_id, of].some((one) => touched.has(String(one)))) services.add(id)
    }
    for (const id of unlisted) services.delete(id)
    const listings = toListings(after, services)
    const findable = await keep(listings)
    for (const { id, providerId, siteId, offeringId } of listings.services)
      for (const one of [id, providerId, siteId, offeringId]) touched.add(one)
    await settleRecords(tx, [...touched])
    const result = { ...counts, findable }
    await record(tx, { action: 'hsds.import', outcome: 'done', detail: { read: file.read, ...result } })
    return result
  })

type Stored = ReadonlyMap<Kind, ReadonlyMap<string, Facts>>

const CHUNK = 500

const chunks = function* (ids: readonly string[]): Generator<string[]> {
  for (let from = 0; from < ids.length; from += CHUNK) yield ids.slice(from, from + CHUNK)
}

const storedFacts = async (tx: Tx, said: Tables): Promise<Stored> => {
  const stored = emptyTables()
  for (const kind of KINDS)
    for (const ids of chunks([...(said.get(kind)?.keys() ?? [])]))
      for (const { id, facts } of await listRecords(tx, kind, ids)) stored.get(kind)?.set(id, facts)
  return stored
}

/** What the directory and its records say now, of everything that the file speaks of. */
const currentTables = async (tx: Tx, said: Tables): Promise<OpenTables> => {
  const now = emptyTables()
  const named = (attribute: string, kind: Kind): string[] => {
    const ids = new Set(said.get(kind)?.keys())
    for (const each of KINDS)
      for (const facts of rowsOf(said, each))
        if (typeof facts[attribute] === 'string') ids.add(facts[attribute])
    return [...ids]
  }
  const add = async (roots: Roots) => {
    const gathered = await gather(tx, roots, { full: false })
    for (const kind of KINDS) for (const facts of rowsOf(gathered, kind)) now.get(kind)?.set(facts.id, facts)
  }
  for (const services of chunks(named('service_id', 'service'))) await add({ services })
  for (const servicesAtLocations of chunks(named('service_at_location_id', 'service_at_location')))
    await add({ servicesAtLocations })
  for (const locations of chunks(named('location_id', 'location'))) await add({ locations })
  for (const organizations of chunks(named('organization_id', 'organization'))) await add({ organizations })
  const sites = async (organizations: string[], locations: string[]) => {
    const found = await listServicesAtLocations(tx, organizations, locations)
    const missing = found.filter((id) => !now.get('service_at_location')?.has(id))
    for (const servicesAtLocations of chunks(missing)) await add({ servicesAtLocations })
  }
  for (const ids of chunks([...(said.get('organization')?.keys() ?? [])])) await sites(ids, [])
  for (const ids of chunks([...(said.get('location')?.keys() ?? [])])) await sites([], ids)
  return now
}

/** What has to be written, and how everything is once it is. */
const compare = (
  file: HsdsFile,
  stored: Stored,
  now: OpenTables,
): { changed: NewRecord[]; after: Tables; counts: Omit<HsdsCounts, 'findable'> } => {
  const counts = { created: 0, updated: 0, unchanged: 0 }
  const changed: NewRecord[] = []
  let number = 0
  for (const kind of KINDS)
    for (const facts of rowsOf(file.tables, kind)) {
      number++
      const before = stored.get(kind)?.get(facts.id)
      const current = now.get(kind)?.get(facts.id)
      const said = file.from === 'json' ? { ...(before ?? current), ...facts } : facts
      if (isDeepStrictEqual(said, before) || isDeepStrictEqual(said, current)) {
        counts.unchanged++
        now.get(kind)?.set(facts.id, current ?? said)
        continue
      }
      if (before ?? current) counts.updated++
      else counts.created++
      changed.push({ kind, number, facts: said })
      now.get(kind)?.set(facts.id, said)
    }
  return { changed, after: now, counts }
}
