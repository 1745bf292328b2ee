import { sql } from 'kysely'
import type { Tx } from '#platform/database/as-actor.ts'
import type { Work } from './record.ts'

export type AlikeReason = 'doi' | 'ncj-number' | 'title-and-year'

/** A record that is, as far as its numbers and title say, the work that somebody brings. */
export type Alike = {
  /** Which of the works that were asked for, from 0. */
  readonly index: number
  readonly id: string
  readonly title: string
  readonly jurisdictionId: string | null
  readonly source: string
  readonly sourceKey: string
  readonly reason: AlikeReason
}

/**
 * Looks for works among the records that the actor may see: by DOI, by NCJ number, by title and year. Two works with one
 * title and year, but with different numbers, are two.
 */
export const selectAlike = async (tx: Tx, works: readonly Work[]): Promise<readonly Alike[]> => {
  const asked = works.map(({ doi, ncjNumber, title, publishedOn }, index) => ({
    ...{ index, doi, ncj: ncjNumber, title, year: publishedOn ? Number(publishedOn.slice(0, 4)) : null },
  }))
  const { rows } = await sql<Alike>`
    select brought.index, known.*
    from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb)
      as brought (index int, doi text, ncj text, title text, year int)
    cross join lateral (
      select id, title, jurisdiction_id, source, source_key,
        case when doi = brought.doi then 'doi' when ncj_number = brought.ncj then 'ncj-number'
          else 'title-and-year' end as reason
      from library_record
      where deleted_at is null and (doi = brought.doi or ncj_number = brought.ncj
        or (title_key = left(regexp_replace(lower(brought.title), '[^[:alnum:]]+', '', 'g'), 200)
          and year is not distinct from brought.year
          and coalesce(doi = brought.doi, true) and coalesce(ncj_number = brought.ncj, true)))
      order by doi = brought.doi desc nulls last, ncj_number = brought.ncj desc nulls last, id limit 1
    ) as known`.execute(tx.connection)
  return rows
}
