import { type RawBuilder, sql } from 'kysely'
import { chordOfMiles } from '#kernel/geo.ts'
import { localTime, weekday } from '#kernel/hours.ts'
import { type AskKey, type Asks, REACH, USED_HOURS } from './asks.ts'
import { MEDICINES } from './listing.ts'
import { groupsOf } from './rules-of-person.ts'
import { IN_FOURTH, MEETS, readMoudAsk } from './rules-of-place.ts'
import { zonesInUse } from './time-zones.ts'

/**
 * What the database passes over by itself, so that the rare place that fits is found among thousands. It may let
 * through what the rules then refuse, and never refuses what they would let through: a test holds the two together.
 */

/** The columns that the rules read for what is asked, and no more: hundreds of rows are read for a page of twenty. */
const COLUMNS: Readonly<Record<AskKey, readonly string[]>> = {
  payer: ['payers as takes', 'fees'],
  moud: ['moud', 'medicines', 'exclusions'],
  level: ['asam_levels', 'asam_edition'],
  age: ['min_age', 'max_age', 'ages'],
  gender: ['genders'],
  pregnant: ['pregnant'],
  children: ['with_children'],
  pet: ['pets'],
  noId: ['needs_id'],
  used: ['min_hours_since_use', 'max_hours_since_use'],
  stepFree: ['step_free'],
  when: ['after_hours_phone', 'hotline'],
  walkIn: ['walk_in'],
  dropOff: ['police_drop_off'],
  room: [],
  within: [],
}

export const askedColumns = (asks: Asks): string[] =>
  (Object.keys(asks) as AskKey[]).flatMap((key) => COLUMNS[key])

type Chord = RawBuilder<unknown>
type Around = { readonly at: Date; readonly zone: string; readonly chord: Chord | undefined }
type Conditions = {
  readonly [Key in AskKey]: (asked: NonNullable<Asks[Key]>, around: Around) => RawBuilder<unknown> | undefined
}

/** Closed lists only, so they may be written into the statement: then one plan is good for each. */
const set = (values: readonly string[]) => sql.lit(`{${values.join(',')}}`)
const notNo = (column: string) => sql`${sql.raw(column)} is distinct from false`

const CONDITIONS: Conditions = {
  payer: (payer) =>
    payer === 'none'
      ? sql`(payers is null or payers && '{none}' or fees && '{cash}')`
      : sql`(payers is null or payers && ${set([payer, 'none'])})`,
  moud: (asked) => {
    const { among, way } = readMoudAsk(asked)
    const ways = way === 'continue' ? [...MEETS[way], 'start-same-day'] : MEETS[way]
    const does = set(among.flatMap((medicine) => ways.map((one) => `${medicine}:${one}`)))
    if (way !== 'accept-on')
      return sql`case when moud is null then medicines is null or medicines && ${set(among)} else moud && ${does} end`
    const excludes = among.length < Object.keys(MEDICINES).length && among.includes('methadone')
    return sql`(moud is null or moud && ${does}) ${excludes ? sql`and (exclusions is null or not exclusions @> '{methadone}')` : sql``}`
  },
  level: (asked) => {
    const [edition = '', level = ''] = asked.split(':')
    const near =
      edition === '4'
        ? Object.keys(IN_FOURTH).filter((one) => IN_FOURTH[one]?.includes(level))
        : (IN_FOURTH[level] ?? [])
    return sql`(asam_levels is null or asam_levels && case when asam_edition = ${sql.lit(edition)}
      then ${set([level])} else ${set(near)} end::text[])`
  },
  age: (
    age,
  ) => sql`case when min_age is null and max_age is null then ages is null or ages && ${set(groupsOf(age))}
    else ${sql.lit(age)} between coalesce(min_age, 0) and coalesce(max_age, ${sql.lit(age)}) end`,
  gender: (gender) =>
    gender === 'other'
      ? undefined
      : sql`(genders is null or cardinality(genders) <> 1 or genders @> ${set([gender])})`,
  pregnant: () => sql`pregnant is distinct from 'not-accepted'`,
  children: () => notNo('with_children'),
  pet: () => notNo('pets'),
  noId: () => sql`needs_id is distinct from 'required'`,
  used: (used) => {
    const [from, to] = USED_HOURS[used]
    return sql`(max_hours_since_use is null or max_hours_since_use > ${sql.lit(from)})
      ${Number.isFinite(to) ? sql`and (min_hours_since_use is null or min_hours_since_use < ${sql.lit(to)})` : sql``}`
  },
  stepFree: () => notNo('step_free'),
  when: (when, { at, zone }) => {
    const quarter = quarterOfWeek(at, zone)
    return when === 'answering'
      ? sql`(after_hours_phone is not null or hotline is not null or ${quarter})`
      : quarter
  },
  walkIn: () => notNo('walk_in'),
  dropOff: () => notNo('police_drop_off'),
  // Reports are read for those that are left.
  room: () => undefined,
  // The distance is a rounded number on each side.
  within: (reach, { chord }) =>
    chord ? sql`${chord} <= ${chordOfMiles(REACH[reach].miles) * 1.000001}::double precision` : sql`false`,
}

/**
 * Whether the door may be open: the quarter of an hour of the week by the clock of each zone, worked out once and not for
 * each row. A zone that is not known here lets the row through.
 */
const quarterOfWeek = (at: Date, zone: string): RawBuilder<unknown> => {
  const zones = [...new Set([zone, ...zonesInUse()])]
  const quarters = zones.map((one) => {
    const { day, minute } = localTime(one, at)
    return (weekday(day) - 1) * 96 + Math.floor(minute / 15)
  })
  return sql`(open_week is not null and get_bit(open_week,
    (${quarters}::integer[])[array_position(${zones}::text[], coalesce(time_zone, ${zone}))]) is distinct from 0)`
}

/** What a service must not be known to fail, for each thing that is asked. */
export const askedConditions = (asks: Asks, around: Around): RawBuilder<unknown>[] =>
  (Object.keys(asks) as AskKey[]).flatMap((key) => {
    const asked = asks[key]
    if (asked === undefined) return []
    const condition = CONDITIONS[key] as (asked: unknown, around: Around) => RawBuilder<unknown> | undefined
    const made = condition(asked, around)
    return made ? [sql`(${made})`] : []
  })
