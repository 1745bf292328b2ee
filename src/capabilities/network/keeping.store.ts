import { sql } from 'kysely'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import { type PlaceAddress, selectAddress, writeAddress } from './address.store.ts'
import type { NetworkTables } from './network.table.ts'

const db = (tx: Tx) => tables<NetworkTables>(tx)

/** The days on which a service is shut, as a change keeps them. */
export type ClosedDays = {
  readonly id: string
  readonly fromOn: string
  readonly untilOn: string
  readonly note: string | null
}

/** What of a service can be changed, by the names of its columns, where it is, and its closed days. */
export type Kept = Readonly<Record<string, unknown>> & {
  readonly address: PlaceAddress | undefined
  readonly closures: readonly ClosedDays[]
  readonly updatedAt: Date
}

const KEPT = [
  ...(['name', 'status', 'needs', 'medicines', 'payers', 'fees', 'ages', 'genders', 'languages'] as const),
  ...(['settings', 'phone', 'intakePhones', 'hotline', 'website', 'hours', 'source'] as const),
  ...(['asamLevels', 'asamEdition', 'moud', 'minAge', 'maxAge', 'pregnant', 'withChildren', 'pets'] as const),
  ...(['needsId', 'needsInsuranceCard', 'needsClearance', 'minHoursSinceUse', 'maxHoursSinceUse'] as const),
  ...(['stepFree', 'exclusions', 'intakeHours', 'afterHoursPhone', 'afterHoursWho', 'walkIn'] as const),
  ...(['policeDropOff', 'offersTransport', 'transportMiles', 'legalFlags', 'holidays'] as const),
  'intakeEmail' as const,
  'updatedAt' as const,
]

/**
 * A service as it stands, held until the transaction ends, so that of two who change it at once the second sees what the
 * first did. Undefined when there is none that the actor may change.
 */
export const holdService = async (tx: Tx, id: string): Promise<Kept | undefined> => {
  const row = await db(tx)
    .selectFrom('service')
    .select(KEPT)
    .where('id', '=', id)
    .where(sql<boolean>`actor_keeps_listing(organization_id)`)
    .forUpdate()
    .executeTakeFirst()
  return row && { ...row, address: await selectAddress(tx, id), closures: await listClosures(tx, id) }
}

/** All that was ever said of when a service is shut, the first first. */
export const listClosures = (tx: Tx, serviceId: string): Promise<ClosedDays[]> =>
  db(tx)
    .selectFrom('closure')
    .select([
      'id',
      sql<string>`from_on::text`.as('fromOn'),
      sql<string>`until_on::text`.as('untilOn'),
      'note',
    ])
    .where('serviceId', '=', serviceId)
    .orderBy('fromOn')
    .orderBy('id')
    .execute()

const JSON_COLUMNS = ['hours', 'intakeHours']

/** Writes what changed of a service. `closures`, if given, become all that there are; `address` is that of its site. */
export const writeKept = async (
  tx: Tx,
  serviceId: string,
  { closures, address, ...columns }: Readonly<Record<string, unknown>>,
): Promise<void> => {
  const set = Object.fromEntries(
    Object.entries(columns).map(([name, value]) => [
      name,
      JSON_COLUMNS.includes(name) && value !== null ? JSON.stringify(value) : value,
    ]),
  )
  await db(tx)
    .updateTable('service')
    .set({ ...set, updatedAt: sql`clock_timestamp()` })
    .where('id', '=', serviceId)
    .execute()
  if (address) await writeAddress(tx, serviceId, address as PlaceAddress)
  if (!closures) return
  await db(tx).deleteFrom('closure').where('serviceId', '=', serviceId).execute()
  const rows = (closures as readonly ClosedDays[]).map((one) => ({ ...one, serviceId }))
  if (rows.length > 0) await db(tx).insertInto('closure').values(rows).execute()
}

export type ChangeRow = {
  readonly id: string
  readonly changedAt: Date
  readonly byMember: string | null
  readonly what: readonly string[]
  readonly before: Readonly<Record<string, unknown>>
  readonly after: Readonly<Record<string, unknown>>
  readonly undoes: string | null
}

/** @returns whether the change was not written before */
export const insertChange = async (
  tx: Tx,
  change: Omit<ChangeRow, 'changedAt'> & { readonly serviceId: string },
): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await db(tx)
    .insertInto('listingChange')
    .values({
      ...change,
      what: [...change.what],
      before: JSON.stringify(change.before),
      after: JSON.stringify(change.after),
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

export const hasChange = async (tx: Tx, id: string): Promise<boolean> =>
  (await db(tx).selectFrom('listingChange').select('id').where('id', '=', id).executeTakeFirst()) !==
  undefined

/** What was changed of a service, the newest first. */
export const listChanges = (tx: Tx, serviceId: string, limit: number): Promise<ChangeRow[]> =>
  db(tx)
    .selectFrom('listingChange')
    .select(['id', 'changedAt', 'byMember', 'what', 'before', 'after', 'undoes'])
    .where('serviceId', '=', serviceId)
    .orderBy('changedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
