import { record } from '#audit'
import type { MemberActor, Trace } from '#kernel/actor.ts'
import { dayAt } from '#kernel/calendar-day.ts'
import { derivedId } from '#kernel/ids.ts'
import type { Refusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { type CapacityLinkRow, endLinks, findLink, insertLink } from './capacity-link.store.ts'
import { findService } from './network.store.ts'
import { type CapacityLinkWork, SEND_CAPACITY_LINK } from './network-jobs.ts'
import { intakeAddress } from './send-capacity-link.ts'
import { mayTell } from './told.store.ts'

/** A link lies in a mailbox; a month is as long as a desk should be able to forget it there. */
const LINK_DAYS = 30
const DAY_MS = 86_400_000

const validUntil = (now: Date): Date => new Date(now.getTime() + LINK_DAYS * DAY_MS)

export type AskRefusal = Refusal<'no-such-service' | 'not-public' | 'no-address'>

/**
 * Has a place mailed a link by which it says, without an account, whether it has room. The links that it had end: a new
 * one is sent when nobody knows where the last one is.
 *
 * @param asked.id made by whoever asks: sent twice, it is one link
 */
export const askForCapacity = (
  asActor: AsActor,
  actor: MemberActor,
  { id, serviceId, now }: { readonly id: string; readonly serviceId: string; readonly now: Date },
): Promise<{ asked: boolean } | AskRefusal> =>
  asActor<{ asked: boolean } | AskRefusal>(actor, async (tx) => {
    const place = (await mayTell(tx, serviceId)) ? await findService(tx, serviceId) : undefined
    if (!place) return { refused: 'no-such-service' }
    // A visitor opens the link, and is shown the listings of everybody alone.
    if (place.shownTo !== 'public') return { refused: 'not-public' }
    if (!(await intakeAddress(tx, place))) return { refused: 'no-address' }
    if (await findLink(tx, id)) return { asked: false }
    await endLinks(tx, serviceId)
    await insertLink(tx, { id, serviceId, expiresAt: validUntil(now), madeBy: actor.memberId })
    await record(tx, {
      action: 'network.capacity-link-made',
      outcome: 'done',
      subjectKind: 'service',
      subjectIds: [serviceId],
    })
    tx.enqueue<CapacityLinkWork>(SEND_CAPACITY_LINK, workFor(id, actor.jurisdictionId))
    return { asked: true }
  })

const workFor = (linkId: string, jurisdictionId: string | null): CapacityLinkWork => ({
  linkId,
  messageId: derivedId('message', linkId),
  jurisdictionId,
})

/** Ends every link of a place at once, because one came into other hands. */
export const takeBackLinks = (
  asActor: AsActor,
  actor: MemberActor,
  serviceId: string,
): Promise<{ ended: number } | Refusal<'no-such-service'>> =>
  asActor<{ ended: number } | Refusal<'no-such-service'>>(actor, async (tx) => {
    if (!(await mayTell(tx, serviceId))) return { refused: 'no-such-service' }
    const ended = await endLinks(tx, serviceId)
    if (ended.length > 0)
      await record(tx, {
        action: 'network.capacity-link-revoked',
        outcome: 'done',
        subjectKind: 'capacity-link',
        subjectIds: ended,
      })
    return { ended: ended.length }
  })

/** A place whose link has ended has a new one sent to its own address, once a day however often it is pressed. */
export const askAgain = (
  asActor: AsActor,
  { link, zone, trace, now }: { link: CapacityLinkRow; zone: string; trace: Trace | undefined; now: Date },
): Promise<void> =>
  asActor({ kind: 'visitor', claim: link.id, ...(trace ? { trace } : {}) }, async (tx) => {
    const id = derivedId('capacity-link', `${link.id} ${dayAt(now, zone)}`)
    const isNew = await insertLink(tx, {
      ...{ id, serviceId: link.serviceId, expiresAt: validUntil(now), madeBy: null },
    })
    if (!isNew) return
    await record(tx, {
      action: 'network.capacity-link-made',
      outcome: 'done',
      subjectKind: 'service',
      subjectIds: [link.serviceId],
    })
    tx.enqueue<CapacityLinkWork>(SEND_CAPACITY_LINK, workFor(id, null))
  })
