import { type RawBuilder, sql } from 'kysely'
import type { Coordinates } from '#kernel/geo.ts'
import type { Tx } from '#platform/database/as-actor.ts'
import type { Kind } from './objects.ts'
import { ASPECTS } from './profile-aspects.ts'
import type { Term } from './profile-terms.ts'
import type { HsdsQuery } from './query.ts'

/** A part of a list: `after` an id, for whoever reads all of it; otherwise a page. */
export type Stretch =
  | { readonly after: string; readonly count: number }
  | { readonly page: number; readonly perPage: number }

/** What a term of our own taxonomy says of a service. */
export type OwnTerm = Pick<Term, 'aspect' | 'shape' | 'word'>

export type Wanted = Pick<
  HsdsQuery,
  'search' | 'organizationId' | 'modifiedAfter' | 'taxonomyTermId' | 'taxonomyId' | 'postcode' | 'near'
> & {
  /** Where the term is one of our own. */
  readonly ownTerm?: OwnTerm | undefined
  /** Whether the taxonomy is our own, of which every service has a term. */
  readonly isOwnTaxonomy?: boolean
}

const all = (conditions: readonly (RawBuilder<unknown> | undefined)[]): RawBuilder<unknown> => {
  const held = conditions.filter((condition) => condition !== undefined)
  return held.length === 0 ? sql`true` : sql`(${sql.join(held, sql` and `)})`
}

/** A term that another directory links to a service, or to anything in it. */
const linked = (
  { taxonomyTermId, taxonomyId }: Wanted,
  root: Kind,
  id: RawBuilder<unknown>,
): RawBuilder<unknown> =>
  sql`exists (select from hsds_link l join hsds_record a on a.kind = l.kind and a.id = l.id
    where l.parent_kind = ${sql.lit(root)} and l.parent = ${id} and l.kind = 'attribute' ${
      taxonomyTermId ? sql`and a.facts ->> 'taxonomy_term_id' = ${taxonomyTermId.toLowerCase()}` : sql``
    } ${
      taxonomyId
        ? sql`and exists (select from hsds_record t where t.kind = 'taxonomy_term'
            and t.id::text = a.facts ->> 'taxonomy_term_id' and t.facts ->> 'taxonomy_id' = ${taxonomyId.toLowerCase()})`
        : sql``
    })`

const termOf = (wanted: Wanted, id: RawBuilder<unknown>): RawBuilder<unknown> | undefined => {
  const { taxonomyTermId, taxonomyId, ownTerm, isOwnTaxonomy } = wanted
  if (!taxonomyTermId && !taxonomyId) return undefined
  if (ownTerm) {
    // A term of ours is never one of another taxonomy.
    if (taxonomyId && !isOwnTaxonomy) return sql`false`
    return hasTerm(ownTerm)
  }
  if (isOwnTaxonomy) return taxonomyTermId ? sql`false` : sql`true`
  return linked(wanted, 'service', id)
}

/** Whether the directory says of a service what a term of ours says. */
const hasTerm = ({ aspect, shape, word }: OwnTerm): RawBuilder<unknown> => {
  if (!ASPECTS.has(aspect)) throw new Error(`${aspect} is no part of a profile.`)
  const column = sql.ref(`s.${aspect}`)
  if (word === null) return sql`${column} = '{}'`
  switch (shape) {
    case 'list':
      return sql`${column} @> array[${word}]::text[]`
    case 'levels':
      return sql`s.asam_edition = ${word.slice(0, 1)} and ${column} @> array[${word.slice(2)}]::text[]`
    case 'yes-no':
      return sql`${column} = ${word === 'yes'}`
    case 'number':
      return sql`${column} is not null`
    case 'one':
      return sql`${column} = ${word}`
  }
}

const OFFERING = sql`s.offering_id`

const listedWhere = (wanted: Wanted): RawBuilder<unknown> =>
  all([
    wanted.search === undefined
      ? undefined
      : sql`(select bool_and(s.words like '% ' || word || '%')
      from unnest(listing_words(${wanted.search})) as word)`,
    wanted.organizationId === undefined ? undefined : sql`s.provider_id = ${wanted.organizationId}::uuid`,
    wanted.modifiedAfter === undefined ? undefined : sql`s.updated_at >= ${wanted.modifiedAfter}`,
    termOf(wanted, OFFERING),
  ])

/** Words of what another directory says; it has no index, because what is not in the directory itself is little. */
const says = (record: string, text: string): RawBuilder<unknown> =>
  sql`(select bool_and(lower(${sql.ref(`${record}.facts`)}::text) like '%' || word || '%')
    from unnest(listing_words(${text})) as word)`

const recordedWhere = (wanted: Wanted): RawBuilder<unknown> =>
  all([
    wanted.search === undefined ? undefined : says('r', wanted.search),
    wanted.organizationId === undefined
      ? undefined
      : sql`r.facts ->> 'organization_id' = ${wanted.organizationId.toLowerCase()}`,
    wanted.modifiedAfter === undefined ? undefined : sql`r.updated_at >= ${wanted.modifiedAfter}`,
    !wanted.taxonomyTermId && !wanted.taxonomyId
      ? undefined
      : wanted.ownTerm || wanted.isOwnTaxonomy
        ? sql`false`
        : linked(wanted, 'service', sql`r.id`),
  ])

/** The ids of the services of a stretch, with when they were last changed. */
export const listOfferings = (tx: Tx, wanted: Wanted, stretch: Stretch): Promise<Listed[]> =>
  cut(
    tx,
    sql`select s.offering_id as id, s.updated_at from listed_service s where ${listedWhere(wanted)}`,
    sql`select r.id, r.updated_at from hsds_record r
      where r.kind = 'service' and r.offerings = '{}' and ${recordedWhere(wanted)}`,
    stretch,
  )

export const countOfferings = (tx: Tx, wanted: Wanted): Promise<number> =>
  count(
    tx,
    sql`select count(*) filter (where s.offering_id = s.service_at_location_id)
        + count(distinct s.offering_id) filter (where s.offering_id <> s.service_at_location_id) as count
      from listed_service s where ${listedWhere(wanted)}`,
    sql`select count(*) from hsds_record r
      where r.kind = 'service' and r.offerings = '{}' and ${recordedWhere(wanted)}`,
  )

/** The straight line through a sphere of radius 1 that so many meters on the ground are. */
const chordOf = (meters: number): number => 2 * Math.sin(Math.min(meters / 6_371_008.8, Math.PI) / 2)

const nearby = ({
  latitude,
  longitude,
  meters,
}: Coordinates & { readonly meters: number }): RawBuilder<unknown> =>
  sql`s.position <-> earth_point(${latitude}, ${longitude}) <= ${chordOf(meters)}`

const covers = (postcode: string, id: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`exists (select from hsds_link l join hsds_record a on a.kind = l.kind and a.id = l.id
    where l.kind = 'service_area' and l.parent_kind = 'service' and l.parent = ${id}
      and concat_ws(' ', a.facts ->> 'name', a.facts ->> 'description', a.facts ->> 'extent') ~ ('\\m' || ${postcode} || '\\M'))`

/** The ids of the services at a location of a stretch. */
export const listServicesAt = (tx: Tx, wanted: Wanted, stretch: Stretch): Promise<Listed[]> =>
  cut(tx, ...servicesAt(wanted, sql`id, updated_at`), stretch)

export const countServicesAt = (tx: Tx, wanted: Wanted): Promise<number> =>
  count(tx, ...servicesAt(wanted, sql`count(*)`))

const servicesAt = (
  wanted: Wanted,
  what: RawBuilder<unknown>,
): [RawBuilder<unknown>, RawBuilder<unknown>] => {
  const { postcode, near } = wanted
  const listed = all([
    listedWhere(wanted),
    near ? nearby(near) : undefined,
    postcode === undefined
      ? undefined
      : sql`(exists (select from listed_site p where p.id = s.site_id and p.zip = left(${postcode}, 5))
          or ${covers(postcode, OFFERING)})`,
  ])
  const recorded = all([
    recordedWhere(wanted),
    near ? sql`false` : undefined,
    postcode === undefined ? undefined : covers(postcode, sql`r.id`),
  ])
  return [
    sql`select ${what} from (select s.service_at_location_id as id, s.updated_at from listed_service s
      where ${listed}) as listed`,
    // A service says what is asked for; its sites are the records that belong to it.
    sql`select ${what} from (select x.id, x.updated_at from hsds_record x
      where x.kind = 'service_at_location' and x.services = '{}'
        and exists (select from hsds_record r
          where r.kind = 'service' and r.id::text = x.facts ->> 'service_id' and ${recorded})) as recorded`,
  ]
}

type Plain = 'organization' | 'location'

/** The ids of the organizations or locations of a stretch. */
export const listPlain = (tx: Tx, kind: Plain, wanted: Wanted, stretch: Stretch): Promise<Listed[]> =>
  cut(tx, ...plain(kind, wanted, sql`id, updated_at`), stretch)

export const countPlain = (tx: Tx, kind: Plain, wanted: Wanted): Promise<number> =>
  count(tx, ...plain(kind, wanted, sql`count(*)`))

const plain = (
  kind: Plain,
  wanted: Wanted,
  what: RawBuilder<unknown>,
): [RawBuilder<unknown>, RawBuilder<unknown>] => {
  const { search } = wanted
  const isOrganization = kind === 'organization'
  const source = isOrganization ? sql`listed_provider` : sql`listed_site`
  const asksTerm = Boolean(wanted.taxonomyTermId ?? wanted.taxonomyId)
  const ofOne = isOrganization ? sql`s.provider_id` : sql`s.site_id`
  const listed = all([
    search === undefined
      ? undefined
      : sql`(select bool_and(lower(p.name) like '%' || word || '%') from unnest(listing_words(${search})) as word)`,
    asksTerm
      ? sql`exists (select from listed_service s where ${ofOne} = p.id and ${termOf(wanted, OFFERING)})`
      : undefined,
  ])
  const recorded = all([
    search === undefined ? undefined : says('r', search),
    asksTerm
      ? wanted.ownTerm || wanted.isOwnTaxonomy
        ? sql`false`
        : linked(wanted, kind, sql`r.id`)
      : undefined,
  ])
  const kept = isOrganization ? sql`r.providers` : sql`r.sites`
  return [
    sql`select ${what} from ${source} p where ${listed}`,
    sql`select ${what} from hsds_record r where r.kind = ${kind} and not (${kept} @> array[r.id]) and ${recorded}`,
  ]
}

type Listed = { readonly id: string; readonly updatedAt: Date }

const cut = async (
  tx: Tx,
  listed: RawBuilder<unknown>,
  recorded: RawBuilder<unknown>,
  stretch: Stretch,
): Promise<Listed[]> => {
  const [from, count, skip] =
    'after' in stretch
      ? [sql`where id > ${stretch.after}::uuid`, stretch.count, 0]
      : [sql``, stretch.perPage, (stretch.page - 1) * stretch.perPage]
  // Each side is cut by itself first, so that its own index gives the beginning of the list.
  const some = (side: RawBuilder<unknown>) =>
    sql`(select id, max(updated_at) as updated_at from (${side}) as side ${from} group by id order by id limit ${sql.lit(count + skip)})`
  const { rows } = await sql<Listed>`
    select id, max(updated_at) as updated_at from (${some(listed)} union all ${some(recorded)}) as found
    group by id order by id limit ${sql.lit(count)} offset ${sql.lit(skip)}`.execute(tx.connection)
  return rows
}

const count = async (tx: Tx, listed: RawBuilder<unknown>, recorded: RawBuilder<unknown>): Promise<number> => {
  const { rows } = await sql<{ count: string }>`
    select (${listed}) + (${recorded}) as count`.execute(tx.connection)
  return Number(rows[0]?.count ?? 0)
}

/** The ids of records of a kind that belongs to nobody: terms and taxonomies. */
export const listLoose = async (
  tx: Tx,
  kind: Kind,
  wanted: Pick<HsdsQuery, 'search' | 'taxonomyId' | 'parentId' | 'topOnly'>,
): Promise<string[]> => {
  const { search, taxonomyId, parentId, topOnly } = wanted
  const { rows } = await sql<{ id: string }>`
    select r.id from hsds_record r where r.kind = ${kind} and ${all([
      search === undefined ? undefined : says('r', search),
      taxonomyId === undefined ? undefined : sql`r.facts ->> 'taxonomy_id' = ${taxonomyId.toLowerCase()}`,
      parentId === undefined ? undefined : sql`r.facts ->> 'parent_id' = ${parentId.toLowerCase()}`,
      topOnly ? sql`r.facts ->> 'parent_id' is null` : undefined,
    ])} order by r.id`.execute(tx.connection)
  return rows.map(({ id }) => id)
}
