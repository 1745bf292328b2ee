import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { AsActor } from '#platform/database/as-actor.ts'
import type { Log } from '#platform/logs/log.ts'
import { buildIndex, INDEXER } from './build-index.ts'
import { type Followed, followChanges } from './follow-changes.ts'
import { countRecords } from './index-source.store.ts'
import type { SearchAnswer, SearchRequest, Viewer } from './search/search-segments.ts'
import { type IndexThread, startThread } from './search/start-thread.ts'

export type LibraryIndex = {
  /** Undefined while there is no index, or it does not answer in time: the database is to be asked then. */
  readonly search: (request: SearchRequest) => Promise<SearchAnswer | undefined>
  readonly like: (id: string, viewer: Viewer, size: number) => Promise<readonly string[] | undefined>
  readonly isReady: () => boolean
  /** Resolves when everything committed before the call can be found; for tests and benches. */
  readonly caughtUp: () => Promise<void>
  readonly stop: () => Promise<void>
}

export const indexPath = (folder: string): string => join(folder, 'library.index')

const LONGEST_WAIT_MS = 3000
/** So many changed records make it worth building everything again, besides. */
const MOST_YOUNG = 5000
/** How often the number of records is compared with the database's: a backup put in place writes no changes. */
const COUNT_EVERY_MS = 600_000
const PAUSE_AFTER_FAULT_MS = 10_000

/**
 * Keeps an index of the library beside the database, from which it follows. It is read from its file, or built where that is
 * missing, broken or of another version; when its thread dies it begins again. Nothing waits for it.
 *
 * @param options.folder where the file lies; undefined: nowhere
 * @param options.pollMs how often the changes are asked for
 */
export const keepIndex = (options: {
  asActor: AsActor
  folder: string | undefined
  log: Log
  pollMs?: number
}): LibraryIndex => {
  const { asActor, folder, log, pollMs = 1000 } = options
  const path = folder === undefined ? undefined : indexPath(folder)
  let serving: IndexThread | undefined
  let followed: Followed | undefined
  let building: Promise<void> | undefined
  let builder: IndexThread | undefined
  let stopped = false
  let readAt = 0
  let countedAt = 0
  let restsUntil = 0

  const fileTime = (): number => {
    const found = path === undefined ? undefined : statSync(path, { throwIfNoEntry: false })
    return found?.mtimeMs ?? 0
  }

  const begin = (): IndexThread =>
    startThread((why) => {
      serving = undefined
      readAt = 0
      if (!stopped) log('library-index-lost', { why })
    })

  /** Also what another process has built since, `causeway library reindex` say. */
  const load = async (): Promise<void> => {
    const time = fileTime()
    if (path === undefined || time === 0 || time === readAt) return
    readAt = time
    const thread = serving ?? begin()
    try {
      const header = await thread.ask('load', { path })
      followed = { cursor: BigInt(header.cursor), taken: new Map() }
      serving = thread
      log('library-index-read', { records: header.records, madeAt: header.madeAt })
    } catch (fault) {
      log('library-index-broken', { why: String(fault) })
      if (thread !== serving) await thread.stop()
    }
  }

  /** The old index goes on answering, and following, until the new one takes its place. */
  const build = async (why: string): Promise<void> => {
    log('library-index-building', { why })
    const began = performance.now()
    builder = startThread()
    try {
      const { segment, header, included, unwritten } = await buildIndex(asActor, builder, { path })
      const thread = serving ?? begin()
      await thread.ask('adopt', { segment, header })
      followed = { cursor: BigInt(header.cursor), taken: new Map(included) }
      serving = thread
      readAt = fileTime()
      const ms = Math.round(performance.now() - began)
      log('library-index-built', { records: header.records, ms, unwritten })
    } catch (fault) {
      restsUntil = Date.now() + PAUSE_AFTER_FAULT_MS
      if (!stopped) log('library-index-fault', { why: String(fault) })
    } finally {
      await builder.stop()
      building = undefined
    }
  }

  const startBuilding = (why: string): void => {
    if (!building && Date.now() > restsUntil) building = build(why)
  }

  /** One turn: there is an index, or one is being made; what has changed comes in. */
  const turn = async (): Promise<void> => {
    if (!building) await load()
    if (!serving || !followed) return startBuilding('there is none')
    const young = await followChanges(asActor, serving, followed)
    if (young === 'anew') return startBuilding('it is far behind')
    if (young > MOST_YOUNG) return startBuilding('much has changed')
    if (building || Date.now() - countedAt < COUNT_EVERY_MS) return
    const [known, there] = await Promise.all([serving.ask('count', {}), asActor(INDEXER, countRecords)])
    // They may differ because something changed in between. The next turn takes that in, and looks again.
    if (known !== there && differs) startBuilding('the database has other records')
    differs = known !== there
    if (!differs) countedAt = Date.now()
  }
  let differs = false

  const turns = new Set<() => void>()
  let wake = () => {}
  const turning = async (): Promise<void> => {
    while (!stopped) {
      let pause = pollMs
      try {
        await turn()
        if (serving)
          for (const tell of turns) {
            turns.delete(tell)
            tell()
          }
      } catch (fault) {
        if (!stopped) log('library-index-fault', { why: String(fault) })
        pause = PAUSE_AFTER_FAULT_MS
      }
      if (stopped) return
      await new Promise<void>((resume) => {
        const timer = setTimeout(resume, pause)
        wake = () => {
          clearTimeout(timer)
          resume()
        }
      })
    }
  }
  const running = turning()

  const inTime = async <Answer>(answer: Promise<Answer>): Promise<Answer | undefined> => {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<undefined>((resolve) => {
      timer = setTimeout(() => resolve(undefined), LONGEST_WAIT_MS)
    })
    try {
      return await Promise.race([answer, late])
    } catch (fault) {
      log('library-index-fault', { why: String(fault) })
      return undefined
    } finally {
      clearTimeout(timer)
    }
  }

  return {
    search: async (request) => (serving ? inTime(serving.ask('search', request)) : undefined),
    like: async (id, viewer, size) =>
      serving ? inTime(serving.ask('like', { id, viewer, size })) : undefined,
    isReady: () => serving !== undefined,
    caughtUp: async () => {
      // The turn that is under way may have read before.
      for (let time = 0; time < 2; time++)
        await new Promise<void>((resolve) => {
          turns.add(resolve)
          wake()
        })
    },
    stop: async () => {
      stopped = true
      wake()
      await Promise.all([serving?.stop(), builder?.stop()])
      await Promise.all([running, building])
    },
  }
}
