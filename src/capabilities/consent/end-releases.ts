import { record } from '#audit'
import type { MemberActor } from '#kernel/actor.ts'
import type { Id } from '#kernel/ids.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { endLines } from './release.store.ts'
import type { EndingEvent } from './release-kinds.ts'

/**
 * Says that what a release was to end with has happened: from the next statement on the lines of this person that end
 * on it, and that the actor's organization obtained, open nothing. A disposition is recorded on its charge instead.
 *
 * @returns how many lines ended by this
 */
export const endReleases = (
  asActor: AsActor,
  actor: MemberActor,
  { personId, event }: { personId: Id<'person'>; event: Exclude<EndingEvent, 'none' | 'disposition'> },
): Promise<{ readonly ended: number }> =>
  asActor(actor, async (tx) => {
    const ended = await endLines(tx, personId, event)
    await record(tx, {
      action: 'consent.end',
      subjectKind: 'release-line',
      subjectIds: ended,
      outcome: 'done',
      dataClasses: ['releases'],
      detail: { event },
    })
    return { ended: ended.length }
  })
