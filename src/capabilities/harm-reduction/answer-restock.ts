import { record } from '#audit'
import type { MemberActor } from '#kernel/actor.ts'
import { derivedId } from '#kernel/ids.ts'
import type { Refusal } from '#kernel/refusal.ts'
import type { AsActor, Tx } from '#platform/database/as-actor.ts'
import { addEvent, type LedgerRefusal, orRefusal } from './add-event.ts'
import { addCarrier, addPartner } from './add-holder.ts'
import { askWhenLow } from './ask-restock.ts'
import { type RequestRow, selectRequest, updateAnswer, updateArrived } from './restock.store.ts'
import { selectHolders } from './stock.store.ts'

type Done = { readonly id: string }

export type Shipment = {
  readonly requestId: string
  readonly fromHolderId: string
  readonly lotId: string
  readonly kits: number
  readonly at: Date
}

/**
 * Sends the kits that a request asks for. Within one organization they are with whoever wanted them at once; another
 * organization says itself when they arrive.
 */
export const sendKits = (
  asActor: AsActor,
  actor: MemberActor,
  { requestId, fromHolderId, lotId, kits, at }: Shipment,
): Promise<Done | LedgerRefusal> =>
  orRefusal(
    asActor(actor, async (tx) => {
      const request = await selectRequest(tx, requestId)
      const from = (await selectHolders(tx, actor.organizationId)).find(({ id }) => id === fromHolderId)
      const toHolderId = request && from && (await whereTo(tx, actor, request, from.isLeaveBehind))
      if (!toHolderId || toHolderId === fromHolderId) return { refused: 'not-found' as const }
      const hasArrived = request.organizationId === actor.organizationId
      const sent = { answer: 'sent', lotId, sentKits: kits, hasArrived } as const
      if (!(await updateAnswer(tx, requestId, actor.memberId, sent))) return { refused: 'not-found' as const }
      await addEvent(tx, actor, {
        ...{
          id: derivedId('supply-event', `${requestId} sent`),
          kind: 'give',
          lotId,
          fromHolderId,
          toHolderId,
        },
        ...{ kits, occurredAt: at },
      })
      await note(tx, requestId, 'sent')
      await askWhenLow(tx, actor, fromHolderId)
      return { id: requestId }
    }),
  )

/** Within the organization where they are wanted, or with whoever asked; elsewhere with the organization that asked. */
const whereTo = (tx: Tx, actor: MemberActor, request: RequestRow, isLeaveBehind: boolean) => {
  if (request.organizationId !== actor.organizationId)
    return addPartner(tx, actor, request.organizationId, isLeaveBehind)
  if (request.holderId) return request.holderId
  return addCarrier(tx, actor, request.askedByMemberId, isLeaveBehind)
}

/** Says no to a request. */
export const declineRequest = (
  asActor: AsActor,
  actor: MemberActor,
  requestId: string,
): Promise<Done | Refusal<'not-found'>> =>
  asActor<Done | Refusal<'not-found'>>(actor, async (tx) => {
    if (!(await updateAnswer(tx, requestId, actor.memberId, { answer: 'declined' })))
      return { refused: 'not-found' }
    await note(tx, requestId, 'declined')
    return { id: requestId }
  })

/** Says that kits which another organization sent have arrived, and puts them where they were wanted. */
export const takeArrived = (
  asActor: AsActor,
  actor: MemberActor,
  input: { readonly requestId: string; readonly holderId: string; readonly at: Date },
): Promise<Done | LedgerRefusal> =>
  orRefusal(
    asActor(actor, async (tx) => {
      const request = await selectRequest(tx, input.requestId)
      if (!request?.lotId || !request.sentKits || request.organizationId !== actor.organizationId)
        return { refused: 'not-found' as const }
      if (!(await updateArrived(tx, request.id))) return { refused: 'not-found' as const }
      await addEvent(tx, actor, {
        ...{ id: derivedId('supply-event', `${request.id} arrived`), kind: 'receive', lotId: request.lotId },
        ...{ toHolderId: input.holderId, kits: request.sentKits, occurredAt: input.at },
      })
      await note(tx, request.id, 'arrived')
      return { id: request.id }
    }),
  )

const note = (tx: Tx, requestId: string, answer: string): Promise<void> =>
  record(tx, {
    ...{ action: 'harm-reduction.answer-restock', subjectKind: 'restock-request', subjectIds: [requestId] },
    ...{ outcome: 'done', detail: { answer } },
  })
