import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Actor } from '#kernel/actor.ts'
import { listingImports } from '#network'
import type { AsActor } from '#platform/database/as-actor.ts'
import { findPart } from './imports.store.ts'

export type Beginning = {
  readonly columns: readonly string[]
  readonly samples: readonly (readonly string[])[]
}

const SAMPLES = 50

/** The columns of a table and its first rows, by which it can be guessed what each column is. */
export const readBeginning = async (bytes: Buffer): Promise<Beginning> => {
  const folder = await mkdtemp(join(tmpdir(), 'causeway-import-'))
  const lines: (readonly string[])[] = []
  try {
    const path = join(folder, 'beginning')
    await writeFile(path, bytes)
    for await (const { cells } of listingImports.table.read(path)) if (lines.push(cells) > SAMPLES) break
  } catch (fault) {
    // What was cut off in the middle of a row is no mistake of whoever brought it.
    if (lines.length < 2) throw fault
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  const [columns = [], ...samples] = lines
  return { columns, samples }
}

/** The same of an import whose file is kept. */
export const beginningOf = async (
  asActor: AsActor,
  actor: Actor,
  importId: string,
): Promise<Beginning | undefined> => {
  const part = await asActor(actor, (tx) => findPart(tx, importId, 0))
  return part && readBeginning(part)
}
