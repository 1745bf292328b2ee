import { isDeepStrictEqual } from 'node:util'
import { type Id, newId } from '#kernel/ids.ts'
import type { Tx } from '#platform/database/as-actor.ts'
import {
  insertProviders,
  insertSiteKeys,
  insertSites,
  insertTableServices,
  type ListedService,
  type ListedSite,
  listKnownSites,
  listProviderIds,
  type NewSite,
  type SiteFacts,
  type TableFacts,
  type TableService,
  updateSites,
  updateTableServices,
} from './import.store.ts'
import type { ListedPlace } from './listed-place.ts'
import { KINDS } from './listing.ts'
import { addressKey, fold, providerKey, siteKey } from './match-key.ts'
import { timeZoneOf } from './time-zones.ts'
import { UNKNOWN_FACTS } from './unknown-facts.ts'

/** A row of a table: a place, and what it says of one service there. */
export type TableRow = {
  readonly place: ListedPlace
  /** Left out where the table has no column for it. */
  readonly serviceName?: string | undefined
  readonly facts: Partial<TableFacts>
}

/** What came of rows; each is one of created, updated and unchanged. */
export type RowCounts = { created: number; updated: number; unchanged: number }

/**
 * Writes some rows of a table into the directory. A row is known again by its name and address and, at a site with
 * several, by its service's name. What the table does not say stays as it is, and so does what members keep by hand.
 *
 * @param importId in whose course this is: two rows of one table are never taken for one service of several
 */
export const importRows = async (tx: Tx, rows: readonly TableRow[], importId: string): Promise<RowCounts> => {
  const places = rows.map(({ place }) => place)
  const known = new Map<string, ListedSite>()
  for (const site of await listKnownSites(tx, { siteKeys: places.map(siteKey) }))
    for (const key of site.keys) known.set(key, site)
  const providers = await providersFor(tx, places)
  const plan = new Plan(known, providers, importId)
  for (const row of rows) plan.add(row)
  await insertSites(tx, plan.sites)
  await insertSiteKeys(tx, plan.keys)
  await updateSites(tx, [...plan.changedSites.values()])
  await insertTableServices(tx, plan.services)
  await updateTableServices(tx, plan.changedServices)
  return plan.counts
}

const providersFor = async (
  tx: Tx,
  places: readonly ListedPlace[],
): Promise<ReadonlyMap<string, Id<'provider'>>> => {
  const names = new Map(places.map((place) => [providerKey(place), place.name1]))
  const ids = await listProviderIds(tx, [...names.keys()])
  const added = [...names]
    .filter(([matchKey]) => !ids.has(matchKey))
    .map(([matchKey, name]) => ({ id: newId<'provider'>(), name, matchKey, source: 'csv' as const }))
  await insertProviders(tx, added)
  return new Map([...ids, ...added.map(({ matchKey, id }) => [matchKey, id] as const)])
}

type Opened = { readonly id: Id<'site'>; readonly providerId: Id<'provider'>; readonly services: string[] }

/** What has to be written, collected before anything is. */
class Plan {
  readonly sites: NewSite[] = []
  readonly keys: { matchKey: string; siteId: Id<'site'> }[] = []
  readonly changedSites = new Map<string, NewSite>()
  readonly services: TableService[] = []
  readonly changedServices: TableService[] = []
  readonly counts: RowCounts = { created: 0, updated: 0, unchanged: 0 }
  private readonly opened = new Map<string, Opened>()
  private readonly taken = new Set<string>()

  private readonly known: ReadonlyMap<string, ListedSite>
  private readonly providers: ReadonlyMap<string, Id<'provider'>>
  private readonly importId: string

  constructor(
    known: ReadonlyMap<string, ListedSite>,
    providers: ReadonlyMap<string, Id<'provider'>>,
    importId: string,
  ) {
    this.known = known
    this.providers = providers
    this.importId = importId
  }

  add(row: TableRow): void {
    const key = siteKey(row.place)
    const site = this.known.get(key)
    if (!site) {
      this.addAtNew(row, key)
      return
    }
    const isFirst = !this.changedSites.has(site.id)
    const service = this.serviceAt(site, row)
    const siteChanged = isFirst && this.changeSite(site, row.place)
    if (!service) {
      this.taken.add(`${site.id}|${fold(row.serviceName ?? '')}`)
      this.services.push(newService(row, site.id, site.providerId))
      this.counts.created++
      return
    }
    this.taken.add(service.id)
    if (this.changeService(service, site.id, row) || siteChanged) this.counts.updated++
    else this.counts.unchanged++
  }

  private addAtNew(row: TableRow, key: string): void {
    const providerId = this.providers.get(providerKey(row.place)) as Id<'provider'>
    const name = fold(row.serviceName ?? '')
    const at = this.opened.get(key) ?? { id: newId<'site'>(), providerId, services: [] }
    if (!this.opened.has(key)) {
      this.opened.set(key, at)
      this.sites.push({ id: at.id, providerId, ...siteFacts(row.place) })
      this.keys.push({ matchKey: key, siteId: at.id })
    }
    if (at.services.includes(name)) {
      this.counts.unchanged++
      return
    }
    at.services.push(name)
    this.services.push(newService(row, at.id, providerId))
    this.counts.created++
  }

  /** The service of which a row speaks: of its name, or the only one where the row names none. */
  private serviceAt(site: ListedSite, { serviceName }: TableRow): ListedService | undefined {
    const free = site.services.filter(({ id }) => !this.taken.has(id))
    const named = site.services.find(
      ({ name }) => serviceName !== undefined && fold(name) === fold(serviceName),
    )
    if (named) return named
    if (serviceName !== undefined) return undefined
    // Written a moment ago by another row of the same table: that row was this place too.
    return free.find(({ importId }) => importId !== this.importId) ?? site.services[0]
  }

  private changeSite(site: ListedSite, place: ListedPlace): boolean {
    if (site.source !== 'csv') return false
    const facts = siteFacts(place)
    const stays = site.zip === place.zip
    const merged = {
      ...facts,
      county: facts.county ?? (stays ? site.county : null),
      zip4: facts.zip4 ?? (stays ? site.zip4 : null),
    }
    const isSame = (Object.keys(merged) as (keyof SiteFacts)[]).every((fact) => site[fact] === merged[fact])
    if (isSame) return false
    this.changedSites.set(site.id, { id: site.id, providerId: site.providerId, ...merged })
    return true
  }

  private changeService(
    service: ListedService,
    siteId: Id<'site'>,
    { facts, serviceName }: TableRow,
  ): boolean {
    if (service.source === 'member') return false
    const { id, providerId } = service
    const before = { ...NOTHING_KNOWN, ...pick(service) }
    const after = { ...before, ...facts, ...(serviceName ? { name: serviceName } : {}) }
    if (isDeepStrictEqual(before, after)) return false
    this.changedServices.push({ ...after, source: 'csv', id, providerId, siteId })
    return true
  }
}

const NOTHING_KNOWN: TableFacts = {
  name: '',
  kind: 'other',
  needs: ['other'],
  ...UNKNOWN_FACTS,
  source: 'csv',
  status: 'active',
  hours: null,
  verifiedOn: null,
  pets: null,
  needsId: null,
  needsInsuranceCard: null,
  needsClearance: null,
  minHoursSinceUse: null,
  maxHoursSinceUse: null,
  stepFree: null,
  exclusions: null,
  afterHoursPhone: null,
  afterHoursWho: null,
  policeDropOff: null,
  offersTransport: null,
  transportMiles: null,
  legalFlags: null,
}

const pick = (service: ListedService): TableFacts =>
  Object.fromEntries(
    Object.keys(NOTHING_KNOWN).map((fact) => [fact, service[fact as keyof TableFacts]]),
  ) as unknown as TableFacts

const newService = (
  { place, serviceName, facts }: TableRow,
  siteId: Id<'site'>,
  providerId: Id<'provider'>,
): TableService => {
  const name = serviceName || place.name2 || KINDS[facts.kind ?? 'other']
  return { ...NOTHING_KNOWN, ...facts, name, id: newId(), providerId, siteId }
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
  timeZone: timeZoneOf(place.state, place.county || undefined) ?? null,
  addressKey: addressKey(place) ?? null,
  source: 'csv',
})
