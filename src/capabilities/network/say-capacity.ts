import { record } from '#audit'
import type { Actor } from '#kernel/actor.ts'
import type { Refusal } from '#kernel/refusal.ts'
import type { AsActor, Tx } from '#platform/database/as-actor.ts'
import type { CapacityChannel, CapacityLevel } from './profile.ts'
import { insertCapacity, mayTell } from './told.store.ts'

export type SaidCapacity = {
  /** Made by whoever says it: sent twice, it is said once. */
  readonly id: string
  readonly serviceId: string
  readonly level: CapacityLevel
  readonly isOpen: boolean
  /** Beds or places; null where nobody said how many. */
  readonly open: number | null
  readonly waitlistDays?: number | null
  readonly channel: Exclude<CapacityChannel, 'link'>
  /** As of when; now unless said. */
  readonly asOf?: Date | undefined
}

/** Says whether a service has room at a level of care: its own people, or whoever has just called it. As of now. */
export const sayCapacity = (
  asActor: AsActor,
  actor: Actor,
  said: SaidCapacity,
): Promise<{ said: boolean } | Refusal<'no-such-service'>> =>
  asActor<{ said: boolean } | Refusal<'no-such-service'>>(actor, async (tx) => {
    if (!(await mayTell(tx, said.serviceId))) return { refused: 'no-such-service' }
    return { said: await sayWithin(tx, said) }
  })

/** The same inside a transaction that does more. @returns whether it was not said before */
export const sayWithin = async (
  tx: Tx,
  {
    id,
    serviceId,
    level,
    isOpen,
    open,
    waitlistDays = null,
    channel,
    asOf,
  }: Omit<SaidCapacity, 'channel'> & {
    readonly channel: CapacityChannel
  },
): Promise<boolean> => {
  const byMember = tx.actor.kind === 'member' ? tx.actor.memberId : null
  const isNew = await insertCapacity(tx, {
    ...{ id, serviceId, level, isOpen, open, waitlistDays, byMember, channel },
    ...(asOf ? { asOf } : {}),
  })
  if (isNew)
    await record(tx, {
      action: 'network.capacity-said',
      outcome: 'done',
      subjectKind: 'service',
      subjectIds: [serviceId],
      detail: { level, isOpen, channel },
    })
  return isNew
}
