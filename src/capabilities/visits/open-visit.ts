import { record } from '#audit'
import type { MemberActor } from '#kernel/actor.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import type { Asks, Came } from './visit.ts'
import { insertVisit } from './visits.store.ts'

/** Notes that somebody came to the actor's station, or phoned, and asks for help: that, and nothing of who it is. */
export const openVisit = (
  asActor: AsActor,
  actor: MemberActor,
  visit: {
    readonly id: string
    readonly came: Came
    readonly asks: Asks
    readonly openedAt?: Date | undefined
  },
): Promise<{ readonly id: string; readonly isNew: boolean }> =>
  asActor(actor, async (tx) => {
    const { id, came, asks, openedAt } = visit
    const { jurisdictionId, organizationId, memberId } = actor
    const isNew = await insertVisit(tx, {
      ...{ id, jurisdictionId, organizationId, openedByMemberId: memberId, came, asks },
      ...(openedAt ? { openedAt } : {}),
    })
    if (isNew)
      await record(tx, {
        ...{ action: 'visits.open', subjectKind: 'visit', subjectIds: [id], outcome: 'done' },
        ...{ dataClasses: ['own-submission'], detail: { came, asks } },
      })
    return { id, isNew }
  })
