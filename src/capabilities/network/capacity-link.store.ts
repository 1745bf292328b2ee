import { sql } from 'kysely'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { NetworkTables } from './network.table.ts'

const db = (tx: Tx) => tables<NetworkTables>(tx)

export type CapacityLinkRow = {
  readonly id: string
  readonly serviceId: string
  readonly madeAt: Date
  readonly expiresAt: Date
  readonly madeBy: string | null
  readonly revokedAt: Date | null
  /** By the database's clock. */
  readonly hasEnded: boolean
}

const links = (tx: Tx) =>
  db(tx)
    .selectFrom('capacityLink')
    .select(['id', 'serviceId', 'madeAt', 'expiresAt', 'madeBy', 'revokedAt'])
    .select(sql<boolean>`expires_at <= now()`.as('hasEnded'))

export const findLink = (tx: Tx, id: string): Promise<CapacityLinkRow | undefined> =>
  links(tx).where('id', '=', id).executeTakeFirst()

/** The links of a service that work, the newest first. */
export const listLinks = (tx: Tx, serviceId: string): Promise<CapacityLinkRow[]> =>
  links(tx)
    .where('serviceId', '=', serviceId)
    .where('revokedAt', 'is', null)
    .where('expiresAt', '>', sql<Date>`now()`)
    .orderBy('madeAt', 'desc')
    .execute()

/** @returns whether there was no such link yet */
export const insertLink = async (
  tx: Tx,
  row: {
    readonly id: string
    readonly serviceId: string
    readonly expiresAt: Date
    readonly madeBy: string | null
  },
): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await db(tx)
    .insertInto('capacityLink')
    .values(row)
    // Without naming the column: named, the new row would have to be seen by its maker, who holds the one before.
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** Ends every link of a service that works. @returns their ids */
export const endLinks = async (tx: Tx, serviceId: string): Promise<string[]> =>
  (
    await db(tx)
      .updateTable('capacityLink')
      .set({ revokedAt: sql<Date>`now()` })
      .where('serviceId', '=', serviceId)
      .where('revokedAt', 'is', null)
      .where('expiresAt', '>', sql<Date>`now()`)
      .returning('id')
      .execute()
  ).map(({ id }) => id)
