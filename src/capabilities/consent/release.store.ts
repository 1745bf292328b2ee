import { type Insertable, sql } from 'kysely'
import type { RedisclosureRule } from '#disclosures'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { ConsentTables } from './consent.table.ts'
import type { EndingEvent } from './release-kinds.ts'
import type { ReleaseLine } from './release-lines.store.ts'

export type LiveLine = Pick<
  ReleaseLine,
  'id' | 'kind' | 'fromOrganizationId' | 'dataClasses' | 'expiresAt'
> & {
  readonly discloserName: string | null
  readonly purpose: string | null
  readonly redisclosureRule: RedisclosureRule
}

/** @returns false when a release with this id was written before */
export const insertDraft = async (
  tx: Tx,
  release: Insertable<ConsentTables['release']>,
  lines: readonly Insertable<ConsentTables['releaseLine']>[],
): Promise<boolean> => {
  const written = await tables<ConsentTables>(tx)
    .insertInto('release')
    .values(release)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  if (!written.numInsertedOrUpdatedRows) return false
  if (lines.length > 0)
    await tables<ConsentTables>(tx)
      .insertInto('releaseLine')
      .values([...lines])
      .execute()
  return true
}

/** Has the database look for every element, and make the release active; it throws what is missing or forbidden. */
export const activateRelease = async (tx: Tx, id: string): Promise<void> => {
  await tables<ConsentTables>(tx)
    .updateTable('release')
    .set({ status: 'active' })
    .where('id', '=', id)
    .execute()
}

/** Live lines about a person that name this organization, as far as the actor may see them. */
export const selectLiveLines = async (
  tx: Tx,
  personId: string,
  recipientOrganizationId: string,
): Promise<LiveLine[]> => {
  const { rows } = await sql<LiveLine>`
    select line.id, release.kind, line.from_organization_id, line.expires_at, release.discloser_name, release.purpose,
      array(select class from unnest(line.data_classes) class where class <> all (line.withheld_classes)) as data_classes,
      redisclosure_rule(release.kind)
    from list_live_releases(${personId}, ${recipientOrganizationId}) line
    join release on release.id = line.release_id`.execute(tx.connection)
  return rows
}

export type LinesToStop = {
  readonly lineId?: string | undefined
  readonly releaseId?: string | undefined
  readonly personId?: string | undefined
}

/** @returns the lines that stopped by this; none that had ended or that the actor may not stop */
export const revokeLines = async (tx: Tx, which: LinesToStop, how: 'written' | 'oral'): Promise<string[]> => {
  const { lineId, releaseId, personId } = which
  let lines = tables<ConsentTables>(tx)
    .updateTable('releaseLine')
    .set({ revokedAt: sql<Date>`now()`, revokedHow: how })
    .where('revokedAt', 'is', null)
  if (lineId) lines = lines.where('id', '=', lineId)
  if (releaseId) lines = lines.where('releaseId', '=', releaseId)
  if (personId) lines = lines.where('personId', '=', personId)
  return (await lines.returning('id').execute()).map(({ id }) => id)
}

/** @returns the lines that ended by this */
export const endLines = async (tx: Tx, personId: string, event: EndingEvent): Promise<string[]> =>
  (
    await tables<ConsentTables>(tx)
      .updateTable('releaseLine')
      .set({ endedAt: sql<Date>`now()` })
      .where('personId', '=', personId)
      .where('endsOn', '=', event)
      .where('endedAt', 'is', null)
      .where('revokedAt', 'is', null)
      .returning('id')
      .execute()
  ).map(({ id }) => id)

/** A line as the job that writes to its recipient looks at it: where to, and whether it lives now. */
export const findLineToTell = (tx: Tx, id: string) =>
  tables<ConsentTables>(tx)
    .selectFrom('releaseLine')
    .select([
      'recipientOrganizationId',
      sql<boolean>`active and revoked_at is null and ended_at is null
        and (expires_at is null or expires_at > now()) and not data_classes <@ withheld_classes`.as('lives'),
    ])
    .where('id', '=', id)
    .executeTakeFirst()

/** Who has a release that was signed with this name: what an emergency opens. */
export const selectHolders = async (tx: Tx, personName: string) =>
  tables<ConsentTables>(tx)
    .selectFrom('release')
    .select([
      'fromOrganizationId as organizationId',
      sql<string[]>`array_agg(distinct person_id)`.as('personIds'),
    ])
    .where('status', '=', 'active')
    .where(sql<boolean>`break_glass_opens(person_name, 'enrolled')`)
    .where(sql<boolean>`plain_name(person_name) = plain_name(${personName})`)
    .groupBy('fromOrganizationId')
    .execute()
