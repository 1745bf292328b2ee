import { record } from '#audit'
import type { Trace } from '#kernel/actor.ts'
import { dayAt } from '#kernel/calendar-day.ts'
import { derivedId } from '#kernel/ids.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { type CapacityLinkRow, findLink } from './capacity-link.store.ts'
import type { Listing } from './get-service.ts'
import { findService } from './network.store.ts'
import type { CapacityLevel, Fact } from './profile.ts'
import { sayWithin } from './say-capacity.ts'
import { readCapacityToken } from './send-capacity-link.ts'
import { type Capacity, insertFactCheck, listCapacity } from './told.store.ts'

export type OpenedCapacityLink = {
  /** `gone`: taken back, or the place is not for everybody any more. */
  readonly state: 'good' | 'ended' | 'gone'
  readonly link: CapacityLinkRow
  readonly place: Listing | undefined
  readonly capacity: readonly Capacity[]
}

const holder = (linkId: string, trace: Trace | undefined) => ({
  ...{ kind: 'visitor' as const, claim: linkId },
  ...(trace ? { trace } : {}),
})

/**
 * What a place's link shows, by the database's clock: the place, and what it last said.
 * @returns undefined for a link that was not made here or was altered
 */
export const openCapacityLink = async (
  asActor: AsActor,
  key: Buffer,
  token: string,
  trace: Trace | undefined,
): Promise<OpenedCapacityLink | undefined> => {
  const id = readCapacityToken(key, token)
  if (!id) return undefined
  return asActor(holder(id, trace), async (tx) => {
    const link = await findLink(tx, id)
    if (!link) return undefined
    const place = await findService(tx, link.serviceId)
    const capacity = place ? await listCapacity(tx, [link.serviceId]) : []
    const state = link.revokedAt || !place ? 'gone' : link.hasEnded ? 'ended' : 'good'
    return { state, link, place, capacity }
  })
}

/** Writes down what a place says by its link. The database takes it from a link that works, of that place, alone. */
export const sayByLink = (
  asActor: AsActor,
  { linkId, trace }: { linkId: string; trace: Trace | undefined },
  said: {
    readonly id: string
    readonly serviceId: string
    readonly level: CapacityLevel
    readonly isOpen: boolean
    readonly open: number | null
  },
): Promise<boolean> =>
  asActor(holder(linkId, trace), (tx) => sayWithin(tx, { ...said, waitlistDays: null, channel: 'link' }))

/** What a place is asked to look over while it is there: what ends a call or a trip if it is wrong. */
export const ASKED_BY_LINK: readonly Fact[] = ['phone', 'hours', 'address']

/** The place has looked at its phone, hours and address by its link, and all of it is right; once a day. */
export const confirmByLink = (
  asActor: AsActor,
  { linkId, trace }: { linkId: string; trace: Trace | undefined },
  { serviceId, zone, now }: { readonly serviceId: string; readonly zone: string; readonly now: Date },
): Promise<void> =>
  asActor(holder(linkId, trace), async (tx) => {
    const checkedOn = dayAt(now, zone)
    for (const fact of ASKED_BY_LINK)
      await insertFactCheck(tx, {
        ...{ id: derivedId('fact-check', `${linkId} ${fact} ${checkedOn}`), serviceId, fact, holds: true },
        ...{ checkedOn, source: 'link', byMember: null },
      })
    await record(tx, {
      action: 'network.fact-checked',
      outcome: 'done',
      subjectKind: 'service',
      subjectIds: [serviceId],
      detail: { source: 'link' },
    })
  })
