import { expect, test } from 'vitest'
import { ExactWords } from './exact-words.tsx'

const shown = (text: string): string =>
  String(<ExactWords text={text} lang="en" />)
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')

test.each([
  'One line',
  'A heading\nIts line.\n\nAnother\n\n- a point\n- and one more',
  'Zoë <b>Ibáñez</b> & “李”\n\n\n\n  two spaces  \n',
  '\nA line at the start that is empty',
])('the words on the page are the words of the text, to the character (P2-014): %j', (text) => {
  expect(shown(text)).toBe(text)
})

test('a heading is drawn stronger, a sentence and a point are not', () => {
  const html = String(<ExactWords text={'Why\nSo that they know.\n\n- a point\n\nThis ends.'} lang="es" />)
  expect(html.match(/<strong>[^<]+/g)).toEqual(['<strong>Why'])
  expect(html).toContain('lang="es"')
})
