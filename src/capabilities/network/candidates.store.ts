import { type RawBuilder, sql } from 'kysely'
import type { Coordinates } from '#kernel/geo.ts'
import type { Exceptions, Hours } from '#kernel/hours.ts'
import type { Id } from '#kernel/ids.ts'
import type { Tx } from '#platform/database/as-actor.ts'
import { askedColumns, askedConditions } from './asked-columns.store.ts'
import type { Asks } from './asks.ts'
import type { Judged } from './judge.ts'
import type { AcceptedPayer, Fee, Need, Payer } from './listing.ts'
import type { Holidays } from './profile.ts'

/**
 * What ranking needs of a service; read from one table, and no more of it than the question asks for, because hundreds
 * are read for a page of twenty.
 */
export type CandidateRow = Omit<Judged, 'intake' | 'timeZone' | 'miles' | 'room'> & {
  readonly serviceId: Id<'service'>
  /** Only where several are asked for: what is asked for alone, everybody found has. */
  readonly needs?: Need[]
  /** Only where a payer is asked for. */
  readonly takes?: AcceptedPayer[] | null
  readonly fees?: Fee[] | null
  readonly hours: Hours | null
  readonly intakeHours: Hours | null
  readonly holidays: Holidays
  /** Days around now on which it is shut. */
  readonly closures: Exceptions['closures'] | null
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
  readonly asks: Asks
  readonly language: string | undefined
  readonly at: Date
  /** The zone of places whose own is not known. */
  readonly zone: string
  /** Whether what surely fails one of the asks is left out; false reads it to tell what it fails. */
  readonly isJudged: boolean
  readonly count: number
}

/** Of so many of the nearest each is looked at, whatever is asked; nobody is sent further while these are many. */
export const LOOKED_AT = 3000

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
  if (query.near && Object.keys(query.asks).length > 0)
    return listWhere(tx, query, sql`true`, lookedAt(query, query.near), sql`service.chord`)
  if (query.needs.length < 2) return listWhere(tx, query, hasSome(query.needs))
  const perNeed = []
  for (const need of query.needs) perNeed.push(...(await listWhere(tx, query, hasSome([need]))))
  const once = new Map(perNeed.map((row) => [row.serviceId, row]))
  return nearestOf([...once.values()], query)
}

/**
 * The nearest of all, read one by one as long as too few of them fit. Where a door has to be open, those of unknown hours
 * are walked past by an index: of most public lists nobody knows the hours.
 */
const lookedAt = ({ needs, referableOnly, asks, isJudged }: CandidateQuery, near: Coordinates) => sql`(
  select *, position <-> ${point(near)} as chord from service
  where status = 'active' and ${hasSome(needs)} ${isReferable(referableOnly)}
    ${isJudged && asks.when && asks.when !== 'answering' ? sql`and open_week is not null` : sql``}
  order by position <-> ${point(near)} fetch first ${sql.lit(LOOKED_AT)} rows only)`

const isReferable = (only: boolean) =>
  only ? sql`and organization_id is not null and organization_is_open_here(organization_id)` : sql``

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
  known?: RawBuilder<unknown>,
): Promise<CandidateRow[]> => {
  const { near, referableOnly, count, asks, at, zone } = query
  const chord = known ?? (near ? sql`service.position <-> ${point(near)}` : sql`null`)
  const conditions = query.isJudged ? askedConditions(asks, { at, zone, chord: near && chord }) : []
  const { rows } = await sql<CandidateRow>`
    select service.id as service_id, hours, intake_hours, holidays, closures, time_zone, ${chord} as chord
      ${sql.raw(
        columnsFor(query)
          .map((column) => `, ${column}`)
          .join(''),
      )}
    from ${from} as service
    where ${sql.join([sql`status = 'active'`, condition, ...conditions], sql` and `)} ${isReferable(referableOnly)}
    order by ${near ? chord : sql`service.id`}
    fetch first ${sql.lit(count)} rows with ties`.execute(tx.connection)
  return nearestOf(rows, query)
}

/** Only what the question asks for. */
const columnsFor = ({ needs, payer, language, asks, isJudged }: CandidateQuery): string[] => [
  ...new Set([
    ...(needs.length > 1 ? ['needs'] : []),
    ...(payer ? ['payers as takes', 'fees'] : []),
    ...(language ? ['languages'] : []),
    ...(isJudged ? [] : ['after_hours_phone', 'hotline']),
    ...askedColumns(asks),
  ]),
]

/** Written into the statement rather than beside it: only then does the planner see that a need's own index fits. */
const hasSome = (needs: readonly Need[]) =>
  needs.length === 0
    ? sql`true`
    : needs.length === 1
      ? sql`needs @> ${sql.lit(`{${needs[0]}}`)}`
      : sql`needs && ${sql.lit(`{${needs.join(',')}}`)}`
