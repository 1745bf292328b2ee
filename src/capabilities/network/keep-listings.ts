import type { Tx } from '#platform/database/as-actor.ts'
import { lockDirectory } from './import.store.ts'
import {
  type KeptProvider,
  type KeptService,
  type KeptSite,
  keepProviders,
  keepServices,
  keepSiteKeys,
  keepSites,
} from './keep-listings.store.ts'
import { addressKey, siteKey } from './match-key.ts'
import { timeZoneOf } from './time-zones.ts'

/** What another directory says of services at sites, as far as this one can find people a way there. */
export type ExchangedListings = {
  readonly providers: readonly KeptProvider[]
  readonly sites: readonly KeptSite[]
  readonly services: readonly KeptService[]
}

/**
 * Opens the directory for listings that another directory knows, by its own ids, and holds back every other import until
 * this transaction ends.
 *
 * @returns what adds listings and brings those up to date that came from an import. What members keep by hand stays as it
 *   is, and so does who may see a listing. `status` is written as here (`temporarily-closed`). It gives how many services
 *   were added or changed
 */
export const openListings = async (tx: Tx): Promise<(listings: ExchangedListings) => Promise<number>> => {
  await lockDirectory(tx)
  return (listings) => keepListings(tx, listings)
}

const keepListings = async (tx: Tx, { providers, sites, services }: ExchangedListings): Promise<number> => {
  const names = new Map(providers.map(({ id, name }) => [id, name]))
  await keepProviders(tx, providers)
  await keepSites(
    tx,
    sites.map((site) => ({
      ...site,
      timeZone: timeZoneOf(site.state) ?? null,
      addressKey: addressKey({ street1: site.street ?? '', zip: site.zip }) ?? null,
    })),
  )
  await keepSiteKeys(
    tx,
    sites.map((site) => ({
      siteId: site.id,
      matchKey: siteKey({
        name1: names.get(site.providerId) ?? '',
        name2: site.name ?? '',
        street1: site.street ?? '',
        street2: site.street2 ?? '',
        city: site.city,
        state: site.state,
        zip: site.zip,
      }),
    })),
  )
  return keepServices(tx, services)
}
