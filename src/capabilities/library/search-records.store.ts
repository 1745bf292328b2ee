import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '#platform/database/as-actor.ts'
import {
  FACETS,
  type Facet,
  type Filters,
  type FoundRecords,
  type LibrarySearch,
  PAGE_SIZE,
  type Piece,
} from './search-query.ts'

const COLUMN: Readonly<Record<Facet, string>> = {
  ...{ evidence: 'evidence', type: 'type', subject: 'subjects', audience: 'audience' },
  ...{ publisher: 'publisher', language: 'language' },
}
const MOST_VALUES = 30
const FEW = 20
/** Private characters of Unicode, which stand in no text: they mark where a hit begins and ends. */
const [OPEN, CLOSE] = ['\uE000', '\uE001']

const all = (conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> =>
  conditions.length === 0 ? sql`true` : sql`(${sql.join(conditions, sql` and `)})`

/** Whether each filter holds, as a column a record: choosing in one facet must not change the counts of that facet. */
const holds = (facet: Facet, chosen: readonly string[] | undefined): RawBuilder<unknown> => {
  if (!chosen?.length) return sql`true`
  const column = sql.ref(COLUMN[facet])
  return facet === 'subject'
    ? sql`${column} && ${[...chosen]}::text[]`
    : sql`coalesce(${column} = any (${[...chosen]}::text[]), false)`
}

const withinYears = ({ from, to }: Filters): RawBuilder<unknown> =>
  from === undefined && to === undefined
    ? sql`true`
    : sql`coalesce(year between ${from ?? 0} and ${to ?? 9999}, false)`

const others = (facet: Facet | 'years'): RawBuilder<unknown> =>
  all([
    ...FACETS.filter((one) => one !== facet).map((one) => sql.ref(`in_${one}`)),
    ...(facet === 'years' ? [] : [sql`in_years`]),
  ])

const counts = (facet: Facet): RawBuilder<unknown> =>
  facet === 'subject'
    ? sql`(select ${facet} as facet, value, count(*)::int as count from hit, unnest(subjects) as value
        where ${others(facet)} group by value order by count desc, value limit ${MOST_VALUES})`
    : sql`(select ${facet} as facet, ${sql.ref(COLUMN[facet])} as value, count(*)::int as count from hit
        where ${others(facet)} and ${sql.ref(COLUMN[facet])} is not null
        group by value order by count desc, value limit ${MOST_VALUES})`

type Answer = {
  readonly ids: string[] | null
  readonly total: number
  readonly counts: { facet: Facet | 'years'; value: string; count: number }[] | null
  readonly headlines: Record<string, string> | null
}

const answer = async (tx: Tx, search: LibrarySearch, query: RawBuilder<unknown> | undefined) => {
  const { filters, page, order } = search
  const rank = query ? sql`ts_rank(words, asked, 1)` : sql`0`
  const { rows } = await sql<Answer>`
    with hit as materialized (
      select id, year, evidence, type, subjects, audience, publisher, language, ${rank} as rank,
        ${sql.join(FACETS.map((facet) => sql`${holds(facet, filters[facet])} as ${sql.ref(`in_${facet}`)}`))},
        ${withinYears(filters)} as in_years
      from library_record ${query ? sql`, (select ${query} as asked) as question` : sql``}
      where deleted_at is null ${query ? sql`and words @@ asked` : sql``}
    ), shown as materialized (
      select id, row_number() over (order by ${order === 'newest' ? sql`year desc nulls last,` : sql``} rank desc,
        array_position(array['strong', 'moderate', 'early', 'practice'], evidence) nulls last, year desc nulls last, id) as place
      from hit where ${others('years')} and in_years
      order by place limit ${PAGE_SIZE} offset ${(page - 1) * PAGE_SIZE}
    )
    select (select array_agg(id::text order by place) from shown) as ids,
      (select count(*)::int from hit where ${others('years')} and in_years) as total,
      (select jsonb_agg(counted) from (
        ${sql.join(FACETS.map(counts), sql` union all `)}
        union all (select 'years', year::text, count(*)::int from hit where ${others('years')} and year is not null group by year)
      ) as counted) as counts,
      ${
        query
          ? sql`(select jsonb_object_agg(id, ts_headline('english',
              concat_ws(' ', finding, case when rights in ('copyrighted', 'unknown') then null else abstract end), ${query},
              ${`StartSel=${OPEN}, StopSel=${CLOSE}, MaxWords=45, MinWords=20, MaxFragments=2, FragmentDelimiter=" … "`}))
            from library_record where id in (select id from shown))`
          : sql`null::jsonb`
      } as headlines`.execute(tx.connection)
  return rows[0] as Answer
}

const piecesOf = (headline: string): Piece[] =>
  headline
    .split(/(\uE000[^\uE001]*\uE001)/)
    .filter((text) => text !== '')
    .map((text) =>
      text.startsWith(OPEN) ? { text: text.slice(1, -1), isHit: true } : { text, isHit: false },
    )

/**
 * Looks in the database itself: what answers while there is no index. Every word has to be there, or, where fewer than
 * twenty records have them all, any of them. It knows quoted phrases, `or` and a minus.
 */
export const searchRecords = async (tx: Tx, search: LibrarySearch): Promise<FoundRecords> => {
  const { text } = search
  const every = sql`(websearch_to_tsquery('english', ${text}) || websearch_to_tsquery('simple', ${text}))`
  const any = sql`replace(websearch_to_tsquery('english', ${text})::text, '&', '|')::tsquery`
  let widened = false
  let found = await answer(tx, search, text ? every : undefined)
  if (text.trim().split(/\s+/).length > 1 && !/["]| -|\bor\b/i.test(text) && found.total < FEW) {
    const wider = await answer(tx, search, any)
    widened = wider.total > found.total
    if (widened) found = wider
  }
  const counted = (facet: Facet | 'years') => (found.counts ?? []).filter((count) => count.facet === facet)
  return {
    ids: found.ids ?? [],
    total: found.total,
    facets: Object.fromEntries(
      FACETS.map((facet) => [facet, counted(facet).map(({ value, count }) => ({ value, count }))]),
    ) as unknown as FoundRecords['facets'],
    years: counted('years')
      .map(({ value, count }) => ({ year: Number(value), count }))
      .sort((one, other) => one.year - other.year),
    highlights: new Map(
      Object.entries(found.headlines ?? {}).map(([id, headline]) => [id, piecesOf(headline)]),
    ),
    widened,
    degraded: true,
  }
}
