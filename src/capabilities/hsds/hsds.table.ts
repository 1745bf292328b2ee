import type { Generated } from 'kysely'
import type { ExchangedListings } from '#network'
import type { Facts, Kind } from './objects.ts'

/** The four kinds to which everything else belongs. */
export type RootKind = 'organization' | 'location' | 'service' | 'service_at_location'

/** What the network publishes for the exchange (its views): what it takes from one, and what it says of itself. */
export type ListedService = ExchangedListings['services'][number] & {
  readonly serviceAtLocationId: string
  readonly source: string
  readonly updatedAt: Date
}

export type ListedSite = ExchangedListings['sites'][number] & {
  readonly county: string | null
  readonly source: string
}

export type ListedProvider = ExchangedListings['providers'][number] & { readonly source: string }

/** The tables that this capability owns, and the views that the network publishes for it. */
export type HsdsTables = {
  hsdsRecord: {
    kind: Kind
    id: string
    facts: Facts
    number: number
    providers: Generated<string[]>
    sites: Generated<string[]>
    offerings: Generated<string[]>
    services: Generated<string[]>
    createdAt: Generated<Date>
    updatedAt: Generated<Date>
  }
  hsdsLink: {
    parentKind: RootKind
    parent: string
    kind: Kind
    id: string
    isNear: boolean
    inDirectory: Generated<boolean>
  }
  listedService: ListedService
  listedSite: ListedSite
  listedProvider: ListedProvider
}
