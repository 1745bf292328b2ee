import { sql } from 'kysely'
import type { Id } from '#kernel/ids.ts'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { Room } from './judge.ts'
import type { ServiceCard } from './network.store.ts'
import type { NetworkTables } from './network.table.ts'
import type { CapacityLevel } from './profile.ts'

/** The newest word on the room at a level, of those services on which there is one. */
export const listRoom = async (
  tx: Tx,
  ids: readonly string[],
  level: CapacityLevel,
): Promise<ReadonlyMap<string, Room>> => {
  type Row = Omit<Room, 'level'> & { readonly serviceId: string }
  const { rows } = await sql<Row>`select * from list_room(${ids}, ${level})`.execute(tx.connection)
  return new Map(rows.map(({ serviceId, ...said }) => [serviceId, { level, ...said }]))
}

type FoundRow = ServiceCard & { readonly room: (Omit<Room, 'asOf'> & { readonly asOf: string })[] | null }

/** Services as a list shows them, with the newest word on their room. Those that the actor may not see are not among them. */
export const listFound = async (
  tx: Tx,
  ids: readonly string[],
): Promise<(ServiceCard & { readonly room: Room[] })[]> => {
  const { rows } = await sql<FoundRow>`select * from list_found_services(${ids})`.execute(tx.connection)
  return rows.map(({ room, ...card }) => ({
    ...card,
    room: (room ?? []).map((said) => ({ ...said, asOf: new Date(said.asOf) })),
  }))
}

/** How calls to these services went, where enough were made that no single one shows. */
export type CallRates = {
  readonly serviceId: string
  readonly calls: number
  readonly answered: number
  readonly accepted: number
  readonly reached: number
}

export const listCallRates = async (tx: Tx, ids: readonly string[]): Promise<CallRates[]> =>
  (await sql<CallRates>`select * from call_rates(${ids})`.execute(tx.connection)).rows

/** Who answers while the door is shut. */
export type AfterHours = {
  readonly serviceId: string
  readonly afterHoursPhone: string | null
  readonly afterHoursWho: string | null
  readonly hotline: string | null
}

export const listAfterHours = (tx: Tx, ids: readonly string[]): Promise<AfterHours[]> =>
  tables<NetworkTables>(tx)
    .selectFrom('service')
    .select(['id as serviceId', 'afterHoursPhone', 'afterHoursWho', 'hotline'])
    .where('id', 'in', [...ids] as Id<'service'>[])
    .execute()
