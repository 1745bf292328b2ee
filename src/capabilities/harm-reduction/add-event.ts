import { record } from '#audit'
import type { MemberActor } from '#kernel/actor.ts'
import type { Refusal } from '#kernel/refusal.ts'
import type { Tx } from '#platform/database/as-actor.ts'
import { insertEvent } from './ledger.store.ts'
import type { EventKind, RecipientKind } from './ledger.ts'

/** A movement as somebody writes it down. */
export type NewEvent = {
  /** Made by whoever sends it: sent twice, it is one. */
  readonly id: string
  readonly kind: EventKind
  readonly lotId: string
  readonly fromHolderId?: string | null
  readonly toHolderId?: string | null
  readonly kits: number
  readonly counted?: number
  readonly recipientKind?: RecipientKind
  readonly correctsId?: string
  /** Written down although the book goes below zero by it. */
  readonly isShort?: boolean
  readonly occurredAt: Date
}

/** Adds a movement to the ledger in an open transaction; the database keeps the balances with it, or refuses it whole. */
export const addEvent = async (tx: Tx, actor: MemberActor, event: NewEvent): Promise<void> => {
  const { id, kind, lotId, kits, occurredAt, isShort = false } = event
  const isNew = await insertEvent(tx, {
    ...{ id, kind, lotId, kits, occurredAt, isShort },
    ...{ jurisdictionId: actor.jurisdictionId, organizationId: actor.organizationId },
    fromHolderId: event.fromHolderId ?? null,
    toHolderId: event.toHolderId ?? null,
    counted: event.counted ?? null,
    recipientKind: event.recipientKind ?? null,
    correctsId: event.correctsId ?? null,
    recordedByMemberId: actor.memberId,
  })
  if (!isNew) return
  await record(tx, {
    ...{ action: 'harm-reduction.record', subjectKind: 'supply-event', subjectIds: [id], outcome: 'done' },
    detail: { kind, kits, isShort },
  })
}

export type LedgerRefusal = Refusal<'not-found' | 'short' | 'leave-behind' | 'counted' | 'corrected'>

const REFUSED: Readonly<Record<string, LedgerRefusal['refused']>> = {
  supply_event_short: 'short',
  supply_event_leave_behind: 'leave-behind',
  supply_event_counted: 'counted',
  supply_event_correction: 'corrected',
  supply_event_corrects_id_key: 'corrected',
  supply_event_lot_id_fkey: 'not-found',
  supply_event_from_holder_id_fkey: 'not-found',
  supply_event_to_holder_id_fkey: 'not-found',
}

/** Runs what writes to the ledger; what the database refused by one of its rules comes back as that rule. */
export const orRefusal = async <Result>(work: Promise<Result>): Promise<Result | LedgerRefusal> => {
  try {
    return await work
  } catch (fault) {
    const refused = REFUSED[String((fault as { constraint?: unknown } | null)?.constraint)]
    if (!refused) throw fault
    return { refused }
  }
}
