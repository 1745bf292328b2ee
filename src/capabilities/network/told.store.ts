import { type Insertable, sql } from 'kysely'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { NetworkTables } from './network.table.ts'
import type { CallResult, CapacityChannel, CapacityLevel, CheckSource, Fact } from './profile.ts'

const db = (tx: Tx) => tables<NetworkTables>(tx)

/** Adds a row that its maker named, once. @returns whether it was not there yet */
const addOnce =
  <Table extends 'capacityReport' | 'factCheck' | 'providerCall'>(table: Table) =>
  async (tx: Tx, row: Insertable<NetworkTables[Table]>): Promise<boolean> => {
    const { numInsertedOrUpdatedRows } = await db(tx)
      .insertInto(table)
      .values(row as never)
      .onConflict((conflict) => conflict.column('id' as never).doNothing())
      .executeTakeFirstOrThrow()
    return numInsertedOrUpdatedRows === 1n
  }

export const insertCapacity = addOnce('capacityReport')
export const insertFactCheck = addOnce('factCheck')
export const insertCall = addOnce('providerCall')

/** Whether the actor may write down what they hear of a service: its own people, and those who call places. */
export const mayTell = async (tx: Tx, serviceId: string): Promise<boolean> => {
  const { rows } = await sql<{ may: boolean }>`
    select actor_keeps_listing(organization_id) or actor_calls_places() as may
    from service where id = ${serviceId}`.execute(tx.connection)
  return rows[0]?.may === true
}

/** What is said of room at one level, the newest of it. */
export type Capacity = {
  readonly serviceId: string
  readonly level: CapacityLevel
  readonly open: number | null
  readonly isOpen: boolean
  readonly waitlistDays: number | null
  readonly asOf: Date
  readonly byMember: string | null
  readonly channel: CapacityChannel
}

export const listCapacity = async (tx: Tx, serviceIds: readonly string[]): Promise<Capacity[]> =>
  (
    await sql<Capacity>`
      select distinct on (service_id, level)
        service_id, level, open, is_open, waitlist_days, as_of, by_member, channel
      from capacity_report where service_id = any(${serviceIds}::uuid[])
      order by service_id, level, as_of desc, id desc`.execute(tx.connection)
  ).rows

/** That a fact was looked at, the last time. */
export type Check = {
  readonly serviceId: string
  readonly fact: Fact
  readonly holds: boolean
  readonly checkedOn: string
  readonly source: CheckSource
  readonly byMember: string | null
}

export const listChecks = async (tx: Tx, serviceIds: readonly string[]): Promise<Check[]> =>
  (
    await sql<Check>`
      select distinct on (service_id, fact)
        service_id, fact, holds, checked_on::text as checked_on, source, by_member
      from fact_check where service_id = any(${serviceIds}::uuid[])
      order by service_id, fact, checked_on desc, created_at desc`.execute(tx.connection)
  ).rows

export type Call = {
  readonly id: string
  readonly result: CallResult
  readonly calledAt: Date
  readonly byMember: string | null
  readonly organizationId: string | null
  readonly forOn: string | null
  readonly waitlistDays: number | null
}

/** The last calls to a place, the newest first. Police and courts see none: there are rates for them. */
export const listCalls = (tx: Tx, serviceId: string, limit: number): Promise<Call[]> =>
  db(tx)
    .selectFrom('providerCall')
    .select(['id', 'result', 'calledAt', 'byMember', 'organizationId', 'waitlistDays'])
    .select(sql<string | null>`for_on::text`.as('forOn'))
    .where('serviceId', '=', serviceId)
    .orderBy('calledAt', 'desc')
    .limit(limit)
    .execute()

/** Counts of whole weeks, at least five calls. */
export type CallRates = {
  readonly serviceId: string
  readonly calls: number
  readonly answered: number
  readonly accepted: number
  readonly reached: number
}

export const countCalls = async (tx: Tx, serviceIds: readonly string[]): Promise<CallRates[]> =>
  (await sql<CallRates>`select * from call_rates(${serviceIds}::uuid[])`.execute(tx.connection)).rows
