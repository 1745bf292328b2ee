import { Worker } from 'node:worker_threads'
import { toCsl } from './csl.ts'
import type { LibraryRecord } from './record.ts'

export type Citation = { readonly style: 'APA' | 'MLA' | 'Chicago'; readonly text: string }

const STYLES = ['APA', 'MLA', 'Chicago'] as const

/** Beside this file while it is source; beside the programs once it is bundled into them. */
const PROGRAM = import.meta.url.endsWith('.ts') ? './cite-thread.ts' : './library-cite-thread.js'

/** How long the thread stays when nobody asks: what it has read of styles and languages takes 100 MB. */
const IDLE_MS = 60_000

type Asked = { readonly resolve: (texts: readonly string[]) => void; readonly reject: (fault: Error) => void }
type Thread = {
  readonly worker: Worker
  readonly waiting: Map<number, Asked>
  idle: NodeJS.Timeout | undefined
}

let thread: Thread | undefined
let number = 0

const startThread = (): Thread => {
  const worker = new Worker(new URL(PROGRAM, import.meta.url))
  const started: Thread = { worker, waiting: new Map(), idle: undefined }
  const end = (why: string) => {
    if (thread === started) thread = undefined
    clearTimeout(started.idle)
    for (const { reject } of started.waiting.values()) reject(new Error(why))
    started.waiting.clear()
  }
  worker.on('message', (answer: { number: number; texts: readonly string[] }) => {
    started.waiting.get(answer.number)?.resolve(answer.texts)
    started.waiting.delete(answer.number)
    if (started.waiting.size > 0) return
    // It keeps no program from ending.
    started.idle = setTimeout(() => void worker.terminate(), IDLE_MS).unref()
    worker.unref()
  })
  worker.on('error', (fault) => end(String(fault)))
  worker.on('exit', (code) => end(`The thread that cites ended (${code})`))
  return started
}

/**
 * A record as it stands at the end of a paper, in the three styles that readers ask for. The citation library reads for
 * seconds before its first answer, so it has a thread of its own, and no request waits for it but this one.
 */
export const cite = async (record: LibraryRecord): Promise<readonly Citation[]> => {
  thread ??= startThread()
  const { worker, waiting, idle } = thread
  clearTimeout(idle)
  worker.ref()
  number++
  const asked = number
  const texts = await new Promise<readonly string[]>((resolve, reject) => {
    waiting.set(asked, { resolve, reject })
    worker.postMessage({ number: asked, item: toCsl(record) })
  })
  return STYLES.map((style, at) => ({ style, text: texts[at] ?? '' }))
}
