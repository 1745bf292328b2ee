import { sql } from 'kysely'
import type { Id } from '#kernel/ids.ts'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { AccountTables } from './account.table.ts'

const db = (tx: Tx) => tables<AccountTables>(tx)

/** The version of the notice that holds where a county has none of its own. */
export const USUAL_NOTICE = '2026-11'

/** The notice that holds for a member: their county's own, or the usual one. */
export const noticeOf = (memberId: string) => sql<string>`coalesce((
  select 'county-' || max(n.version) from use_notice n
  join member m on m.jurisdiction_id = n.jurisdiction_id where m.id = ${memberId}), ${USUAL_NOTICE})`

/** The newest notice of each county, and the counties without one. */
export const listNotices = (tx: Tx) =>
  db(tx)
    .selectFrom('jurisdiction')
    .leftJoin('useNotice', 'useNotice.jurisdictionId', 'jurisdiction.id')
    .distinctOn('jurisdiction.name')
    .orderBy('jurisdiction.name')
    .orderBy('useNotice.version', (order) => order.desc().nullsLast())
    .select(['jurisdiction.name as county', 'useNotice.version', 'useNotice.text'])
    .execute()

/** Adds a county's next notice, and gives its version. */
export const insertNotice = async (
  tx: Tx,
  jurisdictionId: Id<'jurisdiction'>,
  text: string,
): Promise<number> => {
  const { rows } = await sql<{ version: number }>`
    insert into use_notice (jurisdiction_id, version, text)
    select ${jurisdictionId}, coalesce(max(version), 0) + 1, ${text} from use_notice
    where jurisdiction_id = ${jurisdictionId}
    returning version`.execute(tx.connection)
  return (rows[0] as { version: number }).version
}
