import type { Tx } from '#platform/database/as-actor.ts'
import {
  listListedProviders,
  listListedServices,
  listListedSites,
  listRecords,
  listRecordsOf,
  type Recorded,
} from './hsds.store.ts'
import type { ListedService } from './hsds.table.ts'
import { emptyTables, type Facts, type Kind, type OpenTables, rowsOf, type Tables } from './objects.ts'
import { overlay } from './overlay.ts'
import { TAXONOMY, TERMS } from './profile-terms.ts'

/** What is asked for, by id; everything that is said of it, and of what it names, comes along. */
export type Roots = {
  readonly services?: readonly string[]
  readonly servicesAtLocations?: readonly string[]
  readonly locations?: readonly string[]
  readonly organizations?: readonly string[]
}

const unique = (ids: Iterable<unknown>): string[] => [...new Set(ids)].filter((id) => typeof id === 'string')

/**
 * Gathers objects with everything that lies in them, as far as the actor may see it.
 *
 * @param full also all sites of each organization
 */
export const gather = async (tx: Tx, roots: Roots, { full }: { readonly full: boolean }): Promise<Tables> => {
  const asked = unique(roots.servicesAtLocations ?? [])
  const [ofAsked, askedRecords] = await Promise.all([
    listListedServices(tx, 'service_at_location_id', asked),
    listRecords(tx, 'service_at_location', asked),
  ])
  const offerings = unique([
    ...(roots.services ?? []),
    ...ofAsked.map(({ offeringId }) => offeringId),
    ...askedRecords.map(({ facts }) => facts.service_id),
  ])
  const [services, ofServices] = await Promise.all([
    listListedServices(tx, 'offering_id', offerings),
    listRecordsOf(tx, [['service', offerings]]),
  ])
  const records = new Records([...askedRecords, ...ofServices])
  const organizations = unique([
    ...(roots.organizations ?? []),
    ...services.map(({ providerId }) => providerId),
    ...records.named('service', 'organization_id'),
  ])
  const sitesNamed = unique([
    ...(roots.locations ?? []),
    ...services.map(({ siteId }) => siteId),
    ...records.named('service_at_location', 'location_id'),
  ])
  const [providers, ofProviders, sitesAsked, ofOrganizations] = await Promise.all([
    listListedProviders(tx, organizations),
    full ? listListedSites(tx, 'providerId', organizations) : [],
    listListedSites(tx, 'id', sitesNamed),
    listRecordsOf(tx, [
      ['organization', organizations],
      [
        'service_at_location',
        unique([
          ...services.map(({ serviceAtLocationId }) => serviceAtLocationId),
          ...records.ids('service_at_location'),
        ]),
      ],
    ]),
  ])
  records.add(ofOrganizations)
  const sites = [...new Map([...ofProviders, ...sitesAsked].map((site) => [site.id, site])).values()]
  records.add(
    await listRecordsOf(tx, [
      [
        'location',
        unique([...sitesNamed, ...sites.map(({ id }) => id), ...(full ? records.ids('location') : [])]),
      ],
    ]),
  )
  await addNamed(tx, records)
  const tables = overlay({ services, sites, providers }, records.all())
  return withProfile(tables, services)
}

/** Terms, units and programs belong to nobody in particular and are found by whoever names them. */
const addNamed = async (tx: Tx, records: Records): Promise<void> => {
  const [terms, units, programs] = await Promise.all([
    listRecords(tx, 'taxonomy_term', unique(records.named('attribute', 'taxonomy_term_id'))),
    listRecords(tx, 'unit', unique(records.named('service_capacity', 'unit_id'))),
    listRecords(tx, 'program', unique(records.named('service', 'program_id'))),
  ])
  records.add([...terms, ...units, ...programs])
  records.add(await listRecords(tx, 'taxonomy', unique(records.named('taxonomy_term', 'taxonomy_id'))))
}

const withProfile = (tables: Tables, services: readonly ListedService[]): Tables => {
  if (services.length === 0) return tables
  const open = tables as OpenTables
  for (const { taxonomy_term_id } of rowsOf(tables, 'attribute')) {
    const term = TERMS.get(String(taxonomy_term_id))
    if (!term) continue
    open.get('taxonomy_term')?.set(term.facts.id, term.facts)
    open.get('taxonomy')?.set(TAXONOMY.id, TAXONOMY)
  }
  return tables
}

/** Terms or other objects that belong to nobody, whole. */
export const gatherLoose = async (tx: Tx, kind: Kind, ids: readonly string[]): Promise<Tables> => {
  const tables = emptyTables()
  const records = new Records(await listRecords(tx, kind, ids))
  if (kind === 'taxonomy_term')
    records.add(await listRecords(tx, 'taxonomy', unique(records.named(kind, 'taxonomy_id'))))
  for (const one of records.all()) tables.get(one.kind)?.set(one.id, one.facts)
  for (const id of ids) {
    const own: Facts | undefined = kind === 'taxonomy' && id === TAXONOMY.id ? TAXONOMY : TERMS.get(id)?.facts
    if (!own) continue
    tables.get(kind)?.set(id, own)
    tables.get('taxonomy')?.set(TAXONOMY.id, TAXONOMY)
  }
  return tables
}

class Records {
  readonly #byKey = new Map<string, Recorded>()

  constructor(records: readonly Recorded[]) {
    this.add(records)
  }

  add(records: readonly Recorded[]): void {
    for (const one of records) this.#byKey.set(`${one.kind} ${one.id}`, one)
  }

  all(): Recorded[] {
    return [...this.#byKey.values()]
  }

  ids(kind: Kind): string[] {
    return this.all().flatMap((one) => (one.kind === kind ? [one.id] : []))
  }

  /** The ids that records of a kind name in one attribute. */
  named(kind: Kind, attribute: string): unknown[] {
    return this.all().flatMap((one) => (one.kind === kind ? [one.facts[attribute]] : []))
  }
}
