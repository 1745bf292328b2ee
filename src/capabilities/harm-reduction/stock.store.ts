import { type Selectable, sql } from 'kysely'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { HolderRow, LotRow } from './ledger.store.ts'
import type { SupplyTables } from './supplies.table.ts'

const db = (tx: Tx) => tables<SupplyTables>(tx)

/** How many kits of a lot a holder has. */
export type Standing = { readonly holderId: string; readonly lotId: string; readonly kits: number }

export const selectHolders = (tx: Tx, organizationId: string): Promise<HolderRow[]> =>
  db(tx)
    .selectFrom('supplyHolder')
    .selectAll()
    .where('organizationId', '=', organizationId)
    .orderBy(sql`array_position('{site,vehicle,kiosk,member,partner}'::text[], kind)`)
    .orderBy('name')
    .orderBy('isLeaveBehind')
    .execute()

/** Every balance of an organization that is not nil. */
export const selectStandings = (tx: Tx, organizationId: string): Promise<Standing[]> =>
  db(tx)
    .selectFrom('supplyBalance')
    .select(['holderId', 'lotId', 'kits'])
    .where('organizationId', '=', organizationId)
    .where('kits', '<>', 0)
    .execute()

/** Who of an organization has kits of a lot. */
export const selectStandingsOfLot = (tx: Tx, organizationId: string, lotId: string): Promise<Standing[]> =>
  db(tx)
    .selectFrom('supplyBalance')
    .select(['holderId', 'lotId', 'kits'])
    .where('organizationId', '=', organizationId)
    .where('lotId', '=', lotId)
    .where('kits', '<>', 0)
    .orderBy('kits', 'desc')
    .execute()

export const selectStanding = async (tx: Tx, holderId: string, lotId: string): Promise<number> => {
  const row = await db(tx)
    .selectFrom('supplyBalance')
    .select('kits')
    .where('holderId', '=', holderId)
    .where('lotId', '=', lotId)
    .executeTakeFirst()
  return row?.kits ?? 0
}

/** Lots by id, what expires first first. */
export const selectLots = async (tx: Tx, ids: readonly string[]): Promise<LotRow[]> =>
  ids.length === 0
    ? []
    : db(tx)
        .selectFrom('supplyLot')
        .selectAll()
        .where('id', 'in', [...new Set(ids)])
        .orderBy('expiresOn')
        .orderBy('number')
        .execute()

export const selectLot = (tx: Tx, id: string): Promise<LotRow | undefined> =>
  db(tx).selectFrom('supplyLot').selectAll().where('id', '=', id).executeTakeFirst()

/** The products that the county has met, for a list to choose from. */
export const selectProducts = async (tx: Tx): Promise<string[]> => {
  const rows = await db(tx)
    .selectFrom('supplyLot')
    .select('product')
    .distinct()
    .orderBy('product')
    .limit(30)
    .execute()
  return rows.map(({ product }) => product)
}

export type LiaisonRow = Selectable<SupplyTables['naloxoneLiaison']>

/** Who looks after an organization's kits, the newest first: that one does now. */
export const selectLiaisons = (tx: Tx, organizationId: string, limit: number): Promise<LiaisonRow[]> =>
  db(tx)
    .selectFrom('naloxoneLiaison')
    .selectAll()
    .where('organizationId', '=', organizationId)
    .orderBy('namedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()

export const insertLiaison = async (tx: Tx, liaison: Omit<LiaisonRow, 'namedAt'>): Promise<void> => {
  await db(tx)
    .insertInto('naloxoneLiaison')
    .values(liaison)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
}

/** What expires within 90 days and lies with somebody, by organization, with how many kits. */
export const selectExpiring = (tx: Tx, today: string) =>
  db(tx)
    .selectFrom('supplyBalance as b')
    .innerJoin('supplyLot as l', 'l.id', 'b.lotId')
    .select((own) => [
      'b.organizationId',
      'b.jurisdictionId',
      'b.lotId',
      'l.expiresOn',
      own.fn.sum<string>('b.kits').as('kits'),
    ])
    .where('b.kits', '>', 0)
    .where('l.expiresOn', '>=', today)
    .where(sql<boolean>`l.expires_on <= ${today}::date + 90`)
    .groupBy(['b.organizationId', 'b.jurisdictionId', 'b.lotId', 'l.expiresOn'])
    .execute()

/** @returns false when the organization was told before */
export const insertExpiryAlert = async (
  tx: Tx,
  alert: { organizationId: string; lotId: string; days: 90 | 30; jurisdictionId: string },
): Promise<boolean> => {
  const written = await db(tx)
    .insertInto('expiryAlert')
    .values(alert)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return written.numInsertedOrUpdatedRows === 1n
}
