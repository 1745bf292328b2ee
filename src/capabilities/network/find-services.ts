import { z } from 'zod'
import type { Coordinates } from '#kernel/geo.ts'
import { milesOfChord } from '#kernel/geo.ts'
import { type Openness, openness } from '#kernel/hours.ts'
import type { Tx } from '#platform/database/as-actor.ts'
import { isNeed, NEEDS, type Need, PAYERS, type Payer } from './listing.ts'
import { type CandidateRow, listCandidates, listServices, type ServiceCard } from './network.store.ts'
import { type RankReason, rankServices, reasonsFor, type Wishes } from './rank-services.ts'

export type ServiceQuery = {
  /** Where the person is; without it nothing is near or far. */
  readonly near?: Coordinates | undefined
  /** Any of these. None, or "other" among them, asks for every kind of help. */
  readonly needs: readonly Need[]
  readonly payer?: Payer | undefined
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
  readonly openness: Openness
  readonly reasons: readonly RankReason[]
}

/** This many of the nearest are weighed against each other; then the next as many, and so on. */
const POOL = 100

/**
 * Finds services: what they must be (need, open to everybody who asks, active) decides what is found, and how well
 * they fit, how near they are and whether they are open now decides the order. Each says why.
 */
export const findServices = async (tx: Tx, query: ServiceQuery): Promise<FoundService[]> => {
  const { near, referableOnly, text, at, zone, offset = 0 } = query
  if (query.radiusMiles !== undefined && !near) throw new RangeError('A radius needs a place to be around.')
  const limit = Math.min(query.limit, 50)
  const needs = query.needs.includes('other') ? [] : [...new Set(query.needs)]
  const firstPool = Math.floor(offset / POOL)
  const lastPool = Math.floor((offset + limit - 1) / POOL)
  const payer = query.payer === 'not-sure' ? undefined : query.payer
  const count = (lastPool + 1) * POOL
  const rows = await listCandidates(tx, { near, needs, payer, referableOnly, text, count })
  const candidates = rows
    .map((row) => candidate(row, needs, at, zone))
    .filter(
      ({ miles }) => query.radiusMiles === undefined || (miles !== undefined && miles <= query.radiusMiles),
    )
  const wishes = { needs, payer, at }
  const ranked: Candidate[] = []
  for (let pool = firstPool; pool <= lastPool; pool++)
    ranked.push(...rankServices(candidates.slice(pool * POOL, (pool + 1) * POOL), wishes))
  const from = offset - firstPool * POOL
  return withDetails(tx, ranked.slice(from, from + limit), wishes)
}

const candidate = (row: CandidateRow, needs: readonly Need[], at: Date, zone: string) => {
  const { serviceId, hours, takes = null, fees = null } = row
  const timeZone = row.timeZone ?? zone
  return {
    serviceId,
    needs: row.needs ?? needs,
    takes,
    fees,
    timeZone,
    miles: row.chord === null ? undefined : milesOfChord(row.chord),
    openness: openness(hours, timeZone, at),
  }
}

type Candidate = ReturnType<typeof candidate>

const withDetails = async (tx: Tx, page: readonly Candidate[], wishes: Wishes): Promise<FoundService[]> => {
  if (page.length === 0) return []
  const rows = await listServices(
    tx,
    page.map(({ serviceId }) => serviceId),
  )
  const details = new Map(rows.map((row) => [row.serviceId, row]))
  return page.flatMap((one) => {
    const row = details.get(one.serviceId)
    if (!row) return []
    const { timeZone, miles, openness: open } = one
    const found = { ...row, timeZone, miles, openness: open }
    return { ...found, reasons: reasonsFor(found, wishes) }
  })
}

const keysOf = <Key extends string>(record: Readonly<Record<Key, string>>) =>
  Object.keys(record) as [Key, ...Key[]]

/** A number in an address. Left empty it was not given, and is not zero. */
const given = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (typeof value === 'string' && value.trim() === '' ? undefined : value), schema)

const degrees = (most: number) => {
  const message = `Use degrees from -${most} to ${most}, such as 38.03.`
  return given(z.coerce.number(message).min(-most, message).max(most, message).optional())
}

const wholeNumber = (least: number, most: number, usual: number) => {
  const message = `Use a whole number from ${least} to ${most.toLocaleString('en-US')}.`
  return given(z.coerce.number(message).int(message).min(least, message).max(most, message).default(usual))
}

const MILES = 'Use miles: more than 0, at most 3,000.'

/** A query as it comes in an address: `?needs=moud,shelter&latitude=38.03&longitude=-78.48&payer=medicaid`. */
export const findServicesQuery = z
  .object({
    latitude: degrees(90).describe('Where the person is, in degrees.'),
    longitude: degrees(180),
    needs: z
      .union([z.string(), z.array(z.string())])
      .default([])
      .transform((value) =>
        [value]
          .flat()
          .flatMap((one) => one.split(','))
          .filter(Boolean),
      )
      .refine((needs) => needs.every(isNeed), `Use some of: ${keysOf(NEEDS).join(', ')}.`)
      .transform((needs) => needs.filter(isNeed))
      .describe(`Any of these, with commas: ${keysOf(NEEDS).join(', ')}.`),
    payer: z.enum(keysOf(PAYERS), `Use one of: ${keysOf(PAYERS).join(', ')}.`).optional(),
    text: z
      .string('Use one text.')
      .trim()
      .max(200, 'Use at most 200 characters.')
      .optional()
      .describe('Words of a name, town, county or ZIP code.'),
    radiusMiles: given(z.coerce.number(MILES).positive(MILES).max(3000, MILES).optional()),
    referableOnly: z
      .stringbool('Use true or false.')
      .default(false)
      .describe('Only services that can receive a referral here.'),
    limit: wholeNumber(1, 50, 20),
    offset: wholeNumber(0, 5000, 0),
  })
  .refine(({ latitude, longitude }) => (latitude === undefined) === (longitude === undefined), {
    path: ['longitude'],
    message: 'Latitude and longitude go together.',
  })
  .refine(({ latitude, radiusMiles }) => radiusMiles === undefined || latitude !== undefined, {
    path: ['radiusMiles'],
    message: 'Say around what: give latitude and longitude too.',
  })
  .transform(({ latitude, longitude, ...query }) => ({
    ...query,
    near: latitude === undefined || longitude === undefined ? undefined : { latitude, longitude },
  }))
