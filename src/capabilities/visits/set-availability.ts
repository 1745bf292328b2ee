import { record } from '#audit'
import type { MemberActor } from '#kernel/actor.ts'
import type { Day } from '#kernel/calendar-day.ts'
import type { Refusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { deleteOwn, selectRoster, updatePlace, upsertOwn } from './roster.store.ts'
import type { DayPart } from './roster.ts'

export type Availability = {
  readonly phone: string
  readonly hours: readonly DayPart[]
  /** The last day of a time off. */
  readonly awayUntil: Day | undefined
}

/** Puts the actor on the roster of those who can be called to a station, or says anew when they can. */
export const setAvailability = (
  asActor: AsActor,
  actor: MemberActor,
  { phone, hours, awayUntil }: Availability,
): Promise<void> =>
  asActor(actor, async (tx) => {
    const { memberId, jurisdictionId, organizationId } = actor
    await upsertOwn(tx, {
      ...{ memberId, jurisdictionId, organizationId, phone, hours: [...hours], awayUntil: awayUntil ?? null },
    })
    await noted(tx, memberId, 'visits.set-availability')
  })

export const leaveRoster = (asActor: AsActor, actor: MemberActor): Promise<void> =>
  asActor(actor, async (tx) => {
    if (await deleteOwn(tx, actor.memberId)) await noted(tx, actor.memberId, 'visits.leave-roster')
  })

/** Who of the actor's program is called first: somebody changes places with whoever stands before them. */
export const callSooner = (
  asActor: AsActor,
  actor: MemberActor,
  memberId: string,
): Promise<{ readonly moved: boolean } | Refusal<'not-found'>> =>
  asActor<{ readonly moved: boolean } | Refusal<'not-found'>>(actor, async (tx) => {
    const roster = await selectRoster(tx)
    const index = roster.findIndex((one) => one.memberId === memberId)
    const [one, before] = [roster[index], roster[index - 1]]
    if (!one) return { refused: 'not-found' }
    if (!before) return { moved: false }
    await updatePlace(tx, one.memberId, before.place)
    await updatePlace(tx, before.memberId, one.place)
    await noted(tx, memberId, 'visits.order-roster')
    return { moved: true }
  })

const noted = (tx: Parameters<typeof record>[0], memberId: string, action: `visits.${string}`) =>
  record(tx, { action, subjectKind: 'member', subjectIds: [memberId], outcome: 'done' })
