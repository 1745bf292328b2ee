import { sql } from 'kysely'
import type { Id } from '#kernel/ids.ts'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { Room } from './judge.ts'
import type { NetworkTables } from './network.table.ts'

/** What is new of a service: the days around now on which it is shut, and the newest word on its room. */
export type ServiceNews = {
  readonly closures: { readonly fromOn: string; readonly untilOn: string }[]
  readonly room: Room[]
}

/** Of those that have news. */
export const listNews = async (
  tx: Tx,
  ids: readonly string[],
  at: Date,
): Promise<ReadonlyMap<string, ServiceNews>> => {
  type Row = {
    serviceId: string
    closures: ServiceNews['closures'] | null
    room: (Omit<Room, 'asOf'> & { asOf: string })[] | null
  }
  const { rows } = await sql<Row>`select * from list_service_news(${ids}, ${at})`.execute(tx.connection)
  return new Map(
    rows.map(({ serviceId, closures, room }) => [
      serviceId,
      { closures: closures ?? [], room: (room ?? []).map((one) => ({ ...one, asOf: new Date(one.asOf) })) },
    ]),
  )
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
