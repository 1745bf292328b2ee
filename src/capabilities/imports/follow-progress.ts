import type { Actor } from '#kernel/actor.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { changeImport } from './imports.store.ts'

const EVERY_MS = 700

export type Follower = {
  readonly tell: (done: number) => void
  /** Waits until the last word is written, so that nothing comes after it. */
  readonly end: () => Promise<void>
}

/** Writes how far an import is for others to see, in transactions of its own: its own is not seen before it ends. */
export const followProgress = (asActor: AsActor, actor: Actor, importId: string, total: number): Follower => {
  let written = 0
  let writing: Promise<unknown> = Promise.resolve()
  let isWriting = false
  const write = (done: number) => {
    isWriting = true
    written = Date.now()
    writing = asActor(actor, (tx) =>
      changeImport(tx, importId, ['checking', 'importing', 'undoing'], { done, total }),
    )
      // How far it is, is no reason to stop.
      .catch(() => {})
      .finally(() => {
        isWriting = false
      })
  }
  write(0)
  return {
    tell: (done) => {
      if (!isWriting && Date.now() - written >= EVERY_MS) write(Math.min(done, total))
    },
    end: async () => {
      await writing
    },
  }
}
