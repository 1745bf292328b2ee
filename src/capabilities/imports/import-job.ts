import type { AsActor } from '#platform/database/as-actor.ts'
import type { Job } from '#platform/jobs/job.ts'
import { checkImport } from './check-import.ts'
import type { DirectoryImport } from './import.ts'
import { IMPORT_LISTINGS } from './import-actor.ts'
import { changeImport, findImport } from './imports.store.ts'
import { undoImport } from './undo-import.ts'
import { withFile } from './with-file.ts'
import { writeImport } from './write-import.ts'

export type ImportWork = { readonly importId: string }

const JOB = { kind: 'job', name: IMPORT_LISTINGS.name } as const

/** Does what an import waits for. Run twice, the second finds nothing to do. */
export const importListings = async (asActor: AsActor, { importId }: ImportWork): Promise<void> => {
  const one = await asActor(JOB, (tx) => findImport(tx, importId))
  if (!one) return
  try {
    if (one.state === 'checking')
      await withFile(asActor, JOB, importId, (path) => checkImport(asActor, one, path))
    if (one.state === 'importing')
      await withFile(asActor, JOB, importId, (path) => writeImport(asActor, one, path))
    if (one.state === 'undoing') await undoImport(asActor, one)
  } catch (fault) {
    await asActor(JOB, (tx) => changeImport(tx, importId, [one.state], stoppedAt(one)))
    throw fault
  }
}

/** Where somebody can begin again: a transaction that failed has written nothing. */
const stoppedAt = ({ state, found }: DirectoryImport) => {
  const trouble = 'It stopped for a reason that is in the server’s log. Nothing was written; try again.'
  if (state === 'undoing') return { state: 'done', trouble } as const
  return found ? ({ state: 'checked', trouble } as const) : ({ state: 'refused', trouble } as const)
}

export const importListingsJob = (asActor: AsActor): Job<ImportWork> => ({
  ...IMPORT_LISTINGS,
  run: (work) => importListings(asActor, work),
})
