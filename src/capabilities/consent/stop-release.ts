import { record } from '#audit'
import type { Id } from '#kernel/ids.ts'
import type { Tx } from '#platform/database/as-actor.ts'
import { revokeLine } from './consent.store.ts'

/**
 * Stops one line of a release, at once. A spoken wish is enough to stop (P2-015); that it was spoken is kept.
 * Stopping what has already ended changes nothing.
 */
export const stopRelease = async (
  tx: Tx,
  lineId: Id<'release-line'>,
  how: 'written' | 'oral',
): Promise<void> => {
  const ended = await revokeLine(tx, lineId, how)
  await record(tx, {
    action: 'consent.stop',
    subjectKind: 'release-line',
    subjectIds: [lineId],
    outcome: ended > 0 ? 'done' : 'refused',
    dataClasses: ['releases'],
    detail: { how },
  })
}
