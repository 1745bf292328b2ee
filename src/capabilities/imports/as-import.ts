import { setTimeout as pause } from 'node:timers/promises'
import type { AsActor, Tx } from '#platform/database/as-actor.ts'
import { beginImport } from './imports.store.ts'

/** Imports go one after the other; a national list with everything takes about a minute. */
const PATIENCE_MS = 15 * 60_000

/**
 * Makes transactions part of an import: whatever they write into the directory is noted, so that it can be taken back.
 * Waits while another import writes.
 *
 * @param finally what has to be written in the same transaction when the work is done
 */
export const asImport =
  (
    asActor: AsActor,
    importId: string,
    { first = async () => {}, last = async () => {} }: ImportSteps = {},
  ): AsActor =>
  (actor, work, options) =>
    asActor(
      actor,
      async (tx) => {
        await takeInHand(tx, importId)
        await first(tx)
        const result = await work(tx)
        await last(tx, result)
        return result
      },
      options,
    )

export type ImportSteps = {
  readonly first?: (tx: Tx) => Promise<unknown>
  /** Told what the work gave. */
  readonly last?: (tx: Tx, result: unknown) => Promise<unknown>
}

/** @throws when other imports write for longer than anybody would wait */
export const takeInHand = async (tx: Tx, importId: string): Promise<void> => {
  const giveUpAt = Date.now() + PATIENCE_MS
  while (!(await beginImport(tx, importId))) {
    if (Date.now() > giveUpAt) throw new Error('Another import has been writing for a quarter of an hour.')
    await pause(1000)
  }
}
