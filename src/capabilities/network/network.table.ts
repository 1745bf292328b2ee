import type { ColumnType, Generated, GeneratedAlways } from 'kysely'
import type { Hours } from '#kernel/hours.ts'
import type { Id } from '#kernel/ids.ts'
import type { Audience } from './audience.ts'
import type {
  AcceptedPayer,
  Age,
  Fee,
  Gender,
  Kind,
  Medicine,
  Need,
  Offering,
  Setting,
  Source,
  Status,
  Visibility,
} from './listing.ts'
import type {
  AsamEdition,
  CallResult,
  CapacityChannel,
  CapacityLevel,
  CheckSource,
  Exclusion,
  Fact,
  Holidays,
  LegalFlag,
  Moud,
  NeedsId,
  Pregnant,
} from './profile.ts'

/** A time that the database writes by itself unless told otherwise. */
type Written = ColumnType<Date, Date | undefined, Date>

type Provider = {
  id: Id<'provider'>
  name: string
  website: string | null
  visibility: Generated<Visibility>
  audiences: ColumnType<Audience[] | null, Audience[] | null | undefined, Audience[] | null>
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
  audiences: ColumnType<Audience[] | null, Audience[] | null | undefined, Audience[] | null>
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
  audiences: ColumnType<Audience[] | null, Audience[] | null | undefined, Audience[] | null>
  source: Generated<Source>
  findtreatmentId: string | null
  sourceCodes: ColumnType<unknown, string | null | undefined, string | null>
  verifiedOn: ColumnType<string | null, string | null | undefined, string | null>
  /** A `cube`; only ever compared inside the database. Kept by a trigger, like the next three. */
  position: Generated<unknown>
  timeZone: ColumnType<string | null, never, never>
  words: Generated<string>
  shownTo: Generated<Visibility>
  shownAudiences: ColumnType<Audience[] | null, never, never>
  offers: ColumnType<Offering[] | null, Offering[] | null | undefined, Offering[] | null>
  createdAt: Written
  updatedAt: Written
} & Profile

/** The service's profile. Null is unknown in all of it. */
type Profile = {
  asamLevels: string[] | null
  asamEdition: AsamEdition | null
  moud: Moud[] | null
  minAge: number | null
  maxAge: number | null
  pregnant: Pregnant | null
  withChildren: boolean | null
  pets: boolean | null
  needsId: NeedsId | null
  needsInsuranceCard: boolean | null
  needsClearance: boolean | null
  minHoursSinceUse: number | null
  maxHoursSinceUse: number | null
  stepFree: boolean | null
  exclusions: Exclusion[] | null
  intakeHours: ColumnType<Hours | null, string | null | undefined, string | null>
  afterHoursPhone: string | null
  afterHoursWho: string | null
  walkIn: boolean | null
  policeDropOff: boolean | null
  offersTransport: boolean | null
  transportMiles: number | null
  legalFlags: LegalFlag[] | null
  holidays: Generated<Holidays>
  /** Its closures that are not over; kept by a trigger. */
  closures: ColumnType<{ fromOn: string; untilOn: string }[] | null, never, never>
}

/** A day, YYYY-MM-DD. */
type Day = ColumnType<string, string, string>

type Closure = { id: string; serviceId: Id<'service'>; fromOn: Day; untilOn: Day; note: string | null }

type CapacityReport = {
  id: string
  serviceId: Id<'service'>
  level: CapacityLevel
  open: number | null
  isOpen: boolean
  waitlistDays: number | null
  asOf: Written
  byMember: Id<'member'> | null
  channel: CapacityChannel
}

type FactCheck = {
  id: string
  serviceId: Id<'service'>
  fact: Fact
  checkedOn: Day
  source: CheckSource
  byMember: Id<'member'> | null
  holds: Generated<boolean>
  createdAt: Written
}

type ProviderCall = {
  id: string
  serviceId: Id<'service'>
  result: CallResult
  calledAt: Written
  byMember: Id<'member'> | null
  organizationId: Id<'organization'> | null
  forOn: ColumnType<string | null, string | null | undefined, never>
  waitlistDays: number | null
}

type CapacityLink = {
  id: Id<'capacity-link'>
  serviceId: Id<'service'>
  madeAt: Written
  expiresAt: ColumnType<Date, Date, never>
  madeBy: Id<'member'> | null
  revokedAt: Date | null
}

type ListingChange = {
  id: string
  serviceId: Id<'service'>
  changedAt: Written
  byMember: Id<'member'> | null
  what: string[]
  before: ColumnType<Record<string, unknown>, string, never>
  after: ColumnType<Record<string, unknown>, string, never>
  undoes: string | null
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
  closure: Closure
  capacityReport: CapacityReport
  factCheck: FactCheck
  providerCall: ProviderCall
  listingChange: ListingChange
  capacityLink: CapacityLink
}
