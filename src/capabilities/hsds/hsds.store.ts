import { sql } from 'kysely'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { HsdsTables, ListedProvider, ListedService, ListedSite, RootKind } from './hsds.table.ts'
import type { Facts, Kind } from './objects.ts'

const db = (tx: Tx) => tables<HsdsTables>(tx)

/** A record as it is kept; `owners` are empty where the directory keeps nothing of what it belongs to. */
export type Recorded = {
  readonly kind: Kind
  readonly id: string
  readonly facts: Facts
  readonly updatedAt: Date
}

/** HSDS's own names are attributes, so they are read as text: the plugin that renames columns would rename them too. */
const RECORD = sql`r.kind, r.id, r.facts::text as facts, r.updated_at`
const read = (rows: readonly { kind: Kind; id: string; facts: string; updatedAt: Date }[]): Recorded[] =>
  rows.map(({ facts, ...row }) => ({ ...row, facts: { id: row.id, ...JSON.parse(facts) } }))

/** Records that belong to these, with nothing else of the four kinds between. In the order in which they were said. */
export const listRecordsOf = async (
  tx: Tx,
  parents: readonly (readonly [RootKind, readonly string[]])[],
): Promise<Recorded[]> => {
  const asked = parents.filter(([, ids]) => ids.length > 0)
  if (asked.length === 0) return []
  const of = sql.join(
    asked.map(
      ([kind, ids]) => sql`select kind, id from hsds_link
        where parent = any(${ids}::uuid[]) and parent_kind = ${sql.lit(kind)} and is_near`,
    ),
    sql` union `,
  )
  const { rows } = await sql<{ kind: Kind; id: string; facts: string; updatedAt: Date }>`
    with near as materialized (${of})
    select ${RECORD} from near join hsds_record r using (kind, id) order by r.number, r.id`.execute(
    tx.connection,
  )
  return read(rows)
}

/** Records by their kind and id, in the order in which they were said. */
export const listRecords = async (tx: Tx, kind: Kind, ids: readonly string[]): Promise<Recorded[]> => {
  if (ids.length === 0) return []
  const { rows } = await sql<{ kind: Kind; id: string; facts: string; updatedAt: Date }>`
    select ${RECORD} from hsds_record r
    where r.kind = ${kind} and r.id = any(${ids}::uuid[]) order by r.number, r.id`.execute(tx.connection)
  return read(rows)
}

/** The records of a kind that belong to nothing that the directory keeps, a page at a time by id. */
export const listRecordsAfter = async (
  tx: Tx,
  kind: Kind,
  after: string,
  count: number,
): Promise<Recorded[]> => {
  const { rows } = await sql<{ kind: Kind; id: string; facts: string; updatedAt: Date }>`
    select ${RECORD} from hsds_record r
    where r.kind = ${kind} and r.id > ${after}::uuid
      and r.providers = '{}' and r.sites = '{}' and r.offerings = '{}' and r.services = '{}' order by r.id limit ${count}`.execute(
    tx.connection,
  )
  return read(rows)
}

type ServiceBy = 'offering_id' | 'service_at_location_id'

export const listListedServices = async (
  tx: Tx,
  by: ServiceBy,
  ids: readonly string[],
): Promise<ListedService[]> => {
  if (ids.length === 0) return []
  const { rows } = await sql<ListedService>`
    select offering_id, service_at_location_id, provider_id, site_id, name, kind, status, needs, medicines, payers, fees,
      ages, genders, languages, settings, phone, intake_phones, hotline, website, hours, verified_on, source, updated_at,
      asam_levels, asam_edition, moud, min_age, max_age, pregnant, with_children, pets, needs_id, needs_insurance_card,
      needs_clearance, min_hours_since_use, max_hours_since_use, step_free, exclusions, intake_hours, after_hours_phone,
      after_hours_who, walk_in, police_drop_off, offers_transport, transport_miles, legal_flags, holidays
    from listed_service where ${sql.ref(by)} = any(${ids}::uuid[]) order by service_at_location_id`.execute(
    tx.connection,
  )
  return rows
}

export const listListedSites = (
  tx: Tx,
  by: 'id' | 'providerId',
  ids: readonly string[],
): Promise<ListedSite[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : db(tx)
        .selectFrom('listedSite')
        .selectAll()
        .where(by, '=', sql<string>`any(${ids}::uuid[])`)
        .orderBy('id')
        .execute()

export const listListedProviders = (tx: Tx, ids: readonly string[]): Promise<ListedProvider[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : db(tx)
        .selectFrom('listedProvider')
        .select(['id', 'name', 'website', 'source'])
        .where('id', '=', sql<string>`any(${ids}::uuid[])`)
        .execute()

/** The services at a location that are of these organizations or at these locations, here or as another said. */
export const listServicesAtLocations = async (
  tx: Tx,
  organizations: readonly string[],
  locations: readonly string[],
): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    select service_at_location_id as id from listed_service
    where provider_id = any(${organizations}::uuid[]) or site_id = any(${locations}::uuid[])
    union
    select id from hsds_link where kind = 'service_at_location'
      and (parent_kind = 'organization' and parent = any(${organizations}::uuid[])
        or parent_kind = 'location' and parent = any(${locations}::uuid[]))`.execute(tx.connection)
  return rows.map(({ id }) => id)
}
