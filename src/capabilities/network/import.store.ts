import { sql } from 'kysely'
import type { Hours } from '#kernel/hours.ts'
import type { Id } from '#kernel/ids.ts'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { CodedFacts } from './findtreatment-codes.ts'
import type { KnownService, KnownSite } from './join-listings.ts'
import type { Source, Status } from './listing.ts'
import type { NetworkTables } from './network.table.ts'
import type { Exclusion, LegalFlag, NeedsId } from './profile.ts'

/** The facts of a site that a list gives. */
export type SiteFacts = {
  readonly name: string | null
  readonly street: string | null
  readonly street2: string | null
  readonly city: string
  readonly county: string | null
  readonly state: string
  readonly zip: string
  readonly zip4: string | null
  readonly latitude: number | null
  readonly longitude: number | null
  readonly timeZone: string | null
  readonly addressKey: string | null
  readonly source: Source
}

/** The facts of a service that a list gives. Hours, organization, visibility and status are never an import's. */
export type ServiceFacts = CodedFacts & {
  readonly name: string
  readonly phone: string | null
  readonly intakePhones: readonly string[]
  readonly hotline: string | null
  readonly website: string | null
  readonly findtreatmentId: string | null
  readonly sourceCodes: unknown
  readonly source: Source
}

/** What a table says of a service; what it does not say is missing. */
export type TableFacts = Omit<ServiceFacts, 'findtreatmentId' | 'sourceCodes'> & {
  readonly status: Status
  readonly hours: Hours | null
  readonly verifiedOn: string | null
  readonly pets: boolean | null
  readonly needsId: NeedsId | null
  readonly needsInsuranceCard: boolean | null
  readonly needsClearance: boolean | null
  readonly minHoursSinceUse: number | null
  readonly maxHoursSinceUse: number | null
  readonly stepFree: boolean | null
  readonly exclusions: readonly Exclusion[] | null
  readonly afterHoursPhone: string | null
  readonly afterHoursWho: string | null
  readonly policeDropOff: boolean | null
  readonly offersTransport: boolean | null
  readonly transportMiles: number | null
  readonly legalFlags: readonly LegalFlag[] | null
}

export type ListedService = KnownService &
  ServiceFacts &
  TableFacts & {
    readonly providerId: Id<'provider'>
    /** The import that wrote it last. */
    readonly importId: string | null
  }
export type ListedSite = KnownSite<ListedService> & SiteFacts & { readonly providerId: Id<'provider'> }

export type NewProvider = { id: Id<'provider'>; name: string; matchKey: string; source: Source }
export type NewSite = SiteFacts & { id: Id<'site'>; providerId: Id<'provider'> }
export type NewService = ServiceFacts & { id: Id<'service'>; providerId: Id<'provider'>; siteId: Id<'site'> }

const SITE_FACTS =
  'name street street2 city county state zip zip4 latitude longitude time_zone address_key source'.split(' ')
const SERVICE_FACTS =
  'name kind needs medicines payers fees ages genders languages settings asam_levels asam_edition moud min_age max_age pregnant with_children walk_in phone intake_phones hotline website findtreatment_id source_codes source'.split(
    ' ',
  )
/** What a table can say beyond that. */
const TABLE_FACTS =
  'status hours verified_on pets needs_id needs_insurance_card needs_clearance min_hours_since_use max_hours_since_use step_free exclusions after_hours_phone after_hours_who police_drop_off offers_transport transport_miles legal_flags'.split(
    ' ',
  )

/** Rows travel as one JSON text a statement: a thousand of them cost one round trip. */
const BATCH = 1000

/** Holds back every other import until this transaction ends, so that two of the same list cannot double it. */
export const lockDirectory = async (tx: Tx): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended('network import', 0))`.execute(tx.connection)
}

/** The providers that imports know by these keys. */
export const listProviderIds = async (
  tx: Tx,
  matchKeys: readonly string[],
): Promise<Map<string, Id<'provider'>>> => {
  const rows = await tables<NetworkTables>(tx)
    .selectFrom('provider')
    .select(['id', 'matchKey'])
    .where(sql<boolean>`match_key = any(${matchKeys}::text[])`)
    .execute()
  return new Map(rows.map((row) => [row.matchKey ?? '', row.id]))
}

/** The sites known under one of these keys, or at one of these addresses, or with one of these listings. */
export const listKnownSites = async (
  tx: Tx,
  by: {
    readonly siteKeys: readonly string[]
    readonly addressKeys?: readonly string[]
    readonly findtreatmentIds?: readonly string[]
  },
): Promise<ListedSite[]> => {
  const { siteKeys, addressKeys = [], findtreatmentIds = [] } = by
  const service = sql.join(
    ['id', 'provider_id', 'import_id', ...SERVICE_FACTS, ...TABLE_FACTS].flatMap((column) => [
      sql.lit(camel(column)),
      sql.ref(`service.${column}`),
    ]),
  )
  const { rows } = await sql<ListedSite>`
    with wanted as (
      select site_id from site_listing where match_key = any(${siteKeys}::text[])
      union select id from site where address_key = any(${addressKeys}::text[])
      union select site_id from service where findtreatment_id = any(${findtreatmentIds}::text[])
    )
    select site.id, site.provider_id, provider.name as provider_name,
      ${sql.join(SITE_FACTS.map((column) => sql.ref(`site.${column}`)))},
      array(select match_key from site_listing where site_id = site.id) as keys,
      array(select jsonb_build_object(${service}) from service where site_id = site.id order by service.id) as services
    from wanted join site on site.id = wanted.site_id join provider on provider.id = site.provider_id
    order by site.id`.execute(tx.connection)
  return rows
}

/** Inserts rows in batches, and says after each how many. */
type Insert<Row> = (tx: Tx, rows: readonly Row[], onBatch?: (count: number) => void) => Promise<void>

const insertInto =
  <Row extends object>(table: string, columns: readonly string[]): Insert<Row> =>
  async (tx, rows, onBatch) => {
    const list = sql.join(columns.map((column) => sql.ref(column)))
    for (const batch of batches(rows)) {
      await sql`
        insert into ${sql.table(table)} (${list})
        select ${list} from jsonb_populate_recordset(null::${sql.table(table)}, ${asRecords(batch)}::jsonb)
      `.execute(tx.connection)
      onBatch?.(batch.length)
    }
  }

export const insertProviders = insertInto<NewProvider>('provider', ['id', 'name', 'match_key', 'source'])
export const insertSites = insertInto<NewSite>('site', ['id', 'provider_id', ...SITE_FACTS])
export const insertSiteKeys = insertInto<{ matchKey: string; siteId: Id<'site'> }>('site_listing', [
  'match_key',
  'site_id',
])
export type TableService = TableFacts & {
  id: Id<'service'>
  providerId: Id<'provider'>
  siteId: Id<'site'>
}
const TABLE_SERVICE = ['provider_id', 'site_id', ...SERVICE_FACTS, ...TABLE_FACTS].filter(
  (column) => !['findtreatment_id', 'source_codes'].includes(column),
)
export const insertTableServices = insertInto<TableService>('service', ['id', ...TABLE_SERVICE])
export const insertServices = insertInto<NewService>('service', [
  'id',
  'provider_id',
  'site_id',
  ...SERVICE_FACTS,
])

const update =
  <Row extends { id: string }>(table: string, columns: readonly string[]): Insert<Row> =>
  async (tx, rows, onBatch) => {
    const settings = sql.join(columns.map((column) => sql`${sql.ref(column)} = changed.${sql.ref(column)}`))
    for (const batch of batches(rows)) {
      await sql`
        update ${sql.table(table)} as kept set ${settings}, updated_at = now()
        from jsonb_populate_recordset(null::${sql.table(table)}, ${asRecords(batch)}::jsonb) as changed
        where kept.id = changed.id
      `.execute(tx.connection)
      onBatch?.(batch.length)
    }
  }

export const updateSites = update<NewSite>('site', ['provider_id', ...SITE_FACTS])
export const updateTableServices = update<TableService>('service', TABLE_SERVICE)
export const updateServices = update<NewService>('service', ['provider_id', 'site_id', ...SERVICE_FACTS])

const batches = function* <Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let from = 0; from < rows.length; from += BATCH) yield rows.slice(from, from + BATCH)
}

const camel = (column: string): string =>
  column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())

/** JSON with the names of columns, for jsonb_populate_recordset. */
const asRecords = (rows: readonly object[]): string =>
  JSON.stringify(
    rows.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([key, value]) => [
          key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
          value,
        ]),
      ),
    ),
  )
