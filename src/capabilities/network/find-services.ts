import type { Coordinates } from '#kernel/geo.ts'
import { milesOfChord } from '#kernel/geo.ts'
import { type Openness, openness } from '#kernel/hours.ts'
import type { Tx } from '#platform/database/as-actor.ts'
import type { Asks } from './asks.ts'
import { type CandidateQuery, type CandidateRow, LOOKED_AT, listCandidates } from './candidates.store.ts'
import { failings, type Judged, type Judgement, judge, type Room } from './judge.ts'
import type { Need, Payer } from './listing.ts'
import type { ServiceCard } from './network.store.ts'
import { listFound, listRoom } from './news.store.ts'
import { type RankReason, rankServices, reasonsFor, type Wishes } from './rank-services.ts'

export type ServiceQuery = {
  /** Where the person is; without it nothing is near or far. */
  readonly near?: Coordinates | undefined
  /** Any of these. None, or "other" among them, asks for every kind of help. */
  readonly needs: readonly Need[]
  /** A preference: what takes another stands further down. As a hard rule it is among `asks`. */
  readonly payer?: Payer | undefined
  /** A preference, as in `languages`. */
  readonly language?: string | undefined
  /** Hard rules for one person: what is known to fail one is not found. */
  readonly asks?: Asks | undefined
  readonly at: Date
  /** The zone of places whose own is not known. */
  readonly zone: string
  /** Only services that can receive a referral here: an organization of the actor's county offers them, and is open. */
  readonly referableOnly: boolean
  /** Only together with `near`. */
  readonly radiusMiles?: number | undefined
  /** Words of a name, town, county or ZIP code, or how they begin. */
  readonly text?: string | undefined
  /** At most 50. */
  readonly limit: number
  readonly offset?: number | undefined
}

export type FoundService = Omit<ServiceCard, 'timeZone'> & {
  /** IANA name: its own where that is known. */
  readonly timeZone: string
  readonly miles: number | undefined
  /** Of its door. */
  readonly openness: Openness
  /** When somebody new is taken in. */
  readonly intake: Openness
  /** Whether it has hours of its own for that. */
  readonly hasIntakeHours: boolean
  /** The newest word on the room at each level of which there is one. */
  readonly room: readonly Room[]
  readonly reasons: readonly RankReason[]
}

/** This many of the nearest are weighed against each other; then the next as many, and so on. */
const POOL = 100
const SPARE = 12

/**
 * Finds services: what they must be (need, open to everybody who asks, active, and nothing known against what is asked
 * for the person) decides what is found, and how well they fit, how near they are and whether they take people in now
 * decides the order. Each says why. Nothing of the search is kept.
 */
export const findServices = async (tx: Tx, query: ServiceQuery): Promise<FoundService[]> => {
  const { offset = 0 } = query
  if (query.radiusMiles !== undefined && !query.near)
    throw new RangeError('A radius needs a place to be around.')
  const limit = Math.min(query.limit, 50)
  const firstPool = Math.floor(offset / POOL)
  const lastPool = Math.floor((offset + limit - 1) / POOL)
  const suitable = await listSuitable(tx, query, (lastPool + 1) * POOL)
  const wishes = wishesOf(query)
  const ranked: Candidate[] = []
  for (let pool = firstPool; pool <= lastPool; pool++)
    ranked.push(...rankServices(suitable.slice(pool * POOL, (pool + 1) * POOL), wishes))
  const from = offset - firstPool * POOL
  return withDetails(tx, ranked.slice(from, from + limit), wishes)
}

/** What a query asks of the database, with so many rows at most. */
export const candidateQuery = (query: ServiceQuery, count: number): CandidateQuery => {
  const { near, referableOnly, text, asks = {}, language, at, zone } = query
  const { needs, payer } = wishesOf(query)
  return { near, needs, payer, referableOnly, text, asks, language, at, zone, count, isJudged: true }
}

export const wishesOf = ({
  needs,
  payer,
  language,
  at,
}: ServiceQuery): Wishes & { needs: readonly Need[] } => ({
  needs: needs.includes('other') ? [] : [...new Set(needs)],
  payer: payer === 'not-sure' ? undefined : payer,
  language,
  at,
})

/** The nearest of which nothing is known that speaks against them, as many as are asked for or there are. */
const listSuitable = async (tx: Tx, query: ServiceQuery, wanted: number): Promise<Candidate[]> => {
  const { radiusMiles = Number.POSITIVE_INFINITY } = query
  // A few more than are wanted, because some of those that the database lets through are refused by the rules.
  const first = Object.keys(query.asks ?? {}).length > 0 ? wanted + SPARE : wanted
  for (let count = first; ; count *= 3) {
    const rows = await listCandidates(tx, candidateQuery(query, count))
    const candidates = (await readCandidates(tx, rows, query)).filter(({ judgements }) =>
      isSuitable(judgements),
    )
    const isAll = rows.length < count || count >= LOOKED_AT + wanted
    if (isAll || candidates.length >= wanted)
      return candidates.filter(
        ({ miles }) =>
          radiusMiles === Number.POSITIVE_INFINITY || (miles ?? Number.POSITIVE_INFINITY) <= radiusMiles,
      )
  }
}

const isSuitable = (judgements: readonly Judgement[]): boolean => failings(judgements).length === 0

/** Rows of the database, judged; with the word on their room, where that is asked for. */
export const readCandidates = async (
  tx: Tx,
  rows: readonly CandidateRow[],
  query: ServiceQuery,
): Promise<Candidate[]> => {
  const level = query.asks?.room
  if (level === undefined) return rows.map((row) => candidateOf(row, query))
  const room = await listRoom(
    tx,
    rows.map(({ serviceId }) => serviceId),
    level,
  )
  return rows.map((row) => candidateOf(row, query, room.get(row.serviceId)))
}

export const candidateOf = (row: CandidateRow, query: ServiceQuery, room?: Room) => {
  const { at, zone, asks = {} } = query
  const { hours, intakeHours, holidays, closures, chord, takes = null, fees = null, ...profile } = row
  const timeZone = row.timeZone ?? zone
  const exceptions = { closures: closures ?? undefined, holidays }
  const door = openness(hours, timeZone, at, exceptions)
  const judged: Judged = {
    ...profile,
    takes,
    fees,
    timeZone,
    miles: chord === null ? undefined : milesOfChord(chord),
    openness: door,
    intake: intakeHours ? openness(intakeHours, timeZone, at, exceptions) : door,
    hasIntakeHours: intakeHours !== null,
    room: room ? [room] : [],
  }
  return {
    ...judged,
    serviceId: row.serviceId,
    needs: row.needs ?? wishesOf(query).needs,
    takes,
    fees,
    hasIntakeHours: intakeHours !== null,
    judgements: judge(judged, asks, at),
  }
}

export type Candidate = ReturnType<typeof candidateOf>

/** The candidates as they are shown, in their order. */
export const withDetails = async (
  tx: Tx,
  page: readonly Candidate[],
  wishes: Wishes,
): Promise<FoundService[]> => {
  if (page.length === 0) return []
  const rows = await listFound(
    tx,
    page.map(({ serviceId }) => serviceId),
  )
  const details = new Map(rows.map((row) => [row.serviceId, row]))
  return page.flatMap((one) => {
    const row = details.get(one.serviceId)
    if (!row) return []
    const { timeZone, miles, openness: door, intake, hasIntakeHours, judgements } = one
    const found = { ...row, timeZone, miles, openness: door, intake, hasIntakeHours }
    return { ...found, reasons: reasonsFor({ ...found, judgements, languages: one.languages }, wishes) }
  })
}
