import { record } from '#audit'
import { isRefusal } from '#kernel/refusal.ts'
import { listingImports } from '#network'
import type { AsActor } from '#platform/database/as-actor.ts'
import { asImport } from './as-import.ts'
import { listChoices } from './findings.store.ts'
import { followProgress } from './follow-progress.ts'
import type { Counts, DirectoryImport } from './import.ts'
import { writerOf } from './import-actor.ts'
import { changeImport, dropParts } from './imports.store.ts'
import { type FileRefused, openFile } from './open-file.ts'
import { refuseImport } from './refuse-import.ts'

/**
 * Writes a file that was looked through into the directory, in one transaction: all of it or nothing, and nobody who
 * reads meanwhile waits. Rows that somebody took for a place which is there are joined with it.
 */
export const writeImport = async (
  asActor: AsActor,
  one: DirectoryImport,
  path: string,
  onProgress: (done: number) => void = () => {},
): Promise<Counts | FileRefused> => {
  const actor = writerOf(one)
  const opened = await openFile(one, path)
  if (isRefusal(opened)) return refuseImport(asActor, one, opened)
  const choices = await asActor(actor, (tx) => listChoices(tx, one.id))
  const same = choices.filter(({ choice }) => choice === 'same')
  const leftOut = new Set(choices.flatMap(({ choice, row }) => (choice === 'skip' ? [row] : [])))
  const progress = followProgress(asActor, actor, one.id, one.found?.usable ?? opened.total)
  try {
    const within = asImport(asActor, one.id, {
      // Another directory's listings are known by their ids, so that a name is nothing to join them by.
      first: async (tx) => {
        if (!opened.ids) await listingImports.keepAlikeKeys(tx, same)
      },
      last: async (tx, result) => {
        await progress.end()
        await finish(tx, one, result as Counts)
      },
    })
    return await opened.write(actor, within, {
      importId: one.id,
      leftOut,
      sameAs: new Set(same.map(({ row }) => row)),
      onProgress: (done) => {
        progress.tell(done)
        onProgress(done)
      },
    })
  } finally {
    await progress.end()
  }
}

const finish = async (
  tx: Parameters<typeof record>[0],
  one: DirectoryImport,
  counts: Counts,
): Promise<void> => {
  await changeImport(tx, one.id, ['importing'], {
    state: 'done',
    counts: { ...counts, skipped: one.found?.skipped ?? 0 },
    finishedAt: new Date(),
  })
  await dropParts(tx, one.id)
  await record(tx, {
    action: 'imports.write',
    outcome: 'done',
    subjectKind: 'directory-import',
    subjectIds: [one.id],
    detail: { kind: one.kind, ...counts },
    ...(one.jurisdictionId ? { jurisdictionId: one.jurisdictionId } : {}),
  })
}
