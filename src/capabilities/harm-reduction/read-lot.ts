import { record } from '#audit'
import type { MemberActor } from '#kernel/actor.ts'
import { dayAt } from '#kernel/calendar-day.ts'
import type { Refusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { namesOf } from './add-holder.ts'
import {
  type EventRow,
  type HolderRow,
  selectCorrected,
  selectEvents,
  selectEventsOf,
  updateRecalled,
} from './ledger.store.ts'
import { lotState } from './lot-state.ts'
import { selectHolders, selectLot, selectLots, selectStanding, selectStandingsOfLot } from './stock.store.ts'

/** A lot, and everybody of the actor's organization who has kits of it, with how to reach them. */
export const readLot = (asActor: AsActor, actor: MemberActor, lotId: string, now: Date, zone: string) =>
  asActor(actor, async (tx) => {
    const lot = await selectLot(tx, lotId)
    if (!lot) return undefined
    const [standings, holders] = await Promise.all([
      selectStandingsOfLot(tx, actor.organizationId, lotId),
      selectHolders(tx, actor.organizationId),
    ])
    const byId = new Map(holders.map((holder) => [holder.id, holder]))
    return {
      ...{ lot, state: lotState(lot, dayAt(now, zone)) },
      held: standings.flatMap(({ holderId, kits }) => {
        const holder = byId.get(holderId)
        return holder ? [{ holder, kits }] : []
      }),
    }
  })

/** Says for the whole county that a lot was recalled: every organization that has kits of it is told on its stock page. */
export const recallLot = (
  asActor: AsActor,
  actor: MemberActor,
  lotId: string,
): Promise<{ readonly id: string } | Refusal<'not-found'>> =>
  asActor<{ readonly id: string } | Refusal<'not-found'>>(actor, async (tx) => {
    if (!(await updateRecalled(tx, lotId, actor.memberId))) return { refused: 'not-found' }
    await record(tx, {
      ...{ action: 'harm-reduction.recall', subjectKind: 'supply-lot', subjectIds: [lotId], outcome: 'done' },
    })
    return { id: lotId }
  })

/** An event with the names that make it readable. */
export type NamedEvent = EventRow & {
  readonly from: string | undefined
  readonly to: string | undefined
  readonly by: string
  readonly isCorrected: boolean
}

const MOST_EXPLAINED = 200

/** How a balance came to be: each event with what it left, the newest first. */
export const explainBalance = (
  asActor: AsActor,
  actor: MemberActor,
  { lotId, holderId }: { readonly lotId: string; readonly holderId: string },
) =>
  asActor(actor, async (tx) => {
    const [lot, holders] = await Promise.all([selectLot(tx, lotId), selectHolders(tx, actor.organizationId)])
    const holder = holders.find(({ id }) => id === holderId)
    if (!lot || !holder) return undefined
    const kits = await selectStanding(tx, holderId, lotId)
    const events = await selectEventsOf(tx, { holderId, lotId }, MOST_EXPLAINED)
    let left = kits
    const lines = (await namedEvents(events, holders, tx)).map((event) => {
      const after = left
      const by = event.toHolderId === holderId ? event.kits : -event.kits
      left -= by
      return { event, by, after }
    })
    return { lot, holder, kits, lines, isWhole: events.length < MOST_EXPLAINED }
  })

const namedEvents = async (
  events: readonly EventRow[],
  holders: readonly HolderRow[],
  tx: Parameters<typeof namesOf>[0],
): Promise<NamedEvent[]> => {
  const [corrected, nameOf] = await Promise.all([
    selectCorrected(
      tx,
      events.map(({ id }) => id),
    ),
    namesOf(
      tx,
      events.map(({ recordedByMemberId }) => recordedByMemberId),
    ),
  ])
  const byId = new Map(holders.map((holder) => [holder.id, holder]))
  return events.map((event) => ({
    ...event,
    from: event.fromHolderId ? byId.get(event.fromHolderId)?.name : undefined,
    to: event.toHolderId ? byId.get(event.toHolderId)?.name : undefined,
    by: nameOf(event.recordedByMemberId),
    isCorrected: corrected.has(event.id),
  }))
}

/** A page of every movement, what was written down last first. */
export const readLedger = (
  asActor: AsActor,
  actor: MemberActor,
  { page, size }: { readonly page: number; readonly size: number },
) =>
  asActor(actor, async (tx) => {
    const rows = await selectEvents(tx, {
      ...{ organizationId: actor.organizationId, limit: size + 1, offset: (page - 1) * size },
    })
    const events = rows.slice(0, size)
    const [holders, lots] = await Promise.all([
      selectHolders(tx, actor.organizationId),
      selectLots(
        tx,
        events.map(({ lotId }) => lotId),
      ),
    ])
    const numberOf = new Map(lots.map(({ id, number }) => [id, number]))
    return {
      hasMore: rows.length > size,
      events: (await namedEvents(events, holders, tx)).map((event) => ({
        ...event,
        lotNumber: numberOf.get(event.lotId) ?? '',
      })),
    }
  })
