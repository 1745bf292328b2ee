import { type Insertable, type Selectable, sql } from 'kysely'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { SupplyTables } from './supplies.table.ts'

const db = (tx: Tx) => tables<SupplyTables>(tx)

export type LotRow = Selectable<SupplyTables['supplyLot']>
export type HolderRow = Selectable<SupplyTables['supplyHolder']>
export type EventRow = Selectable<SupplyTables['supplyEvent']>

/** @returns false when it was written before: sent twice, it is one */
export const insertEvent = async (
  tx: Tx,
  event: Insertable<SupplyTables['supplyEvent']>,
): Promise<boolean> => {
  const written = await db(tx)
    .insertInto('supplyEvent')
    .values(event)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirstOrThrow()
  return written.numInsertedOrUpdatedRows === 1n
}

export const insertHolder = async (
  tx: Tx,
  holder: Insertable<SupplyTables['supplyHolder']>,
): Promise<void> => {
  await db(tx)
    .insertInto('supplyHolder')
    .values(holder)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export const updateHolder = async (
  tx: Tx,
  id: string,
  change: Pick<HolderRow, 'name' | 'contact' | 'minimumKits'>,
): Promise<boolean> => {
  const changed = await db(tx).updateTable('supplyHolder').set(change).where('id', '=', id).executeTakeFirst()
  return changed.numUpdatedRows > 0n
}

/** Adds a lot unless the county knows it by its number and product. */
export const insertLot = async (tx: Tx, lot: Insertable<SupplyTables['supplyLot']>): Promise<void> => {
  await db(tx)
    .insertInto('supplyLot')
    .values(lot)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export const selectLotByNumber = (tx: Tx, number: string, product: string): Promise<LotRow | undefined> =>
  db(tx)
    .selectFrom('supplyLot')
    .selectAll()
    .where('number', '=', number)
    .where('product', '=', product)
    .executeTakeFirst()

/** @returns false when it was recalled before */
export const updateRecalled = async (tx: Tx, id: string, memberId: string): Promise<boolean> => {
  const changed = await db(tx)
    .updateTable('supplyLot')
    .set({ recalledAt: sql<Date>`now()`, recalledByMemberId: memberId })
    .where('id', '=', id)
    .where('recalledAt', 'is', null)
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}

export const selectEvent = (tx: Tx, id: string): Promise<EventRow | undefined> =>
  db(tx).selectFrom('supplyEvent').selectAll().where('id', '=', id).executeTakeFirst()

export type LedgerPage = { readonly organizationId: string; readonly limit: number; readonly offset: number }

/** Every movement of an organization, what was written down last first. */
export const selectEvents = (tx: Tx, { organizationId, limit, offset }: LedgerPage): Promise<EventRow[]> =>
  db(tx)
    .selectFrom('supplyEvent')
    .selectAll()
    .where('organizationId', '=', organizationId)
    .orderBy('recordedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()

/** What moved a balance, in the order in which it happened: the newest `limit` of it. */
export const selectEventsOf = async (
  tx: Tx,
  { holderId, lotId }: { readonly holderId: string; readonly lotId: string },
  limit: number,
): Promise<EventRow[]> => {
  const side = (column: 'fromHolderId' | 'toHolderId') =>
    db(tx)
      .selectFrom('supplyEvent')
      .selectAll()
      .where(column, '=', holderId)
      .where('lotId', '=', lotId)
      .orderBy('occurredAt', 'desc')
      .orderBy('id', 'desc')
      .limit(limit)
      .execute()
  const both = (await Promise.all([side('fromHolderId'), side('toHolderId')])).flat()
  return both
    .sort((a, b) => b.occurredAt.getTime() - a.occurredAt.getTime() || (a.id < b.id ? 1 : -1))
    .slice(0, limit)
}

/** Which of these events were taken back. */
export const selectCorrected = async (tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> => {
  if (ids.length === 0) return new Set()
  const rows = await db(tx)
    .selectFrom('supplyEvent')
    .select('correctsId')
    .where('correctsId', 'in', ids)
    .execute()
  return new Set(rows.flatMap(({ correctsId }) => correctsId ?? []))
}

/** How many kits each kind of event moved from the first of two moments until before the second. */
export const sumKinds = (tx: Tx, organizationId: string, from: Date, until: Date) =>
  db(tx)
    .selectFrom('supplyEvent as e')
    .leftJoin('supplyEvent as c', 'c.correctsId', 'e.id')
    .select((own) => [
      'e.kind',
      own.fn.sum<string>('e.kits').as('kits'),
      own.fn.countAll<string>().as('events'),
    ])
    .where('e.organizationId', '=', organizationId)
    .where('e.occurredAt', '>=', from)
    .where('e.occurredAt', '<', until)
    .where('e.kind', '<>', 'correct')
    .where('c.id', 'is', null)
    .groupBy('e.kind')
    .execute()
