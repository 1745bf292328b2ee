import type { AsActor } from '#platform/database/as-actor.ts'
import { insertFindings } from './findings.store.ts'
import type { DirectoryImport } from './import.ts'
import { writerOf } from './import-actor.ts'
import { changeImport, dropParts } from './imports.store.ts'
import type { FileRefused } from './open-file.ts'

/** Keeps that a file was not imported, and why. Nothing of it is in the directory. */
export const refuseImport = async (
  asActor: AsActor,
  one: DirectoryImport,
  refused: FileRefused,
): Promise<FileRefused> => {
  await asActor(writerOf(one), async (tx) => {
    const isNew = await changeImport(tx, one.id, ['checking', 'importing'], {
      state: 'refused',
      trouble: refused.explanation,
      finishedAt: new Date(),
    })
    if (!isNew) return
    await insertFindings(tx, one.id, 0, refused.findings)
    await dropParts(tx, one.id)
  })
  return refused
}
