import { record } from '#audit'
import type { AsActor } from '#platform/database/as-actor.ts'
import { takeInHand } from './as-import.ts'
import { followProgress } from './follow-progress.ts'
import type { DirectoryImport, TakenBack } from './import.ts'
import { writerOf } from './import-actor.ts'
import {
  changeImport,
  countRows,
  forgetNames,
  forgetWhy,
  listParts,
  type Undone,
  undoSome,
} from './imports.store.ts'

const NOTHING: TakenBack = { services: 0, places: 0, organizations: 0, records: 0, restored: 0, left: 0 }

const COUNTED: Readonly<Record<string, 'services' | 'places' | 'organizations'>> = {
  service: 'services',
  site: 'places',
  provider: 'organizations',
}

/** No statement may last: a thousand services with their words are gone in a second. */
const AT_ONCE = 1000

/**
 * Takes a whole import back, in one transaction: what it added goes, what it changed is as it was before. What somebody
 * has changed since, or what something refers to (a referral, a report of room), stays, and is listed with why. Doing it
 * again looks at what was left, and does nothing more where nothing has changed.
 */
export const undoImport = async (
  asActor: AsActor,
  one: DirectoryImport,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<TakenBack> => {
  const actor = writerOf(one)
  const total = await asActor(actor, (tx) => countRows(tx, one.id))
  const progress = followProgress(asActor, actor, one.id, total)
  try {
    return await asActor(actor, async (tx) => {
      await takeInHand(tx, one.id)
      await forgetWhy(tx, one.id)
      const before = one.takenBack ?? NOTHING
      const removed = { ...before, left: 0 }
      let [done, restored] = [0, before.restored]
      for (const part of await listParts(tx, one.id)) {
        for (let after: string | null = null; ; ) {
          const some: Undone = await undoSome(tx, one.id, { part, after, most: AT_ONCE })
          if (some.lookedAt === 0) break
          removed[COUNTED[part] ?? 'records'] += some.removed
          restored += some.restored
          done += some.lookedAt
          after = some.lastId
          progress.tell(done)
          onProgress(done, total)
        }
      }
      await forgetNames(tx, one.id)
      await progress.end()
      const takenBack: TakenBack = { ...removed, restored, left: await countRows(tx, one.id) }
      await changeImport(tx, one.id, ['undoing'], { state: 'undone', takenBack, undoneAt: new Date() })
      await record(tx, {
        action: 'imports.undo',
        outcome: 'done',
        subjectKind: 'directory-import',
        subjectIds: [one.id],
        detail: { kind: one.kind, ...takenBack },
        ...(one.jurisdictionId ? { jurisdictionId: one.jurisdictionId } : {}),
      })
      return takenBack
    })
  } finally {
    await progress.end()
  }
}
