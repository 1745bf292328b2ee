import { parentPort } from 'node:worker_threads'
import { type IndexBuild, startBuild } from './index-build.ts'
import { readIndex, writeIndex } from './index-file.ts'
import type { IndexMessage, IndexReply } from './index-messages.ts'
import { type KeptSegments, keepSegments } from './kept-segments.ts'
import { searchLike, searchSegments } from './search-segments.ts'
import { recordCount } from './segment.ts'

// The thread that owns an index, or builds one, so that no request waits for another's search.

let kept: KeptSegments | undefined
let build: IndexBuild | undefined

const keeping = (): KeptSegments => {
  if (!kept) throw new Error('There is no index yet')
  return kept
}

const answerTo = (message: IndexMessage): unknown => {
  switch (message.name) {
    case 'load': {
      const { segment, header } = readIndex(message.asks.path)
      kept = keepSegments(segment, header.meanLength)
      return header
    }
    case 'adopt':
      kept = keepSegments(message.asks.segment, message.asks.header.meanLength)
      return undefined
    case 'apply':
      keeping().apply(message.asks.put, message.asks.gone)
      return { young: keeping().young() }
    case 'count':
      return keeping().count()
    case 'search':
      return searchSegments(keeping().open(), message.asks)
    case 'like':
      return searchLike(keeping().open(), message.asks.id, message.asks.viewer, message.asks.size)
    case 'add':
      build ??= startBuild()
      for (const record of message.asks.records) build.add(record)
      return undefined
    case 'finish': {
      const { segment, meanLength } = (build ?? startBuild()).finish()
      build = undefined
      const { path, cursor, madeAt } = message.asks
      const header = { cursor, madeAt, meanLength, records: recordCount(segment) }
      return {
        segment,
        header,
        unwritten: path === undefined ? undefined : whyUnwritten(() => writeIndex(path, segment, header)),
      }
    }
  }
}

/** An index that cannot be kept on the disk is as good until the next start. */
const whyUnwritten = (write: () => void): string | undefined => {
  try {
    write()
    return undefined
  } catch (fault) {
    return String(fault)
  }
}

parentPort?.on('message', (message: IndexMessage) => {
  let reply: IndexReply
  try {
    reply = { number: message.number, answer: answerTo(message) }
  } catch (fault) {
    reply = { number: message.number, fault: String(fault) }
  }
  parentPort?.postMessage(reply)
})
