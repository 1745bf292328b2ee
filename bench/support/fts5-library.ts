import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Invented } from './library-text.ts'

/**
 * SQLite's full-text search over the same records, as well as it can be had: without a copy of the text, with its stemmer
 * and an index of beginnings, and what results are counted by in typed arrays beside it.
 */
export const fts5Library = (folder: string, count: number) => {
  const sqlite = new DatabaseSync(join(folder, 'library.sqlite'))
  sqlite.exec(`pragma journal_mode = off; pragma synchronous = off; pragma cache_size = -200000;
    create virtual table words using fts5(title, subjects, text, content = '', contentless_delete = 1,
      tokenize = 'porter unicode61', prefix = '2 3');
    begin`)
  const insert = sqlite.prepare('insert into words (rowid, title, subjects, text) values (?, ?, ?, ?)')
  const columns = {
    year: new Uint16Array(count),
    type: new Uint16Array(count),
    audience: new Uint16Array(count),
  }
  const codes = new Map<string, number>()
  const codeOf = (value: string): number => {
    const code = codes.get(value) ?? codes.size
    codes.set(value, code)
    return code
  }
  const subjectStart = new Uint32Array(count + 1)
  const subjects: number[] = []

  const add = (place: number, record: Invented): void => {
    insert.run(place, record.title, record.subjects.join(' '), record.text)
    columns.year[place] = codeOf(String(record.year))
    columns.type[place] = codeOf(record.type)
    columns.audience[place] = codeOf(record.audience)
    for (const subject of record.subjects) subjects.push(codeOf(subject))
    subjectStart[place + 1] = subjects.length
  }
  const finish = (): void => {
    sqlite.exec(`commit; insert into words (words) values ('optimize')`)
  }

  const best = () =>
    sqlite.prepare('select rowid from words where words match ? order by bm25(words, 2.0, 2.0, 1.0) limit 20')
  const all = () => sqlite.prepare('select group_concat(rowid) as ids from words where words match ?')
  let asked: { best: ReturnType<typeof best>; all: ReturnType<typeof all> } | undefined

  const rank = (match: string): number[] => {
    asked ??= { best: best(), all: all() }
    return asked.best.all(match).map(({ rowid }) => Number(rowid))
  }
  /** The twenty best, and for all hits four counts. */
  const search = (match: string) => {
    const top = rank(match)
    const sums = new Uint32Array(codes.size)
    const add = (code: number) => {
      sums[code] = (sums[code] ?? 0) + 1
    }
    const ids = String(asked?.all.get(match)?.ids ?? '')
    const hits = ids === '' || ids === 'null' ? [] : ids.split(',')
    for (const id of hits) {
      const place = Number(id)
      add(columns.year[place] as number)
      add(columns.type[place] as number)
      add(columns.audience[place] as number)
      for (let at = subjectStart[place] as number; at < (subjectStart[place + 1] as number); at++)
        add(subjects[at] as number)
    }
    return { top, total: hits.length, sums }
  }
  return { add, finish, rank, search, close: () => sqlite.close() }
}
