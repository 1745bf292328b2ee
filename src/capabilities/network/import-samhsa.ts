import { record } from '#audit'
import type { Actor } from '#kernel/actor.ts'
import { type Id, newId } from '#kernel/ids.ts'
import type { AsActor, Tx } from '#platform/database/as-actor.ts'
import {
  insertProviders,
  insertServices,
  insertSiteKeys,
  insertSites,
  type ListedSite,
  listKnownSites,
  listProviderIds,
  lockDirectory,
  type NewProvider,
  type NewService,
  type NewSite,
  type SiteFacts,
  updateSites,
} from './import.store.ts'
import { type ImportCounts, summary } from './import-report.ts'
import type { ListedPlace } from './listed-place.ts'
import { KINDS } from './listing.ts'
import { addressKey, providerKey, siteKey } from './match-key.ts'
import type { SamhsaList } from './read-samhsa-list.ts'
import { timeZoneOf } from './time-zones.ts'
import { UNKNOWN_FACTS } from './unknown-facts.ts'

/**
 * Brings the directory up to a list of SAMHSA's, in one transaction: all of it or nothing. What is not on the list
 * stays. A site that FindTreatment.gov or a member has described since stays as it is, because their facts are newer.
 *
 * @param onProgress told how many of the list's places are done
 */
export const importSamhsa = (
  actor: Actor,
  asActor: AsActor,
  list: SamhsaList,
  onProgress: (done: number) => void = () => {},
): Promise<ImportCounts> =>
  asActor(actor, async (tx) => {
    await lockDirectory(tx)
    const counts = { created: 0, updated: 0, unchanged: 0 }
    for (let from = 0; from < list.places.length; from += CHUNK) {
      const written = await writePlaces(tx, list.places.slice(from, from + CHUNK))
      for (const key of ['created', 'updated', 'unchanged'] as const) counts[key] += written[key]
      onProgress(Math.min(from + CHUNK, list.places.length))
    }
    const { read, duplicates, skipped } = summary(list.read, counts, list.findings)
    await record(tx, {
      action: 'network.import-samhsa',
      outcome: 'done',
      detail: { read, ...counts, duplicates, skipped },
    })
    return counts
  })

/** So many at once: between two batches whoever asks for a page of the same process gets it. */
const CHUNK = 1000

const writePlaces = async (tx: Tx, places: readonly ListedPlace[]): Promise<ImportCounts> => {
  const keyed = new Map(places.map((place) => [siteKey(place), place]))
  const known = new Map<string, ListedSite>()
  for (const site of await listKnownSites(tx, { siteKeys: [...keyed.keys()] }))
    for (const key of site.keys) known.set(key, site)

  const fresh: [string, ListedPlace][] = []
  const changed: NewSite[] = []
  for (const [key, place] of keyed) {
    const site = known.get(key)
    if (!site) fresh.push([key, place])
    else if (site.source === 'samhsa-list') {
      const facts = siteFacts(place)
      if (differs(site, facts)) changed.push({ id: site.id, providerId: site.providerId, ...facts })
    }
  }
  await updateSites(tx, changed)
  await addSites(tx, fresh)
  return {
    created: fresh.length,
    updated: changed.length,
    unchanged: keyed.size - fresh.length - changed.length,
  }
}

const siteFacts = (place: ListedPlace): SiteFacts => ({
  name: place.name2 || null,
  street: place.street1 || null,
  street2: place.street2 || null,
  city: place.city,
  county: place.county || null,
  state: place.state,
  zip: place.zip,
  zip4: place.zip4 || null,
  latitude: place.latitude,
  longitude: place.longitude,
  timeZone: timeZoneOf(place.state, place.county) ?? null,
  addressKey: addressKey(place) ?? null,
  source: 'samhsa-list',
})

const differs = (site: SiteFacts, facts: SiteFacts): boolean =>
  (Object.keys(facts) as (keyof SiteFacts)[]).some((fact) => site[fact] !== facts[fact])

const addSites = async (tx: Tx, fresh: readonly [string, ListedPlace][]): Promise<void> => {
  const providers = await providersOf(
    tx,
    fresh.map(([, place]) => place),
    'samhsa-list',
  )
  const sites: NewSite[] = []
  const keys: { matchKey: string; siteId: Id<'site'> }[] = []
  const services: NewService[] = []
  for (const [matchKey, place] of fresh) {
    const facts = siteFacts(place)
    const [id, providerId] = [newId<'site'>(), providers(place)]
    sites.push({ id, providerId, ...facts })
    keys.push({ matchKey, siteId: id })
    services.push({ id: newId(), providerId, siteId: id, ...serviceFacts(place) })
  }
  await insertSites(tx, sites)
  await insertSiteKeys(tx, keys)
  await insertServices(tx, services)
}

/** The list is of facilities that help with substance use, and says nothing else of what they offer. */
const serviceFacts = (place: ListedPlace) => ({
  name: place.name2 || KINDS['substance-use'],
  kind: 'substance-use' as const,
  needs: ['treatment'] as const,
  ...UNKNOWN_FACTS,
  findtreatmentId: null,
  sourceCodes: null,
  source: 'samhsa-list' as const,
})

/**
 * Finds the provider of each place, adding those that are new.
 * @returns from a place to its provider
 */
export const providersOf = async (
  tx: Tx,
  places: readonly ListedPlace[],
  source: NewProvider['source'],
): Promise<(place: ListedPlace) => Id<'provider'>> => {
  const names = new Map(places.toReversed().map((place) => [providerKey(place), place.name1]))
  const ids = await listProviderIds(tx, [...names.keys()])
  const added: NewProvider[] = []
  for (const [matchKey, name] of names) {
    if (ids.has(matchKey)) continue
    const id = newId<'provider'>()
    ids.set(matchKey, id)
    added.push({ id, name, matchKey, source })
  }
  await insertProviders(tx, added)
  return (place) => {
    const id = ids.get(providerKey(place))
    if (!id) throw new Error(`The provider of line ${place.line} was not asked for.`)
    return id
  }
}
