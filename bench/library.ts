// The library: how quickly is it searched, built and followed? Baselines: SQLite FTS5, PostgreSQL. Arguments: how many records; --index-only.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { startBuild } from '../src/capabilities/library/search/index-build.ts'
import { writeIndex } from '../src/capabilities/library/search/index-file.ts'
import { type OpenSegment, openSegment } from '../src/capabilities/library/search/match.ts'
import { searchLike, searchSegments } from '../src/capabilities/library/search/search-segments.ts'
import type { FacetName, Segment } from '../src/capabilities/library/search/segment.ts'
import { startThread } from '../src/capabilities/library/search/start-thread.ts'
import { isStopWord } from '../src/capabilities/library/search/words.ts'
import { fts5Library } from './support/fts5-library.ts'
import { libraryOverHttp } from './support/library-over-http.ts'
import {
  asIndexRecord,
  type Invented,
  idAt,
  libraryText,
  type Queries,
  queriesFrom,
} from './support/library-text.ts'
import { figures } from './support/measure.ts'
import { judge, printMachine } from './support/report.ts'

const RECORDS = Number(process.argv[2] ?? 235_000)
const VIEWER = { isMember: false, keepsLibrary: false, county: undefined }
const FOUR: readonly FacetName[] = ['year', 'type', 'audience', 'subject']
const THREAD = new URL('../library-index-thread.js', import.meta.url)

const cpuSeconds = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

const everyRecord = (each: (place: number, record: Invented) => void): void => {
  const next = libraryText()
  for (let place = 0; place < RECORDS; place++) each(place, next())
}

/** What making the text itself costs is not the index's. */
const cpuOf = (work: () => void): number => {
  const began = cpuSeconds()
  work()
  return cpuSeconds() - began
}

const bytesIn = (segment: Segment): number => {
  const arrays = [...Object.values(segment), ...segment.facets.flatMap(({ start, codes }) => [start, codes])]
  return arrays.reduce((sum, array) => sum + (ArrayBuffer.isView(array) ? array.byteLength : 0), 0)
}

const commonWords = ({ segment }: OpenSegment, most: number): string[] => {
  const { postingStart, texts } = segment
  return texts.terms
    .map((term, at) => ({ term, records: (postingStart[at + 1] as number) - (postingStart[at] as number) }))
    .filter(({ term }) => /^[a-z]{4,}$/.test(term) && !isStopWord(term))
    .sort((one, other) => other.records - one.records)
    .slice(0, most)
    .map(({ term }) => term)
}

type Times = { readonly own: number[]; readonly baseline: number[] }

/** Time of the processor: what else the machine has to do is no matter of either. Where it has nothing, it is the same. */
const timed = (into: number[], work: () => unknown): void => {
  const began = process.threadCpuUsage()
  work()
  const { user, system } = process.threadCpuUsage(began)
  into.push((user + system) / 1000)
}
const p95 = (each: number[]): number => figures({ each, allMs: 1 }).p95

const side = (
  texts: readonly string[],
  own: (text: string) => unknown,
  baseline?: (text: string) => unknown,
): Times => {
  const times: Times = { own: [], baseline: [] }
  // Once without a watch, so that neither pays for its compiler.
  for (const text of texts.slice(0, 20)) {
    own(text)
    baseline?.(text)
  }
  for (const text of texts) {
    timed(times.own, () => own(text))
    if (baseline) timed(times.baseline, () => baseline(text))
  }
  return times
}

const report = (what: string, { own, baseline }: Times, ratio: number, ms?: number): void => {
  const [ours, theirs] = [figures({ each: own, allMs: 1 }), figures({ each: baseline, allMs: 1 })]
  const show = (value: number) => `${value.toFixed(2)} ms`
  console.log(
    `${what}: p50 ${show(ours.p50)}, p95 ${show(ours.p95)}; FTS5 p50 ${show(theirs.p50)}, p95 ${show(theirs.p95)}`,
  )
  judge(`${what}, p95 to that of FTS5`, ours.p95 / theirs.p95, { atMost: ratio })
  if (ms) judge(`${what}, p95`, ours.p95, { atMost: ms }, ' ms')
}

const quote = (text: string, by: string): string =>
  text
    .split(' ')
    .map((word) => `"${word}"`)
    .join(by)

const compare = (open: OpenSegment, fts5: ReturnType<typeof fts5Library>, queries: Queries): void => {
  const ask = (text: string, typing = false) =>
    searchSegments([open], { text, viewer: VIEWER, facets: FOUR, typing })
  const strict = (text: string) => ask(text.split(' ').join(' AND '))
  report(
    'A common word with 4 facets',
    side(
      queries.common,
      (text) => ask(text),
      (text) => fts5.search(quote(text, ' ')),
    ),
    1 / 20,
    15,
  )
  report(
    'Two or three words with 4 facets',
    side(queries.together, strict, (text) => fts5.search(quote(text, ' '))),
    1 / 8,
    10,
  )
  report(
    'Any of them with 4 facets',
    side(
      queries.together,
      (text) => ask(text.split(' ').join(' OR ')),
      (text) => fts5.search(quote(text, ' OR ')),
    ),
    1 / 20,
  )
  report(
    'A beginning, as one types, with 4 facets',
    side(
      queries.prefix,
      (text) => ask(text, true),
      (text) => fts5.search(`${text}*`),
    ),
    1 / 10,
    25,
  )
  report(
    'A phrase with 4 facets',
    side(
      queries.phrase,
      (text) => ask(`"${text}"`),
      (text) => fts5.search(`"${text}"`),
    ),
    1,
  )
  const typo = side(queries.typo, (text) => ask(text))
  const like = side(
    queries.typo.map((_, at) => idAt((at * 7919) % RECORDS)),
    (id) => searchLike([open], id, VIEWER, 10),
  )
  judge('A slip of the hand, p95', p95(typo.own), { atMost: 15 }, ' ms')
  judge('More like this, p95', p95(like.own), { atMost: 15 }, ' ms')
  const hostile = [
    '('.repeat(10_000),
    'a AND '.repeat(10_000),
    '"'.repeat(9999),
    'NOT '.repeat(10_000),
    `${'x'.repeat(99_999)}*`,
    'a* '.repeat(5000),
  ]
  judge(
    'The slowest of hostile queries',
    Math.max(...side(hostile, (text) => ask(text)).own),
    { atMost: 200 },
    ' ms',
  )
}

/** How late the event loop comes while a thread searches, beside how late it comes anyway. */
const loopDelay = async (path: string, queries: Queries): Promise<{ idle: number; searching: number }> => {
  const thread = startThread(undefined, THREAD)
  await thread.ask('load', { path })
  const measure = async (work: () => Promise<unknown>) => {
    const delay = monitorEventLoopDelay({ resolution: 5 })
    const until = performance.now() + 6000
    delay.enable()
    while (performance.now() < until)
      await Promise.all([work(), new Promise((resume) => setTimeout(resume, 25))])
    delay.disable()
    return delay.percentile(99) / 1e6
  }
  const idle = await measure(async () => undefined)
  let turn = 0
  const searching = await measure(() =>
    thread.ask('search', { text: queries.common[turn++ % queries.common.length] as string, viewer: VIEWER }),
  )
  await thread.stop()
  return { idle, searching }
}

const folder = await mkdtemp(`${tmpdir()}/causeway-library-`)
try {
  await printMachine(folder)
  const textOnly = cpuOf(() => everyRecord(() => {}))
  const sample: Invented[] = []
  const build = startBuild()
  const fts5 = fts5Library(folder, RECORDS)
  let made: ReturnType<typeof build.finish> | undefined
  const own = cpuOf(() => {
    everyRecord((place, record) => {
      if (place % 100 === 0) sample.push(record)
      build.add(asIndexRecord(place, record))
    })
    made = build.finish()
  })
  const theirs = cpuOf(() => {
    everyRecord(fts5.add)
    fts5.finish()
  })
  if (!made) throw new Error('There is no index')
  const path = `${folder}/library.index`
  writeIndex(path, made.segment, { cursor: '0', meanLength: made.meanLength, records: RECORDS, madeAt: '' })
  const open = openSegment(made.segment)
  const { forward, postingRecord, texts } = made.segment
  console.log(
    `${RECORDS} records, ${forward.length} words, ${texts.surfaces.length} different, ${postingRecord.length} postings\n`,
  )
  judge('Building, CPU to that of FTS5', (own - textOnly) / (theirs - textOnly), { atMost: 1 })
  judge('Memory of the index', bytesIn(made.segment) / 2 ** 20, { atMost: 500 }, ' MB')
  const queries = queriesFrom(sample, commonWords(open, 30))
  compare(open, fts5, queries)
  fts5.close()
  const { idle, searching } = await loopDelay(path, queries)
  console.log(
    `The event loop comes late by ${idle.toFixed(1)} ms idle, ${searching.toFixed(1)} ms while searching (p99)`,
  )
  judge('Event loop, more than idle', searching - idle, { atMost: 5 }, ' ms')
  if (!process.argv.includes('--index-only')) await libraryOverHttp(RECORDS, libraryText(), queries)
} finally {
  await rm(folder, { recursive: true })
}
