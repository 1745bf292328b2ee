import type { Generated } from 'kysely'
import type { Hours } from '#kernel/hours.ts'
import type { Facts, Kind } from './objects.ts'

/** The four kinds to which everything else belongs. */
export type RootKind = 'organization' | 'location' | 'service' | 'service_at_location'

/** What the network publishes for the exchange (its views). */
export type ListedService = {
  readonly offeringId: string
  readonly serviceAtLocationId: string
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
  readonly source: string
  readonly updatedAt: Date
}

export type ListedSite = {
  readonly id: string
  readonly providerId: string
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
  readonly source: string
}

export type ListedProvider = {
  readonly id: string
  readonly name: string
  readonly website: string | null
  readonly source: string
}

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
