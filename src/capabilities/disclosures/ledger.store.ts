import { type Insertable, sql } from 'kysely'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { DisclosureTables } from './disclosure.table.ts'

type Entry = Insertable<DisclosureTables['disclosure']>

export const insertDisclosure = async (tx: Tx, entry: Entry): Promise<void> => {
  await tables<DisclosureTables>(tx).insertInto('disclosure').values(entry).execute()
}

/** @returns false when the line does not let the actor be told this, now: it was stopped, or ended, since it was read */
export const insertReleasedDisclosure = async (
  tx: Tx,
  entry: Entry & { releaseLineId: string },
): Promise<boolean> => {
  const { numAffectedRows } = await sql`
    insert into disclosure (id, jurisdiction_id, person_ids, from_organization_id, to_organization_id, to_member_id, basis,
      release_line_id, data_classes, purpose, channel, notice_version, redisclosure_rule, request_id)
    select ${entry.id}, ${entry.jurisdictionId}, ${entry.personIds}::uuid[], ${entry.fromOrganizationId},
      ${entry.toOrganizationId}, ${entry.toMemberId}, ${entry.basis}, ${entry.releaseLineId},
      ${entry.dataClasses}::text[], ${entry.purpose}, ${entry.channel}, ${entry.noticeVersion},
      ${entry.redisclosureRule}, ${entry.requestId}
    where release_line_tells(${entry.releaseLineId}, ${entry.personIds}::uuid[], ${entry.fromOrganizationId},
      ${entry.dataClasses}::text[], ${entry.basis})`.execute(tx.connection)
  return numAffectedRows === 1n
}

export type LedgerFilter = {
  readonly personId?: string | undefined
  /** Only from this moment on. */
  readonly from?: Date | undefined
  /** Only before this moment. */
  readonly before?: Date | undefined
  readonly limit: number
}

export const selectDisclosures = async (tx: Tx, filter: LedgerFilter) => {
  const { personId, from, before, limit } = filter
  let rows = tables<DisclosureTables>(tx)
    .selectFrom('disclosure')
    .selectAll()
    .orderBy('at', 'desc')
    .limit(limit)
  if (personId) rows = rows.where('personIds', '@>', sql<string[]>`array[${personId}::uuid]`)
  if (from) rows = rows.where('at', '>=', from)
  if (before) rows = rows.where('at', '<', before)
  return rows.execute()
}
