import { type Selectable, sql } from 'kysely'
import type { Id } from '#kernel/ids.ts'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { Audience } from './audience.ts'
import type { AcceptedPayer } from './listing.ts'
import type { NetworkTables } from './network.table.ts'

type Row<Table extends keyof NetworkTables> = Selectable<NetworkTables[Table]>
export type ServiceCard = Pick<
  Row<'service'>,
  'siteId' | 'organizationId' | 'kind' | 'needs' | 'medicines' | 'fees' | 'phone' | 'source'
> &
  Pick<
    Row<'site'>,
    'street' | 'street2' | 'city' | 'state' | 'zip' | 'latitude' | 'longitude' | 'timeZone'
  > & {
    readonly serviceId: Id<'service'>
    readonly serviceName: string
    readonly siteName: string | null
    readonly providerName: string
    readonly takes: AcceptedPayer[] | null
    readonly verifiedOn: string | null
  }

const PROFILE = [
  ...([
    'service.asamLevels',
    'service.asamEdition',
    'service.moud',
    'service.minAge',
    'service.maxAge',
  ] as const),
  ...(['service.pregnant', 'service.withChildren', 'service.pets', 'service.needsId'] as const),
  ...(['service.needsInsuranceCard', 'service.needsClearance', 'service.minHoursSinceUse'] as const),
  ...(['service.maxHoursSinceUse', 'service.stepFree', 'service.exclusions', 'service.intakeHours'] as const),
  ...(['service.afterHoursPhone', 'service.afterHoursWho', 'service.walkIn'] as const),
  ...(['service.policeDropOff', 'service.offersTransport', 'service.transportMiles'] as const),
  ...(['service.legalFlags', 'service.holidays', 'service.closures', 'service.providerId'] as const),
]

/** One service with all that is known of it. */
export const findService = (tx: Tx, id: string) =>
  services(tx)
    .select(CARD)
    .select([
      'service.intakeEmail',
      'service.status',
      'site.county',
      'service.ages',
      'service.genders',
      'service.languages',
      'service.settings',
      'service.intakePhones',
      'service.hotline',
      'service.website',
      'service.hours',
      'service.shownTo',
      sql<Audience[]>`audience_set(service.shown_to, service.shown_audiences)`.as('seenBy'),
      sql<boolean>`listing_has_front_door(service.id)`.as('hasFrontDoor'),
      sql<boolean>`actor_speaks_at(service.site_id, service.id)`.as('maySayWhoSees'),
      ...PROFILE,
      sql<boolean>`actor_keeps_listing(service.organization_id)`.as('mayChange'),
      'service.updatedAt',
      'site.source as siteSource',
      'provider.source as providerSource',
    ])
    .where('service.id', '=', id)
    .executeTakeFirst()

/** What a referral has to know of a service, from its own row alone, which is seen only with its site and provider. */
export const selectOffer = (tx: Tx, id: string) =>
  tables<NetworkTables>(tx)
    .selectFrom('service')
    .select(['organizationId', 'status', 'needs'])
    .where('id', '=', id)
    .executeTakeFirst()

const services = (tx: Tx) =>
  tables<NetworkTables>(tx)
    .selectFrom('service')
    .innerJoin('site', 'site.id', 'service.siteId')
    .innerJoin('provider', 'provider.id', 'service.providerId')

const CARD = [
  'service.id as serviceId',
  'service.siteId',
  'service.organizationId',
  'provider.name as providerName',
  'site.name as siteName',
  'service.name as serviceName',
  'service.kind',
  'site.street',
  'site.street2',
  'site.city',
  'site.state',
  'site.zip',
  'site.latitude',
  'site.longitude',
  'site.timeZone',
  'service.needs',
  'service.medicines',
  'service.payers as takes',
  'service.fees',
  'service.phone',
  'service.source',
  sql<string | null>`service.verified_on::text`.as('verifiedOn'),
] as const

export const isDirectoryEmpty = async (tx: Tx): Promise<boolean> => {
  const one = await tables<NetworkTables>(tx).selectFrom('service').select('id').limit(1).executeTakeFirst()
  return one === undefined
}
