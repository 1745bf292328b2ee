import { sql } from 'kysely'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { LibraryTables } from './library.table.ts'

/** How many records that the actor may see stand under each subject. */
export const countSubjects = async (tx: Tx): Promise<ReadonlyMap<string, number>> => {
  const { rows } = await sql<{ subject: string; count: number }>`
    select subject, count(*)::int as count from library_record, unnest(subjects) as subject
    where deleted_at is null group by subject`.execute(tx.connection)
  return new Map(rows.map(({ subject, count }) => [subject, count]))
}

/** Records under any of some subjects, best evidence first. */
export const selectOfSubjects = async (
  tx: Tx,
  subjects: readonly string[],
  limit: number,
): Promise<{ readonly ids: readonly string[]; readonly total: number }> => {
  const rows = await tables<LibraryTables>(tx)
    .selectFrom('libraryRecord')
    .select(['id', sql<number>`count(*) over ()::int`.as('total')])
    .where(sql<boolean>`subjects && ${[...subjects]}::text[]`)
    .where('deletedAt', 'is', null)
    .orderBy(
      sql`array_position(array['strong', 'moderate', 'early', 'practice'], evidence) nulls last, year desc nulls last, id`,
    )
    .limit(limit)
    .execute()
  return { ids: rows.map(({ id }) => id), total: rows[0]?.total ?? 0 }
}
