import { sql } from 'kysely'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { LibraryTables } from './library.table.ts'
import type { LinkAnswer } from './record.ts'

export type LinkToCheck = { readonly id: string; readonly url: string }

/** Addresses that were looked at longest ago, those never looked at first; at most one of a host, to be no burden. */
export const selectLinksToCheck = async (
  tx: Tx,
  before: Date,
  limit: number,
): Promise<readonly LinkToCheck[]> => {
  const { rows } = await sql<LinkToCheck>`
    select id, url from (
      select distinct on (split_part(url, '/', 3)) id, url, link_checked_at from library_record
      where url is not null and deleted_at is null and (link_checked_at is null or link_checked_at < ${before})
      order by split_part(url, '/', 3), link_checked_at nulls first, id
    ) as one_of_a_host
    order by link_checked_at nulls first, id limit ${limit}`.execute(tx.connection)
  return rows
}

/** Says what came of it; readers see nothing new of the record itself, so that nobody is told of a change. */
export const noteLink = async (tx: Tx, id: string, answer: LinkAnswer): Promise<void> => {
  const hasFailed = answer === 'gone' || answer === 'no-answer'
  await tables<LibraryTables>(tx)
    .updateTable('libraryRecord')
    .set({
      linkCheckedAt: new Date(),
      linkAnswer: answer,
      linkFailures: hasFailed ? sql<number>`link_failures + 1` : 0,
    })
    .where('id', '=', id)
    .execute()
}
