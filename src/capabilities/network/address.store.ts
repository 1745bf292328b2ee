import { sql } from 'kysely'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { NetworkTables } from './network.table.ts'

const db = (tx: Tx) => tables<NetworkTables>(tx)

/** Whose place a service is at, and where that is. */
export type PlaceAddress = {
  readonly providerName: string
  readonly siteName: string | null
  readonly street: string | null
  readonly street2: string | null
  readonly city: string
  readonly state: string
  readonly zip: string
  readonly latitude: number | null
  readonly longitude: number | null
  readonly timeZone: string | null
}

const ofService = (tx: Tx, serviceId: string) =>
  db(tx)
    .selectFrom('service')
    .innerJoin('site', 'site.id', 'service.siteId')
    .innerJoin('provider', 'provider.id', 'site.providerId')
    .where('service.id', '=', serviceId)

export const selectAddress = (tx: Tx, serviceId: string): Promise<PlaceAddress | undefined> =>
  ofService(tx, serviceId)
    .select([
      'provider.name as providerName',
      'site.name as siteName',
      'site.street',
      'site.street2',
      'site.city',
      'site.state',
      'site.zip',
      'site.latitude',
      'site.longitude',
      'site.timeZone',
    ])
    .executeTakeFirst()

/** Whether the actor may move the site and rename the provider: not from under another organization's service. */
export const selectMovable = async (
  tx: Tx,
  serviceId: string,
): Promise<{ readonly site: boolean; readonly provider: boolean }> =>
  (await ofService(tx, serviceId)
    .select([
      sql<boolean>`actor_keeps_site(site.id)`.as('site'),
      sql<boolean>`actor_keeps_provider(provider.id)`.as('provider'),
    ])
    .executeTakeFirst()) ?? { site: false, provider: false }

/** Writes where a service is and who runs it, for all that is at the same site and of the same provider. */
export const writeAddress = async (
  tx: Tx,
  serviceId: string,
  { providerName, siteName, ...place }: PlaceAddress,
): Promise<void> => {
  const { siteId, providerId } = await ofService(tx, serviceId)
    .select(['site.id as siteId', 'provider.id as providerId'])
    .executeTakeFirstOrThrow()
  const updatedAt = sql<Date>`clock_timestamp()`
  await db(tx)
    .updateTable('site')
    .set({ ...place, name: siteName, source: 'member', updatedAt })
    .where('id', '=', siteId)
    .execute()
  await db(tx)
    .updateTable('provider')
    .set({ name: providerName, source: 'member', updatedAt })
    .where('id', '=', providerId)
    .where('name', '!=', providerName)
    .execute()
}
