import { record } from '#audit'
import type { Actor } from '#kernel/actor.ts'
import type { Id } from '#kernel/ids.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { revokeLines } from './release.store.ts'

/** One line, all of a release, or all that a person signed, as far as the actor may stop it. */
export type Stop = (
  | { readonly lineId: Id<'release-line'>; readonly releaseId?: Id<'release'> | undefined }
  | { readonly releaseId: Id<'release'> }
  | { readonly personId: Id<'person'> }
) & {
  /** A spoken wish is enough (P2-015); that it was spoken is kept. */
  readonly how: 'written' | 'oral'
}

/**
 * Stops what a person released, from the next statement on, everywhere. One recipient's end leaves the others (LEAD-01).
 * Stopping what has already ended changes nothing. A release under 2.35 is stopped too when the person wishes it:
 * consent lets a program tell, and never makes it.
 *
 * @returns how many lines stopped by this
 */
export const stopRelease = async (
  asActor: AsActor,
  actor: Actor,
  stop: Stop,
): Promise<{ readonly stopped: number }> =>
  asActor(actor, async (tx) => {
    const { how, ...which } = stop
    const stopped = await revokeLines(tx, which, how)
    const asked = 'lineId' in which ? which.lineId : 'releaseId' in which ? which.releaseId : which.personId
    await record(tx, {
      action: 'consent.stop',
      subjectKind: stopped.length > 0 || 'lineId' in which ? 'release-line' : 'release',
      subjectIds: stopped.length > 0 ? stopped : asked ? [asked] : [],
      outcome: stopped.length > 0 ? 'done' : 'refused',
      dataClasses: ['releases'],
      detail: { how },
    })
    return { stopped: stopped.length }
  })
