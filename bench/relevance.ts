// Search: how well are results ranked? Baseline: SQLite FTS5. Argument: a folder with docs.jsonl and sets of judged queries.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { startBuild } from '../src/capabilities/library/search/index-build.ts'
import { type OpenSegment, openSegment } from '../src/capabilities/library/search/match.ts'
import { searchSegments } from '../src/capabilities/library/search/search-segments.ts'
import { isStopWord, wordsOf } from '../src/capabilities/library/search/words.ts'
import { judge } from './support/report.ts'

/**
 * The folder holds docs.jsonl (id, title, text) and for each set a folder with queries.jsonl (id, text) and qrels.tsv
 * (query, document, gain). A set may bring documents of its own. doj-known is asked of texts without their titles, of which
 * its queries are made.
 */
const [folder] = process.argv.slice(2)
if (!folder) throw new Error('Say which folder holds the collection: script/bench relevance FOLDER')

const DEPTH = 10
const VIEWER = { isMember: false, keepsLibrary: false, county: undefined }

type Document = { id: string; title?: string; text?: string }
type Judged = { text: string; gains: ReadonlyMap<string, number> }

const lines = <Line>(path: string): Line[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line))

const idOf = (place: number): string => `00000000-0000-7000-8000-${String(place).padStart(12, '0')}`

const buildIndex = (documents: readonly Document[]): OpenSegment => {
  const build = startBuild()
  documents.forEach(({ title = '', text = '' }, place) => {
    build.add({
      id: idOf(place),
      fields: { title: [title], abstract: [text] },
      facets: { visibility: ['public'] },
    })
  })
  return openSegment(build.finish().segment)
}

const buildFts5 = (documents: readonly Document[]): DatabaseSync => {
  const sqlite = new DatabaseSync(':memory:')
  sqlite.exec(`create virtual table words using fts5(title, text, tokenize = 'porter unicode61')`)
  const add = sqlite.prepare('insert into words (rowid, title, text) values (?, ?, ?)')
  sqlite.exec('begin')
  documents.forEach(({ title = '', text = '' }, place) => {
    add.run(place, title, text)
  })
  sqlite.exec('commit')
  return sqlite
}

const judgedQueries = (set: string): Judged[] => {
  const gains = new Map<string, Map<string, number>>()
  for (const line of readFileSync(join(set, 'qrels.tsv'), 'utf8').split('\n')) {
    const [query, document, gain] = line.trim().split(/\s+/)
    if (!query || !document) continue
    const of = gains.get(query) ?? new Map<string, number>()
    gains.set(query, of.set(document, Number(gain ?? 1)))
  }
  return lines<{ id: string; text: string }>(join(set, 'queries.jsonl')).flatMap(({ id, text }) => {
    const found = gains.get(String(id))
    return found ? [{ text, gains: found }] : []
  })
}

/** Järvelin and Kekäläinen, “Cumulated gain-based evaluation of IR techniques”, TOIS 2002. */
const ndcg = (ranking: readonly string[], gains: ReadonlyMap<string, number>): number => {
  const sum = (values: readonly number[]) =>
    values.slice(0, DEPTH).reduce((all, gain, place) => all + (2 ** gain - 1) / Math.log2(place + 2), 0)
  const best = sum([...gains.values()].sort((one, other) => other - one))
  return best === 0 ? 0 : sum(ranking.map((id) => gains.get(id) ?? 0)) / best
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

const measure = (name: string, documents: readonly Document[], queries: readonly Judged[]): void => {
  const segment = buildIndex(documents)
  const sqlite = buildFts5(documents)
  const ask = sqlite.prepare(
    `select rowid from words where words match ? order by bm25(words, 2.0, 1.0) limit ${DEPTH}`,
  )
  const ours = ({ text }: Judged) =>
    searchSegments([segment], { text, viewer: VIEWER, size: DEPTH, facets: [] }).ids.map(
      (id) => documents[Number(id.slice(-12))]?.id ?? '',
    )
  const theirs = ({ text }: Judged) => {
    const words = wordsOf(text).filter((word) => !isStopWord(word))
    if (words.length === 0) return []
    const found = ask.all(words.map((word) => `"${word}"`).join(' OR ')) as { rowid: number }[]
    return found.map(({ rowid }) => documents[rowid]?.id ?? '')
  }
  const score = (answer: (query: Judged) => string[]) =>
    mean(queries.map((query) => ndcg(answer(query), query.gains)))
  const [own, baseline] = [score(ours), score(theirs)]
  sqlite.close()
  console.log(
    `${name}: ${documents.length} documents, ${queries.length} queries, FTS5 ${baseline.toFixed(4)}`,
  )
  judge(`${name} nDCG@${DEPTH}`, own, {
    atLeast: name === 'doj-subject' ? Math.max(0.29, baseline) : baseline,
  })
}

const sets = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
const shared = readdirSync(folder).includes('docs.jsonl') ? lines<Document>(join(folder, 'docs.jsonl')) : []
const own = readdirSync(folder).includes('queries.jsonl') ? [{ name: '', path: folder }] : []
for (const { name, path } of [...own, ...sets.map(({ name }) => ({ name, path: join(folder, name) }))]) {
  const brings = readdirSync(path).includes('docs.jsonl') ? lines<Document>(join(path, 'docs.jsonl')) : shared
  const documents = brings.map(({ id, title = '', text = '' }) => ({
    id: String(id),
    title: name === 'doj-known' ? '' : title,
    text,
  }))
  measure(name || 'collection', documents, judgedQueries(path))
}
