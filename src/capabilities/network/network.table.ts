import type { ColumnType, Generated, GeneratedAlways } from 'kysely'
import type { Hours } from '#kernel/hours.ts'
import type { Id } from '#kernel/ids.ts'
import type {
  AcceptedPayer,
  Age,
  Fee,
  Gender,
  Kind,
  Medicine,
  Need,
  Setting,
  Source,
  Status,
  Visibility,
} from './listing.ts'

/** A time that the database writes by itself unless told otherwise. */
type Written = ColumnType<Date, Date | undefined, Date>

type Provider = {
  id: Id<'provider'>
  name: string
  website: string | null
  visibility: Generated<Visibility>
  source: Generated<Source>
  matchKey: string | null
  createdAt: Written
  updatedAt: Written
}

type Site = {
  id: Id<'site'>
  providerId: Id<'provider'>
  name: string | null
  street: string | null
  street2: string | null
  city: string
  cityKey: GeneratedAlways<string>
  county: string | null
  state: string
  zip: string
  zip4: string | null
  latitude: number | null
  longitude: number | null
  timeZone: string | null
  visibility: Generated<Visibility>
  source: Generated<Source>
  addressKey: string | null
  createdAt: Written
  updatedAt: Written
}

type Service = {
  id: Id<'service'>
  providerId: Id<'provider'>
  siteId: Id<'site'>
  name: string
  kind: Generated<Kind>
  status: Generated<Status>
  needs: Need[]
  medicines: Medicine[] | null
  payers: AcceptedPayer[] | null
  fees: Fee[] | null
  ages: Age[] | null
  genders: Gender[] | null
  languages: string[] | null
  settings: Setting[] | null
  phone: string | null
  intakePhones: Generated<string[]>
  hotline: string | null
  website: string | null
  hours: ColumnType<Hours | null, string | null | undefined, string | null>
  organizationId: Id<'organization'> | null
  intakeEmail: string | null
  visibility: Generated<Visibility>
  source: Generated<Source>
  findtreatmentId: string | null
  sourceCodes: ColumnType<unknown, string | null | undefined, string | null>
  verifiedOn: ColumnType<string | null, string | null | undefined, string | null>
  /** A `cube`; only ever compared inside the database. Kept by a trigger, like the next three. */
  position: Generated<unknown>
  timeZone: ColumnType<string | null, never, never>
  words: Generated<string>
  shownTo: Generated<Visibility>
  createdAt: Written
  updatedAt: Written
}

type Place = {
  jurisdictionId: Id<'jurisdiction'>
  name: string
  latitude: number
  longitude: number
}

/** The tables that this capability owns. */
export type NetworkTables = {
  provider: Provider
  site: Site
  siteListing: { matchKey: string; siteId: Id<'site'> }
  service: Service
  serviceWord: { word: string; serviceId: Id<'service'>; isPublic: boolean }
  place: Place
}
