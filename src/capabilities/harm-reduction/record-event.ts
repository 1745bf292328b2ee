import type { MemberActor } from '#kernel/actor.ts'
import { derivedId } from '#kernel/ids.ts'
import type { AsActor, Tx } from '#platform/database/as-actor.ts'
import { addEvent, type LedgerRefusal, type NewEvent, orRefusal } from './add-event.ts'
import { addCarrier } from './add-holder.ts'
import { askWhenLow } from './ask-restock.ts'
import { insertLot, selectEvent, selectLotByNumber } from './ledger.store.ts'
import { movementBack, movementOfCount } from './ledger.ts'
import { selectStanding } from './stock.store.ts'

/** What is printed on the box of a lot. */
export type NewLot = {
  readonly number: string
  readonly product: string
  readonly dosesPerKit: number
  /** The last day on which it may be used. */
  readonly expiresOn: string
}

type Done = { readonly id: string }

/**
 * Writes down kits that came in from outside. A lot that the county does not know yet is added with them.
 */
export const receiveKits = (
  asActor: AsActor,
  actor: MemberActor,
  { lot, ...event }: Omit<NewEvent, 'kind' | 'lotId' | 'fromHolderId'> & { readonly lot: NewLot },
): Promise<Done | LedgerRefusal> =>
  orRefusal(
    asActor(actor, async (tx) => {
      const lotId = await addLot(tx, actor, lot)
      await addEvent(tx, actor, { ...event, kind: 'receive', lotId })
      return { id: event.id }
    }),
  )

/** The lot of the county with this number and product, added when it is new. */
export const addLot = async (tx: Tx, actor: MemberActor, lot: NewLot): Promise<string> => {
  const known = await selectLotByNumber(tx, lot.number, lot.product)
  if (known) return known.id
  const id = derivedId('supply-lot', `${actor.jurisdictionId} ${lot.number} ${lot.product}`)
  await insertLot(tx, {
    ...{ ...lot, id, jurisdictionId: actor.jurisdictionId },
    ...{ organizationId: actor.organizationId, addedByMemberId: actor.memberId },
  })
  return id
}

/** To whom kits go: one of the organization's own places, or a colleague who carries them from now on. */
export type To =
  | { readonly holderId: string }
  | { readonly memberId: string; readonly isLeaveBehind: boolean }

/** Writes down kits that are given out, moved, returned, left behind, given to somebody, expired, damaged or lost. */
export const recordEvent = (
  asActor: AsActor,
  actor: MemberActor,
  { to, ...event }: Omit<NewEvent, 'toHolderId'> & { readonly to?: To | undefined },
): Promise<Done | LedgerRefusal> =>
  orRefusal(
    asActor(actor, async (tx) => {
      const toHolderId = await holderOf(tx, actor, to)
      if (to && !toHolderId) return { refused: 'not-found' as const }
      await addEvent(tx, actor, { ...event, toHolderId: toHolderId ?? null })
      if (event.fromHolderId) await askWhenLow(tx, actor, event.fromHolderId)
      return { id: event.id }
    }),
  )

const holderOf = async (tx: Tx, actor: MemberActor, to: To | undefined): Promise<string | undefined> => {
  if (!to) return undefined
  return 'holderId' in to ? to.holderId : addCarrier(tx, actor, to.memberId, to.isLeaveBehind)
}

/** Writes down how many kits of one lot were counted at one place. Only that balance changes. */
export const countKits = (
  asActor: AsActor,
  actor: MemberActor,
  input: {
    readonly id: string
    readonly holderId: string
    readonly lotId: string
    readonly counted: number
    readonly occurredAt: Date
  },
): Promise<(Done & { readonly offBy: number }) | LedgerRefusal> =>
  orRefusal(
    asActor(actor, async (tx) => {
      const { id, holderId, lotId, counted, occurredAt } = input
      const before = await selectEvent(tx, id)
      if (before) return { id, offBy: before.toHolderId ? before.kits : -before.kits }
      const inBook = await selectStanding(tx, holderId, lotId)
      const movement = movementOfCount({ holderId, lotId }, inBook, counted)
      await addEvent(tx, actor, { id, kind: 'count', ...movement, counted, occurredAt })
      await askWhenLow(tx, actor, holderId)
      return { id, offBy: counted - inBook }
    }),
  )

/** Takes an event back by another, which the ledger shows beside it. A correction itself is not taken back. */
export const correctEvent = (
  asActor: AsActor,
  actor: MemberActor,
  input: { readonly id: string; readonly eventId: string; readonly isShort: boolean; readonly at: Date },
): Promise<Done | LedgerRefusal> =>
  orRefusal(
    asActor(actor, async (tx) => {
      const original = await selectEvent(tx, input.eventId)
      if (!original) return { refused: 'not-found' as const }
      if (original.kind === 'correct' || original.kits === 0) return { refused: 'corrected' as const }
      await addEvent(tx, actor, {
        ...{ id: input.id, kind: 'correct', ...movementBack(original), correctsId: original.id },
        ...{ isShort: input.isShort, occurredAt: input.at },
      })
      return { id: input.id }
    }),
  )
