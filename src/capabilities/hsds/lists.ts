import type { Tx } from '#platform/database/as-actor.ts'
import { gather, gatherLoose } from './gather.ts'
import {
  countOfferings,
  countPlain,
  countServicesAt,
  listLoose,
  listOfferings,
  listPlain,
  listServicesAt,
  type Stretch,
  type Wanted,
} from './lists.store.ts'
import { type Json, Nest, present } from './nest.ts'
import type { Facts, Kind } from './objects.ts'
import { TAXONOMY, TERMS } from './profile-terms.ts'
import type { Filter, HsdsQuery } from './query.ts'

type Found = { readonly id: string; readonly updatedAt?: Date }

/** One list of the API: which parameters it knows, what is in it, and how each thing in it is written. */
export type HsdsList = {
  readonly path: string
  readonly kind: Kind
  readonly filters: readonly Filter[]
  readonly count: (tx: Tx, query: HsdsQuery) => Promise<number>
  readonly find: (tx: Tx, query: HsdsQuery, stretch: Stretch) => Promise<readonly Found[]>
  /** In the order of what was found; what has gone meanwhile is left out. */
  readonly write: (tx: Tx, found: readonly Found[], query: HsdsQuery) => Promise<Json[]>
  /** One by itself is always whole. */
  readonly one: (tx: Tx, id: string, query: Pick<HsdsQuery, 'fullService'>) => Promise<Json | undefined>
}

const wanted = (query: HsdsQuery): Wanted => {
  const term = query.taxonomyTermId === undefined ? undefined : TERMS.get(query.taxonomyTermId.toLowerCase())
  return {
    ...query,
    ownTerm: term && { aspect: term.aspect, shape: term.shape, word: term.word },
    isOwnTaxonomy: query.taxonomyId?.toLowerCase() === TAXONOMY.id,
  }
}

const ids = (found: readonly Found[]): string[] => found.map(({ id }) => id)

const services: HsdsList = {
  path: 'services',
  kind: 'service',
  filters: ['taxonomy_term_id', 'taxonomy_id', 'organization_id', 'modified_after', 'minimal', 'full'],
  count: (tx, query) => countOfferings(tx, wanted(query)),
  find: (tx, query, stretch) => listOfferings(tx, wanted(query), stretch),
  write: async (tx, found, { full, minimal }) => {
    if (minimal)
      return found.map(({ id, updatedAt }) => ({ id, modified_date: updatedAt?.toISOString() ?? '' }))
    const nest = new Nest(await gather(tx, { services: ids(found) }, { full }))
    return present(found.map(({ id }) => (full ? nest.full('service', id) : nest.basic('service', id))))
  },
  one: async (tx, id) => new Nest(await gather(tx, { services: [id] }, { full: true })).full('service', id),
}

const servicesAtLocations: HsdsList = {
  path: 'service_at_locations',
  kind: 'service_at_location',
  filters: [
    'taxonomy_term_id',
    'taxonomy_id',
    'organization_id',
    'modified_after',
    'full',
    'postcode',
    'proximity',
  ],
  count: (tx, query) => countServicesAt(tx, wanted(query)),
  find: (tx, query, stretch) => listServicesAt(tx, wanted(query), stretch),
  write: async (tx, found, { full }) => {
    const nest = new Nest(await gather(tx, { servicesAtLocations: ids(found) }, { full }))
    return present(
      found.map(({ id }) =>
        full ? nest.full('service_at_location', id) : nest.basic('service_at_location', id),
      ),
    )
  },
  one: async (tx, id) =>
    new Nest(await gather(tx, { servicesAtLocations: [id] }, { full: true })).full('service_at_location', id),
}

const everyService = async (tx: Tx, organizationId: string): Promise<string[]> =>
  ids(await listOfferings(tx, { organizationId }, { page: 1, perPage: MOST_SERVICES }))
/** No organization of the national list has a tenth of these. */
const MOST_SERVICES = 10_000

const wholeOrganization = async (tx: Tx, id: string, fullService: boolean): Promise<Json | undefined> => {
  const tables = await gather(
    tx,
    { organizations: [id], services: await everyService(tx, id) },
    { full: true },
  )
  const nest = new Nest(tables)
  const json = nest.full('organization', id)
  if (!json) return undefined
  const offered = nest.servicesOf(id, fullService)
  return offered.length > 0 ? { ...json, services: offered } : json
}

const organizations: HsdsList = {
  path: 'organizations',
  kind: 'organization',
  filters: ['taxonomy_term_id', 'taxonomy_id', 'full', 'full_service'],
  count: (tx, query) => countPlain(tx, 'organization', wanted(query)),
  find: (tx, query, stretch) => listPlain(tx, 'organization', wanted(query), stretch),
  write: async (tx, found, { full, fullService }) => {
    if (full || fullService) {
      const whole: Json[] = []
      for (const { id } of found) {
        const json = await wholeOrganization(tx, id, fullService)
        if (json) whole.push(json)
      }
      return whole
    }
    const nest = new Nest(await gather(tx, { organizations: ids(found) }, { full: false }))
    return present(found.map(({ id }) => nest.basic('organization', id)))
  },
  // The standard's own example of one organization has its services in it, whole.
  one: (tx, id, { fullService }) => wholeOrganization(tx, id, fullService),
}

const locations: HsdsList = {
  path: 'locations',
  kind: 'location',
  filters: ['taxonomy_term_id', 'taxonomy_id', 'full'],
  count: (tx, query) => countPlain(tx, 'location', wanted(query)),
  find: (tx, query, stretch) => listPlain(tx, 'location', wanted(query), stretch),
  write: async (tx, found, { full }) => {
    const nest = new Nest(await gather(tx, { locations: ids(found) }, { full: false }))
    return present(found.map(({ id }) => (full ? nest.full('location', id) : nest.basic('location', id))))
  },
  one: async (tx, id) =>
    new Nest(await gather(tx, { locations: [id] }, { full: false })).full('location', id),
}

/** Terms and taxonomies are few; those of our own come first. */
const loose = (path: string, kind: 'taxonomy' | 'taxonomy_term', filters: readonly Filter[]): HsdsList => {
  const own: readonly Facts[] =
    kind === 'taxonomy' ? [TAXONOMY] : [...TERMS.values()].map(({ facts }) => facts)
  const findAll = async (tx: Tx, query: HsdsQuery): Promise<string[]> => {
    const { search, taxonomyId, parentId } = query
    const fits = ({ name, code = '' }: Facts) =>
      search === undefined || `${name} ${code}`.toLowerCase().includes(search.toLowerCase())
    const isAsked =
      parentId === undefined && (taxonomyId === undefined || taxonomyId.toLowerCase() === TAXONOMY.id)
    const recorded = await listLoose(tx, kind, query)
    return [...new Set([...(isAsked ? own.filter(fits).map(({ id }) => id) : []), ...recorded])].sort()
  }
  return {
    path,
    kind,
    filters,
    count: async (tx, query) => (await findAll(tx, query)).length,
    find: async (tx, query, stretch) => {
      const all = await findAll(tx, query)
      const found =
        'after' in stretch
          ? all.filter((id) => id > stretch.after).slice(0, stretch.count)
          : all.slice((stretch.page - 1) * stretch.perPage, stretch.page * stretch.perPage)
      return found.map((id) => ({ id }))
    },
    write: async (tx, found) => {
      const nest = new Nest(await gatherLoose(tx, kind, ids(found)))
      return present(found.map(({ id }) => nest.full(kind, id)))
    },
    one: async (tx, id) => new Nest(await gatherLoose(tx, kind, [id])).full(kind, id),
  }
}

export const LISTS: readonly HsdsList[] = [
  services,
  servicesAtLocations,
  organizations,
  locations,
  loose('taxonomies', 'taxonomy', []),
  loose('taxonomy_terms', 'taxonomy_term', ['taxonomy_id', 'parent_id', 'top_only']),
]
