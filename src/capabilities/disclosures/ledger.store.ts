import { type Insertable, sql } from 'kysely'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { DisclosureTables } from './disclosure.table.ts'
import type { Basis, Channel } from './ledger.ts'

type Entry = Insertable<DisclosureTables['disclosure']>

/** As JSON with the columns' own names, so that the statement is the same however many there are. */
const asJson = (entries: Entry | readonly Entry[]): string =>
  JSON.stringify(entries, (_, value) =>
    value && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(
          Object.entries(value).map(([name, one]) => [
            name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
            one,
          ]),
        )
      : value,
  )

export const insertDisclosures = async (tx: Tx, entries: readonly Entry[]): Promise<void> => {
  await sql`select write_disclosures(${asJson(entries)})`.execute(tx.connection)
}

/** @returns false when the line does not let the actor be told this, now: it was stopped, or ended, since it was read */
export const insertReleasedDisclosure = async (
  tx: Tx,
  entry: Entry & { releaseLineId: string },
): Promise<boolean> => {
  const { rows } = await sql<{ told: boolean }>`
    select write_released_disclosure(${asJson([entry])}) as told`.execute(tx.connection)
  return rows[0]?.told === true
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
