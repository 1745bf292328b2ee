import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { setBit } from './bits.ts'
import { type IndexRecord, startBuild } from './index-build.ts'
import { type OpenSegment, openSegment } from './match.ts'
import { type SearchAnswer, searchSegments, type Viewer } from './search-segments.ts'
import { type FacetName, FIELDS, findRecord } from './segment.ts'
import { stemOf, wordsOf } from './words.ts'

// SQLite's full-text search, given the very same words, has to find the very same records, and GROUP BY the same numbers.

/** The same numbers in each run, so that what failed fails again. */
const numbers = (seed: number) => () => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
  return seed / 2 ** 32
}
const next = numbers(20261128)
const below = (limit: number) => Math.floor(next() * limit)
const pick = <One>(list: readonly One[]): One => list[below(list.length)] as One
/** The first of a list far more often than the last, as words are. */
const pickOften = <One>(list: readonly One[]): One => list[Math.floor(list.length * next() ** 3)] as One

const VOCABULARY =
  `police policing policy policies overdose overdoses treatment treated treats naloxone officer officers deflect
  deflected deflection community communities evaluate evaluation evaluating study studies outcome outcomes arrest arrests
  arrested recover recovery recovering harm reduction reducing peer peers navigator county counties opioid opioids
  buprenorphine methadone jail jails probation court courts diversion diverting program programs naïve café 2015 s2 don't`
    .split(/\s+/)
    .filter(Boolean)
const TYPES = ['Report', 'Journal article', 'Fact sheet']
const SUBJECTS = ['Police', 'Overdose', 'Courts', 'Harm reduction', 'Peers']
const COUNTIES = ['north', 'south']

const sentence = (length: number) =>
  Array.from({ length }, () => pickOften(VOCABULARY)).join(pick([' ', ', ', ' – ']))
const RECORDS = 600

const inventRecord = (number: number): IndexRecord => ({
  id: `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`,
  fields: {
    title: [sentence(1 + below(6))],
    author: Array.from({ length: below(3) }, () => sentence(2)),
    publisher: [sentence(2)],
    subject: Array.from({ length: below(4) }, () => sentence(1 + below(2))),
    abstract: [sentence(below(30)), sentence(below(5))],
  },
  facets: {
    year: below(10) === 0 ? [] : [String(1990 + below(30))],
    type: [pick(TYPES)],
    subject: SUBJECTS.filter(() => below(3) === 0),
    visibility: [pick(['public', 'public', 'members', 'draft'])],
    county: below(2) === 0 ? [] : [pick(COUNTIES)],
  },
})

/** A question in our words and in those of SQLite. */
type Asked = { readonly ours: string; readonly theirs: string }

const quoted = (words: readonly string[]) => `"${words.map(stemOf).join(' ')}"`

const leaf = (stemsOf: (beginning: string) => readonly string[]): Asked => {
  const field = below(4) === 0 ? pick(FIELDS.slice(0, 5)).name : undefined
  const ours = field ? `${field}:` : ''
  const theirs = field ? `{${field}} : ` : ''
  const kind = below(5)
  if (kind === 0) {
    const words = Array.from({ length: 2 + below(2) }, () => pickOften(VOCABULARY))
    return { ours: `${ours}"${words.join(' ')}"`, theirs: theirs + quoted(words.flatMap(wordsOf)) }
  }
  const word = pick(VOCABULARY)
  if (kind === 1) {
    const beginning = wordsOf(word)[0]?.slice(0, 2 + below(4)) ?? ''
    const stems = stemsOf(beginning).map((stem) => `"${stem}"`)
    return { ours: `${ours}${beginning}*`, theirs: `${theirs}(${stems.join(' OR ')})` }
  }
  return { ours: ours + word, theirs: theirs + quoted(wordsOf(word)) }
}

const question = (depth: number, stemsOf: (beginning: string) => readonly string[]): Asked => {
  const kind = depth === 0 ? 0 : below(4)
  if (kind === 0) return leaf(stemsOf)
  const [one, other] = [question(depth - 1, stemsOf), question(depth - 1, stemsOf)]
  const [ours, theirs] = [
    ['AND', 'AND'],
    ['OR', 'OR'],
    [pick(['NOT', 'AND NOT']), 'NOT'],
  ][kind - 1] as [string, string]
  return {
    ours: `(${one.ours} ${ours} ${other.ours})`,
    theirs: `(${one.theirs} ${theirs} ${other.theirs})`,
  }
}

describe('the index beside SQLite over the same words', () => {
  const sqlite = new DatabaseSync(':memory:')
  const segments: OpenSegment[] = []

  beforeAll(() => {
    sqlite.exec(`create virtual table words using fts5(${FIELDS.map(({ name }) => name)}, tokenize = 'unicode61 remove_diacritics 0');
      create table record (number integer primary key, id text, year text, type text, visibility text, county text);
      create table subject (number integer, value text);
      create table surface (word text primary key, stem text)`)
    const addWords = sqlite.prepare(
      'insert into words (rowid, title, author, publisher, subject, abstract, number) values (?, ?, ?, ?, ?, ?, ?)',
    )
    const addRecord = sqlite.prepare('insert into record values (?, ?, ?, ?, ?, ?)')
    const addSubject = sqlite.prepare('insert into subject values (?, ?)')
    const addSurface = sqlite.prepare('insert or ignore into surface values (?, ?)')
    const builds = [startBuild(), startBuild()] as const
    const replaced: string[] = []
    sqlite.exec('begin')
    for (let number = 1; number <= RECORDS; number++) {
      const record = inventRecord(number)
      // A fifth of them is in both segments: what the earlier has of these must not be found.
      const isReplaced = number % 5 === 0
      if (isReplaced) {
        builds[0].add(inventRecord(number))
        replaced.push(record.id)
      }
      builds[isReplaced || number > 400 ? 1 : 0].add(record)
      const { fields, facets } = record
      // Between two values of a field stands a word that nobody asks for, over which no phrase reaches.
      const texts = FIELDS.map(({ name }) => {
        const values = (fields[name] ?? []).map((value) => wordsOf(value))
        for (const word of values.flat()) addSurface.run(word, stemOf(word))
        return values.map((words) => words.map(stemOf).join(' ')).join(' zzbetween ')
      })
      addWords.run(number, ...texts)
      const one = (facet: FacetName) => facets[facet]?.[0] ?? null
      addRecord.run(number, record.id, one('year'), one('type'), one('visibility'), one('county'))
      for (const subject of facets.subject ?? []) addSubject.run(number, subject)
    }
    sqlite.exec('commit')
    const first = builds[0].finish()
    segments.push(openSegment(first.segment), openSegment(builds[1].finish(first.meanLength).segment))
    for (const id of replaced)
      setBit(segments[0]?.dead as Uint32Array, findRecord(first.segment, id) as number)
  })
  afterAll(() => sqlite.close())

  const stemsOf = (beginning: string): string[] =>
    sqlite
      .prepare('select distinct stem from surface where substr(word, 1, ?) = ?')
      .all(beginning.length, beginning)
      .map(({ stem }) => String(stem))

  const visibleIn = ({ isMember, keepsLibrary, county }: Viewer) =>
    `(visibility = 'public'
      or ${isMember} and visibility = 'members' and (county is null or county = '${county}')
      or ${keepsLibrary} and visibility = 'draft' and county = '${county}')`

  const VIEWERS: readonly Viewer[] = [
    { isMember: false, keepsLibrary: false, county: undefined },
    { isMember: true, keepsLibrary: false, county: 'north' },
    { isMember: true, keepsLibrary: true, county: 'south' },
  ]

  /** What SQLite finds, and how it counts: a facet that something is chosen of is counted as though nothing were. */
  const theirs = (asked: Asked, viewer: Viewer, years: string | undefined, type: string | undefined) => {
    const [from, to] = years?.split('-') ?? []
    const byYear = years ? `and year between '${from}' and '${to}'` : ''
    const byType = type ? `and type = '${type}'` : ''
    const base = `record where number in (select rowid from words where words match ?) and ${visibleIn(viewer)}`
    const list = (text: string) => sqlite.prepare(text).all(asked.theirs) as Record<string, unknown>[]
    const counts = (rows: Record<string, unknown>[]) =>
      Object.fromEntries(rows.map(({ value, count }) => [String(value), Number(count)]))
    return {
      ids: list(`select id from ${base} ${byYear} ${byType} order by id`).map(({ id }) => id),
      year: counts(
        list(
          `select year as value, count(*) as count from ${base} ${byType} and year is not null group by 1`,
        ),
      ),
      type: counts(list(`select type as value, count(*) as count from ${base} ${byYear} group by 1`)),
      subject: counts(
        list(`select value, count(*) as count from subject
              where number in (select number from ${base} ${byYear} ${byType}) group by 1`),
      ),
    }
  }

  const ours = (answer: SearchAnswer, facet: FacetName) =>
    Object.fromEntries(
      (answer.facets[facet] ?? []).filter(({ count }) => count > 0).map(({ value, count }) => [value, count]),
    )

  test('500 random questions find the same records and count the same', () => {
    let found = 0
    for (let turn = 0; turn < 500; turn++) {
      // Brackets around it make it mean what it says, without a second look for more.
      const asked = question(1 + below(3), stemsOf)
      const viewer = pick(VIEWERS)
      const years = below(3) === 0 ? `${1990 + below(15)}-${2005 + below(15)}` : undefined
      const type = below(3) === 0 ? pick(TYPES) : undefined
      const answer = searchSegments(segments, {
        text: `(${asked.ours})`,
        filters: { ...(years && { year: [years] }), ...(type && { type: [type] }) },
        viewer,
        size: RECORDS,
      })
      const expected = theirs(asked, viewer, years, type)
      const got = {
        ids: answer.ids.toSorted(),
        year: ours(answer, 'year'),
        type: ours(answer, 'type'),
        subject: ours(answer, 'subject'),
      }
      expect(got, asked.ours).toEqual(expected)
      expect(answer.total).toBe(expected.ids.length)
      found += Number(expected.ids.length > 0)
    }
    expect(found).toBeGreaterThan(300)
  })

  test('whatever is left out while ranking would not have come first', () => {
    for (let turn = 0; turn < 100; turn++) {
      const text = Array.from({ length: 1 + below(6) }, () => pick(VOCABULARY)).join(' ')
      const [viewer] = VIEWERS as [Viewer]
      const all = searchSegments(segments, { text, viewer, size: RECORDS }).ids
      const pages = [0, 7, 14].flatMap(
        (from) => searchSegments(segments, { text, viewer, from, size: 7 }).ids,
      )
      expect(pages, text).toEqual(all.slice(0, 21))
    }
  })
})
