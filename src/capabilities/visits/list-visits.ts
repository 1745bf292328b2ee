import { record } from '#audit'
import type { MemberActor } from '#kernel/actor.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { type PersonRow, selectCareSteps, selectPeople } from './care.store.ts'
import { type Care, careOf } from './care.ts'
import type { Visit } from './get-visit.ts'
import { standingOf } from './visit.ts'
import { selectCalls, selectVisits } from './visits.store.ts'

const DAYS_BACK_MS = 400 * 86_400_000
const MOST = 500

/** Visits that the actor's station noted, or to which angels of their program were called, the newest first. */
export const listVisits = (asActor: AsActor, actor: MemberActor, now: Date, limit = MOST): Promise<Visit[]> =>
  asActor(actor, async (tx) => {
    const noted = await selectVisits(tx, { since: new Date(now.getTime() - DAYS_BACK_MS), limit })
    const calls = Map.groupBy(
      await selectCalls(
        tx,
        noted.map(({ id }) => id),
      ),
      ({ visitId }) => visitId,
    )
    return noted.flatMap((one) => {
      const own = calls.get(one.id) ?? []
      const side = one.organizationId === actor.organizationId ? 'station' : 'program'
      if (side === 'program' && own.length === 0) return []
      return [{ noted: one, calls: own, side, standing: standingOf(one, own, now) } as const]
    })
  })

/** Whether a station still has something to do: nobody is lost from its list before. */
export const isOpen = ({ standing: { at } }: Visit): boolean => at !== 'ended' && at !== 'together'

export type Followed = { readonly person: PersonRow; readonly care: Care }

/** Whom the actor follows since they came, with how it stands; the look is recorded first. */
export const listFollowed = (asActor: AsActor, actor: MemberActor, now: Date): Promise<Followed[]> =>
  asActor(actor, async (tx) => {
    const people = await selectPeople(tx, MOST)
    const ids = people.map(({ visitId }) => visitId)
    if (ids.length > 0)
      await record(tx, {
        ...{ action: 'visits.list', subjectKind: 'visit', subjectIds: ids, outcome: 'seen' },
        dataClasses: ['identity', 'placement'],
      })
    const steps = Map.groupBy(await selectCareSteps(tx, ids), ({ visitId }) => visitId)
    return people.map((person) => ({
      person,
      care: careOf(person.beganAt, steps.get(person.visitId) ?? [], now),
    }))
  })
