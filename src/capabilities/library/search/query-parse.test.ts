import { describe, expect, test } from 'vitest'
import { startBuild } from './index-build.ts'
import { openSegment } from './match.ts'
import { parseQuery } from './query-parse.ts'
import { searchLike, searchSegments, type Viewer } from './search-segments.ts'

const VISITOR: Viewer = { isMember: false, keepsLibrary: false, county: undefined }

const libraryOf = (titles: readonly string[]) => {
  const build = startBuild()
  titles.forEach((title, place) => {
    build.add({
      id: `00000000-0000-7000-8000-${String(place).padStart(12, '0')}`,
      fields: { title: [title] },
      facets: { visibility: ['public'], year: [String(1990 + (place % 30))] },
    })
  })
  return [openSegment(build.finish().segment)]
}

describe('a query', () => {
  test('of an open quotation mark, or a lonely operator or bracket, is taken as far as it goes, and says so', () => {
    expect(parseQuery('"harm reduction').notes).toEqual(['quote-open'])
    expect(parseQuery('police AND').notes).toEqual(['operator-left-out'])
    expect(parseQuery('police )').notes).toEqual(['bracket-left-out'])
    expect(parseQuery('x'.repeat(3000)).notes).toEqual(['cut'])
    expect(parseQuery('a b '.repeat(100)).notes).toEqual(['too-many-words'])
  })

  test('of a pasted title with brackets is words, not operators', () => {
    expect(parseQuery('Naloxone (Narcan) for police').loose).toHaveLength(3)
  })

  test('asks for a field by a word, a phrase or a bracket', () => {
    const word = (text: string) => ({ kind: 'word', word: text, field: 'title' })
    expect(parseQuery('title:police').query).toEqual(word('police'))
    expect(parseQuery('title:(police OR jail)').query).toEqual({
      kind: 'any',
      parts: [word('police'), word('jail')],
    })
    expect(parseQuery('year:2010-2015').query).toEqual({
      kind: 'facet',
      facet: 'year',
      from: '2010',
      to: '2015',
    })
  })
})

describe('a search', () => {
  const many = Array.from({ length: 30 }, (_, at) => `Police report ${at}`)

  test('wants all of two words, and says when it looked for any of them because too few have all', () => {
    const segments = libraryOf([...many, 'Police deflection', 'Deflection elsewhere'])
    const all = searchSegments(segments, { text: 'police report', viewer: VISITOR })
    expect([all.total, all.notes]).toEqual([30, []])
    const any = searchSegments(segments, { text: 'police deflection', viewer: VISITOR })
    expect([any.total, any.notes]).toEqual([32, ['any-word']])
    expect(any.ids[0]).toMatch(/30$/)
  })

  test('asks whether another word was meant, and does not put it in by itself', () => {
    const segments = libraryOf([...many, ...many.map((title) => `${title} on naloxone`)])
    const found = searchSegments(segments, { text: 'nalxoone police', viewer: VISITOR })
    expect(found.didYouMean).toBe('naloxone police')
  })

  test('takes the last word as a beginning while somebody types', () => {
    const segments = libraryOf(['Deflection at the desk', 'Police'])
    expect(searchSegments(segments, { text: 'defl', viewer: VISITOR }).total).toBe(0)
    expect(searchSegments(segments, { text: 'defl', viewer: VISITOR, typing: true }).total).toBe(1)
  })

  test('finds what is like a record, and not that record', () => {
    const segments = libraryOf([...many, 'Naloxone for officers', 'Officers carry naloxone'])
    const like = searchLike(segments, '00000000-0000-7000-8000-000000000030', VISITOR, 3)
    expect(like).toEqual(['00000000-0000-7000-8000-000000000031'])
  })

  test('of hostile text is answered as quickly as any', () => {
    const segments = libraryOf(many)
    const hostile = [
      ...[
        '('.repeat(10_000),
        'a AND '.repeat(10_000),
        '"'.repeat(9999),
        'NOT '.repeat(10_000),
        `${'x'.repeat(99_999)}*`,
      ],
      ...['a* '.repeat(5000), 'title:'.repeat(5000), 'OR '.repeat(10_000), '\u0000\ud800"*:'],
    ]
    for (const text of hostile) {
      const began = performance.now()
      searchSegments(segments, { text, viewer: VISITOR })
      expect(performance.now() - began, text.slice(0, 20)).toBeLessThan(200)
    }
  })
})
