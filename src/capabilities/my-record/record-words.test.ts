import { expect, test } from 'vitest'
import { noticeWords } from './notice-words.ts'
import { recordWords } from './record-words.ts'

/** Every sentence of a tree of words, with functions asked for theirs. */
const sentences = (words: unknown, path = ''): [string, string][] => {
  if (typeof words === 'string') return [[path, words]]
  if (typeof words === 'function') return [[path, String(words('A', 'B'))]]
  return Object.entries(words as object).flatMap(([key, part]) => sentences(part, `${path}.${key}`))
}

test.each([
  ['the pages', recordWords],
  ['the notice', noticeWords],
] as const)('of %s every sentence has its Spanish, and none is left in English', (_, words) => {
  const [en, es] = [sentences(words('en')), sentences(words('es'))]
  expect(es.map(([path]) => path)).toEqual(en.map(([path]) => path))
  const same = en.filter(([, text], index) => text === es[index]?.[1])
  expect(same.map(([path]) => path)).toEqual([])
})

test('no word judges anybody', () => {
  const all = [recordWords('en'), recordWords('es'), noticeWords('en'), noticeWords('es')].flatMap((words) =>
    sentences(words),
  )
  for (const [path, text] of all)
    expect(text, path).not.toMatch(
      /addict|abuser|junkie|offender|clean\b|dirty|adicto|drogadicto|delincuente/i,
    )
})
