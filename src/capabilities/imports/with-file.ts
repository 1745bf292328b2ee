import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Actor } from '#kernel/actor.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { findPart } from './imports.store.ts'

/** Lays the file of an import on this machine's disk for as long as it is worked on: any machine may do the work. */
export const withFile = async <Result>(
  asActor: AsActor,
  actor: Actor,
  importId: string,
  work: (path: string) => Promise<Result>,
): Promise<Result> => {
  const folder = await mkdtemp(join(tmpdir(), 'causeway-import-'))
  try {
    const path = join(folder, 'file')
    const file = await open(path, 'w')
    try {
      for (let number = 0; ; number++) {
        const part = await asActor(actor, (tx) => findPart(tx, importId, number))
        if (!part) break
        await file.write(part)
      }
    } finally {
      await file.close()
    }
    return await work(path)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
