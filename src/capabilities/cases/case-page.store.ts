import { sql } from 'kysely'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { EntryRow } from './cases.store.ts'
import type { CaseTables } from './cases.table.ts'
import type { TaskRow } from './tasks.store.ts'

const db = (tx: Tx) => tables<CaseTables>(tx)

/** The case itself and those that are kept under it. */
export const selectCaseIds = async (tx: Tx, caseId: string): Promise<string[]> => {
  const rows = await db(tx).selectFrom('caseFile').select('id').where('mergedIntoId', '=', caseId).execute()
  return [caseId, ...rows.map(({ id }) => id)]
}

/** One page of what happened, the newest first. */
export const selectEntries = (
  tx: Tx,
  caseIds: readonly string[],
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<EntryRow[]> =>
  db(tx)
    .selectFrom('caseEntry')
    .selectAll()
    .where('caseId', 'in', caseIds)
    .orderBy('happenedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()

/** How many things happened, and what was spent of the flexible fund, in cents. */
export const selectEntryCounts = async (
  tx: Tx,
  caseIds: readonly string[],
): Promise<{ entries: number; spentCents: number }> =>
  db(tx)
    .selectFrom('caseEntry')
    .where('caseId', 'in', caseIds)
    .select([
      sql<number>`count(*)::int`.as('entries'),
      sql<number>`coalesce(sum(amount_cents) filter (where struck_at is null), 0)::int`.as('spentCents'),
    ])
    .executeTakeFirstOrThrow()

/** Goals, what was met, and needs, of any time: what stands, wherever the page of what happened has got to. */
export const selectPlan = (tx: Tx, caseIds: readonly string[]): Promise<EntryRow[]> =>
  db(tx)
    .selectFrom('caseEntry')
    .selectAll()
    .where('caseId', 'in', caseIds)
    .where('kind', 'in', ['goal', 'goal-met', 'need'])
    .where('struckAt', 'is', null)
    .orderBy('happenedAt')
    .execute()

/** What is due in a case, the first first. */
export const selectOpenTasks = (tx: Tx, caseIds: readonly string[]): Promise<TaskRow[]> =>
  db(tx)
    .selectFrom('caseTask')
    .selectAll()
    .where('caseId', 'in', caseIds)
    .where('ended', 'is', null)
    .orderBy('dueAt')
    .orderBy('id')
    .limit(100)
    .execute()

/** @returns whether anything changed: struck before, or not of the case, it is not */
export const updateStruck = async (
  tx: Tx,
  entry: { readonly id: string; readonly caseId: string },
  by: string | undefined,
): Promise<boolean> => {
  const changed = await db(tx)
    .updateTable('caseEntry')
    .set(
      by === undefined
        ? { struckAt: null, struckByMemberId: null }
        : { struckAt: sql<Date>`now()`, struckByMemberId: by },
    )
    .where('id', '=', entry.id)
    .where('caseId', '=', entry.caseId)
    .where('struckAt', by === undefined ? 'is not' : 'is', null)
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}
