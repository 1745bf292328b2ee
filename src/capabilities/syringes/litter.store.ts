import { type Insertable, type Selectable, sql } from 'kysely'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { LitterTables } from './litter.table.ts'
import type { ClosedAs } from './litter.ts'

const db = (tx: Tx) => tables<LitterTables>(tx)

export type LitterRow = Selectable<LitterTables['litterReport']>

/** A visitor may write what they may not read, so that a key that is taken is left to the database to refuse. */
export const insertLitter = async (
  tx: Tx,
  report: Insertable<LitterTables['litterReport']>,
): Promise<void> => {
  await db(tx).insertInto('litterReport').values(report).execute()
}

/** What waits to be picked up in a county, what is due first first; then what was closed last. */
export const selectLitter = (tx: Tx, jurisdictionId: string, limit: number): Promise<LitterRow[]> =>
  db(tx)
    .selectFrom('litterReport')
    .selectAll()
    .where('jurisdictionId', '=', jurisdictionId)
    .orderBy(sql`closed_at is not null`)
    .orderBy(sql`case when closed_at is null then due_at end`)
    .orderBy('closedAt', 'desc')
    .limit(limit)
    .execute()

export const selectZipsSince = async (tx: Tx, jurisdictionId: string, since: Date): Promise<string[]> => {
  const rows = await db(tx)
    .selectFrom('litterReport')
    .select('zip')
    .where('jurisdictionId', '=', jurisdictionId)
    .where('reportedAt', '>=', since)
    .execute()
  return rows.map(({ zip }) => zip)
}

/** @returns false when somebody took it before */
export const updateTaken = async (
  tx: Tx,
  id: string,
  by: { readonly organizationId: string; readonly memberId: string },
): Promise<boolean> => {
  const changed = await db(tx)
    .updateTable('litterReport')
    .set({
      ...{ takenByOrganizationId: by.organizationId, takenByMemberId: by.memberId },
      takenAt: sql<Date>`now()`,
    })
    .where('id', '=', id)
    .where('takenAt', 'is', null)
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}

/** @returns false when it is not the actor's to close */
export const updateClosed = async (
  tx: Tx,
  id: string,
  closed: { readonly as: ClosedAs; readonly syringes: number | null },
): Promise<boolean> => {
  const changed = await db(tx)
    .updateTable('litterReport')
    .set({ closedAs: closed.as, syringes: closed.syringes, closedAt: sql<Date>`now()` })
    .where('id', '=', id)
    .where('takenAt', 'is not', null)
    .where('closedAt', 'is', null)
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}
