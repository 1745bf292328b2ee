import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { type Id, newId } from '#kernel/ids.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { asImport } from './as-import.ts'
import type { Counts, ImportKind } from './import.ts'
import { changeImport, insertImport } from './imports.store.ts'

const OPERATOR = { kind: 'operator' } as const

/**
 * Begins an import by the operator whose file a command has read already.
 *
 * @returns its id, and what makes the transaction that writes it part of it
 */
export const recordedImport = async (
  asActor: AsActor,
  kind: ImportKind,
  file: string,
): Promise<{ readonly importId: Id<'directory-import'>; readonly asActor: AsActor }> => {
  const importId = newId<'directory-import'>()
  const { size } = await stat(file)
  await asActor(OPERATOR, (tx) =>
    insertImport(tx, { id: importId, kind, fileName: basename(file), bytes: size, state: 'importing' }),
  )
  const last = (tx: Parameters<typeof changeImport>[0], counts: unknown) =>
    changeImport(tx, importId, ['importing'], {
      state: 'done',
      counts: counts as Counts,
      finishedAt: new Date(),
    })
  const within = asImport(asActor, importId, { last })
  return {
    importId,
    asActor: (actor, work, options) =>
      within(actor, work, options).catch(async (fault) => {
        const trouble = 'It stopped for a reason that the command said. Nothing was written.'
        await asActor(OPERATOR, (tx) =>
          changeImport(tx, importId, ['importing'], { state: 'refused', trouble, finishedAt: new Date() }),
        )
        throw fault
      }),
  }
}
