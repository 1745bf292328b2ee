import { type Insertable, sql } from 'kysely'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { DisclosureTables } from './disclosure.table.ts'
import type { Basis, Channel } from './ledger.ts'

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
  /** Only what one organization was told. */
  readonly toOrganizationId?: string | undefined
  readonly channel?: Channel | undefined
  readonly basis?: Basis | undefined
  /** One line for each organization that was told, instead of all, to say who they are. */
  readonly onePerRecipient?: boolean | undefined
  /** Only lines that stand after the one with this id, to page on. */
  readonly olderThan?: string | undefined
  readonly limit: number
}

export const selectDisclosures = async (tx: Tx, filter: LedgerFilter) => {
  const { personId, from, before, toOrganizationId, channel, basis, olderThan, limit } = filter
  let rows = tables<DisclosureTables>(tx).selectFrom('disclosure').selectAll().limit(limit)
  if (personId) rows = rows.where('personIds', '@>', sql<string[]>`array[${personId}::uuid]`)
  if (from) rows = rows.where('at', '>=', from)
  if (before) rows = rows.where('at', '<', before)
  if (toOrganizationId) rows = rows.where('toOrganizationId', '=', toOrganizationId)
  if (channel) rows = rows.where('channel', '=', channel)
  if (basis) rows = rows.where('basis', '=', basis)
  if (olderThan)
    // The moment is compared inside the database, which keeps it to the microsecond.
    rows = rows.where(
      sql<boolean>`(at, id) < (select at, id from disclosure last where last.id = ${olderThan})`,
    )
  if (filter.onePerRecipient) return rows.distinctOn('toOrganizationId').orderBy('toOrganizationId').execute()
  return rows.orderBy('at', 'desc').orderBy('id', 'desc').execute()
}

/** What members were told on another ground than a release or referral, and whether their organization had one before. */
export const selectWithoutRelease = (tx: Tx, jurisdictionId: string, from: Date) =>
  tables<DisclosureTables>(tx)
    .selectFrom('disclosure as told')
    .where('told.jurisdictionId', '=', jurisdictionId)
    .where('told.at', '>=', from)
    .where('told.toMemberId', 'is not', null)
    .where('told.basis', 'not in', RELATED)
    .select(['told.id', 'told.at', 'told.personIds', 'told.fromOrganizationId', 'told.toOrganizationId'])
    .select(['told.toMemberId', 'told.basis', 'told.breakGlassId'])
    .select(
      sql<boolean>`exists (select from disclosure earlier
        where earlier.person_ids && told.person_ids and earlier.jurisdiction_id = told.jurisdiction_id
          and earlier.to_organization_id = told.to_organization_id and earlier.at <= told.at
          and earlier.basis = any (${RELATED}))`.as('hadBasisBefore'),
    )
    .orderBy('told.at', 'desc')
    .execute()

/** Grounds on which the organization that is told has to do with the person. */
const RELATED: Basis[] = ['release', 'tpo', 'criminal-justice', 'referral', 'internal']
