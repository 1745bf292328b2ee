import { sql } from 'kysely'
import type { Hours } from '#kernel/hours.ts'
import type { Tx } from '#platform/database/as-actor.ts'

export type KeptProvider = { readonly id: string; readonly name: string; readonly website: string | null }

export type KeptSite = {
  readonly id: string
  readonly providerId: string
  readonly name: string | null
  readonly street: string | null
  readonly street2: string | null
  readonly city: string
  readonly state: string
  readonly zip: string
  readonly zip4: string | null
  readonly latitude: number | null
  readonly longitude: number | null
}

export type KeptService = {
  readonly id: string
  readonly offeringId: string
  readonly providerId: string
  readonly siteId: string
  readonly name: string
  readonly kind: string
  readonly status: string
  readonly needs: readonly string[]
  readonly medicines: readonly string[] | null
  readonly payers: readonly string[] | null
  readonly fees: readonly string[] | null
  readonly ages: readonly string[] | null
  readonly genders: readonly string[] | null
  readonly languages: readonly string[] | null
  readonly settings: readonly string[] | null
  readonly phone: string | null
  readonly intakePhones: readonly string[]
  readonly hotline: string | null
  readonly website: string | null
  readonly hours: Hours | null
  readonly verifiedOn: string | null
  readonly asamLevels: readonly string[] | null
  readonly asamEdition: string | null
  readonly moud: readonly string[] | null
  readonly minAge: number | null
  readonly maxAge: number | null
  readonly pregnant: string | null
  readonly withChildren: boolean | null
  readonly pets: boolean | null
  readonly needsId: string | null
  readonly needsInsuranceCard: boolean | null
  readonly needsClearance: boolean | null
  readonly minHoursSinceUse: number | null
  readonly maxHoursSinceUse: number | null
  readonly stepFree: boolean | null
  readonly exclusions: readonly string[] | null
  readonly intakeHours: Hours | null
  readonly afterHoursPhone: string | null
  readonly afterHoursWho: string | null
  readonly walkIn: boolean | null
  readonly policeDropOff: boolean | null
  readonly offersTransport: boolean | null
  readonly transportMiles: number | null
  readonly legalFlags: readonly string[] | null
  readonly holidays: string
}

/** Rows travel as one JSON text a statement: a thousand of them cost one round trip. */
const BATCH = 1000

/**
 * Adds rows, and changes those that are there and came from an import; what a member keeps stays.
 * @returns how many were added or changed
 */
const keepIn =
  <Row extends object>(table: string, columns: readonly string[], unlisted: readonly string[] = []) =>
  async (tx: Tx, rows: readonly Row[]): Promise<number> => {
    const all = [...columns, ...unlisted, 'source']
    const list = sql.join(all.map((column) => sql.ref(column)))
    const changes = columns.filter((column) => column !== 'id')
    const kept = sql.join(changes.map((column) => sql.ref(`kept.${column}`)))
    const excluded = sql.join(changes.map((column) => sql.ref(`excluded.${column}`)))
    const settings = sql.join(
      [...changes, ...unlisted, 'source'].map(
        (column) => sql`${sql.ref(column)} = ${sql.ref(`excluded.${column}`)}`,
      ),
    )
    let written = 0
    for (let from = 0; from < rows.length; from += BATCH) {
      const { numAffectedRows } = await sql`
        insert into ${sql.table(table)} as kept (${list})
        select ${list} from jsonb_populate_recordset(null::${sql.table(table)},
          ${asRecords(rows.slice(from, from + BATCH))}::jsonb)
        on conflict (id) do update set ${settings}, updated_at = now()
        where kept.source <> 'member' and (${kept}) is distinct from (${excluded})`.execute(tx.connection)
      written += Number(numAffectedRows ?? 0)
    }
    return written
  }

const words = (text: string): string[] => text.split(' ')

export const keepProviders = keepIn<KeptProvider>('provider', words('id name website'))
export const keepSites = keepIn<
  KeptSite & { readonly timeZone: string | null; readonly addressKey: string | null }
>(
  'site',
  words('id provider_id name street street2 city state zip zip4 latitude longitude'),
  words('time_zone address_key'),
)
export const keepServices = keepIn<KeptService>(
  'service',
  words(
    'id offering_id provider_id site_id name kind status needs medicines payers fees ages genders languages settings phone intake_phones hotline website hours verified_on asam_levels asam_edition moud min_age max_age pregnant with_children pets needs_id needs_insurance_card needs_clearance min_hours_since_use max_hours_since_use step_free exclusions intake_hours after_hours_phone after_hours_who walk_in police_drop_off offers_transport transport_miles legal_flags holidays',
  ),
)

/** Keeps under which names and addresses lists know a site; a key that is known for another site stays with that. */
export const keepSiteKeys = async (
  tx: Tx,
  keys: readonly { readonly matchKey: string; readonly siteId: string }[],
): Promise<void> => {
  for (let from = 0; from < keys.length; from += BATCH)
    await sql`
      insert into site_listing (match_key, site_id)
      select match_key, site_id from jsonb_populate_recordset(null::site_listing,
        ${asRecords(keys.slice(from, from + BATCH))}::jsonb)
      on conflict do nothing`.execute(tx.connection)
}

/** JSON with the names of columns, for jsonb_populate_recordset. */
const asRecords = (rows: readonly object[]): string =>
  JSON.stringify(
    rows.map((row) => ({
      ...Object.fromEntries(
        Object.entries(row).map(([key, value]) => [
          key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
          value,
        ]),
      ),
      source: 'hsds',
    })),
  )
