import { Worker } from 'node:worker_threads'
import type { IndexMessages, IndexReply } from './index-messages.ts'

export type IndexThread = {
  /** @throws when the thread cannot do it, or is gone */
  readonly ask: <Name extends keyof IndexMessages>(
    name: Name,
    asks: IndexMessages[Name]['asks'],
  ) => Promise<IndexMessages[Name]['answers']>
  readonly stop: () => Promise<void>
}

/** Beside this file while it is source; beside the programs once it is bundled into them. */
const PROGRAM = import.meta.url.endsWith('.ts') ? './index-thread.ts' : './library-index-thread.js'

/** @param onGone the thread has ended by itself; whatever was asked has failed */
export const startThread = (
  onGone: (why: string) => void = () => {},
  program = new URL(PROGRAM, import.meta.url),
): IndexThread => {
  const worker = new Worker(program)
  const waiting = new Map<number, { resolve: (answer: never) => void; reject: (fault: Error) => void }>()
  let number = 0
  let gone: string | undefined
  const end = (why: string) => {
    if (gone !== undefined) return
    gone = why
    for (const { reject } of waiting.values()) reject(new Error(why))
    waiting.clear()
    onGone(why)
  }
  worker.on('message', (reply: IndexReply) => {
    const asked = waiting.get(reply.number)
    waiting.delete(reply.number)
    if ('fault' in reply) asked?.reject(new Error(reply.fault))
    else asked?.resolve(reply.answer as never)
  })
  worker.on('error', (fault) => end(String(fault)))
  worker.on('exit', (code) => end(`The thread of the index ended (${code})`))
  return {
    ask: (name, asks) =>
      new Promise((resolve, reject) => {
        if (gone !== undefined) return reject(new Error(gone))
        number++
        waiting.set(number, { resolve, reject })
        worker.postMessage({ number, name, asks })
      }),
    stop: async () => {
      gone ??= 'The index was closed'
      for (const { reject } of waiting.values()) reject(new Error(gone))
      waiting.clear()
      await worker.terminate()
    },
  }
}
