import { type RawBuilder, type Selectable, sql } from 'kysely'
import type { Coordinates } from '#kernel/geo.ts'
import type { Hours } from '#kernel/hours.ts'
import type { Id } from '#kernel/ids.ts'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { AcceptedPayer, Fee, Need, Payer } from './listing.ts'
import type { NetworkTables } from './network.table.ts'

/**
 * What ranking needs of a service; read from one table, and no more of it than the question asks for, because hundreds
 * are read for a page of twenty.
 */
export type CandidateRow = {
  readonly serviceId: Id<'service'>
  /** Only where several are asked for: what is asked for alone, everybody found has. */
  readonly needs?: Need[]
  /** Only where a payer is asked for. */
  readonly takes?: AcceptedPayer[] | null
  readonly fees?: Fee[] | null
  readonly hours: Hours | null
  readonly timeZone: string | null
  /** The straight line through a sphere of radius 1; null where the place or the person's is not known. */
  readonly chord: number | null
}

export type CandidateQuery = {
  readonly near: Coordinates | undefined
  /** Any of these; none asks for all. */
  readonly needs: readonly Need[]
  readonly payer: Payer | undefined
  readonly referableOnly: boolean
  readonly text: string | undefined
  readonly count: number
}

/** A word that no more services than this have is looked up; a commoner one is looked for nearby. */
const RARE = 1500
const NEARBY = 2000

/** The nearest services that a query may find, nearest first; without a place, in a fixed order. */
export const listCandidates = async (tx: Tx, query: CandidateQuery): Promise<CandidateRow[]> => {
  const words = query.text ? await listWords(tx, query.text) : []
  const rarest = words[0]
  if (!rarest) return listNearest(tx, query)
  const holdsAll = sql.join(
    [hasSome(query.needs), ...words.map(({ word }) => sql`service.words like ${`% ${word}%`}`)],
    sql` and `,
  )
  if (rarest.services.length <= RARE)
    return listWhere(tx, query, sql`service.id = any(${rarest.services}::uuid[]) and ${holdsAll}`)
  if (query.near) {
    // Asked directly, the planner reads the whole table for a common word.
    const nearby = await listWhere(tx, query, holdsAll, nearestServices(query.near))
    if (nearby.length >= query.count) return nearby
  }
  return listWhere(tx, query, holdsAll)
}

/**
 * Nothing sorts after it: with it a prefix is a range. Under a policy an index is used for plain comparisons only, so
 * neither `like` will do nor an end of the range that is put together in the comparison.
 */
const LAST_LETTER = '\u{10ffff}'

/** The words of a text, rarest first, each with the services that have it: at most one more than count as rare. */
const listWords = async (tx: Tx, text: string): Promise<{ word: string; services: string[] }[]> => {
  const { rows } = await sql<{ word: string; services: string[] }>`
    with asked as materialized (
      select word, word || ${LAST_LETTER} as past from unnest(listing_words(${text})) as word
    )
    select word, array(
      select service_id from service_word w where w.word >= asked.word and w.word < past limit ${RARE + 1}
    ) as services
    from asked`.execute(tx.connection)
  return rows.toSorted((a, b) => a.services.length - b.services.length)
}

const point = ({ latitude, longitude }: Coordinates) =>
  sql`earth_point(${latitude}::double precision, ${longitude}::double precision)`

const nearestServices = (near: Coordinates) => sql`(
  select * from service where status = 'active' order by position <-> ${point(near)}
  fetch first ${sql.lit(NEARBY)} rows with ties)`

/**
 * One search through the index of each need, because an index of its own lets a rare need (a shelter) be found without
 * walking past everything else.
 */
const listNearest = async (tx: Tx, query: CandidateQuery): Promise<CandidateRow[]> => {
  if (query.needs.length < 2) return listWhere(tx, query, hasSome(query.needs))
  const perNeed = []
  for (const need of query.needs) perNeed.push(...(await listWhere(tx, query, hasSome([need]))))
  const once = new Map(perNeed.map((row) => [row.serviceId, row]))
  return nearestOf([...once.values()], query)
}

/** Longer than any line through a sphere of radius 1: places that are nowhere come last, as in the database. */
const NOWHERE = 3

const nearestOf = (rows: readonly CandidateRow[], { count }: CandidateQuery): CandidateRow[] =>
  rows
    .toSorted(
      (a, b) =>
        (a.chord ?? NOWHERE) - (b.chord ?? NOWHERE) ||
        (a.serviceId < b.serviceId ? -1 : a.serviceId > b.serviceId ? 1 : 0),
    )
    .slice(0, count)

/**
 * The count is written into the statement: only then does the planner see that one plan is good for every place.
 * With all that are as far as the last one, because programs under one roof are equally far: which of them the index
 * names first may change, and a page must not.
 */
const listWhere = async (
  tx: Tx,
  query: CandidateQuery,
  condition: RawBuilder<unknown>,
  from: RawBuilder<unknown> = sql`service`,
): Promise<CandidateRow[]> => {
  const { near, needs, payer, referableOnly, count } = query
  const chord = near ? sql`service.position <-> ${point(near)}` : sql`null`
  const { rows } = await sql<CandidateRow>`
    select service.id as service_id, hours, time_zone, ${chord} as chord
      ${needs.length > 1 ? sql`, needs` : sql``} ${payer ? sql`, payers as takes, fees` : sql``}
    from ${from} as service
    where status = 'active' and ${condition}
      ${referableOnly ? sql`and organization_id is not null and organization_is_open_here(organization_id)` : sql``}
    order by ${near ? chord : sql`service.id`}
    fetch first ${sql.lit(count)} rows with ties`.execute(tx.connection)
  return nearestOf(rows, query)
}

/** Written into the statement rather than beside it: only then does the planner see that a need's own index fits. */
const hasSome = (needs: readonly Need[]) =>
  needs.length === 0
    ? sql`true`
    : needs.length === 1
      ? sql`needs @> ${sql.lit(`{${needs[0]}}`)}`
      : sql`needs && ${sql.lit(`{${needs.join(',')}}`)}`

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

/** Services as a list shows them. Those whose site or provider the actor may not see are not among them. */
export const listServices = async (tx: Tx, ids: readonly string[]): Promise<ServiceCard[]> =>
  (await sql<ServiceCard>`select * from list_service_cards(${ids})`.execute(tx.connection)).rows

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
  ...(['service.legalFlags', 'service.holidays', 'service.providerId'] as const),
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
