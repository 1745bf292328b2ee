import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { contrastRatio } from './contrast-ratio.ts'
import { type Look, tokens, worstContrast } from './tokens.ts'

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8')
const both = new Map(
  [...css.matchAll(/(--[\w-]+): var\(--L, (#\w+)\) var\(--D, (#\w+)\)/g)].map(([, name, light, night]) => [
    name,
    { light, night },
  ]),
)
const contrastBlock = css.slice(css.indexOf('[data-theme="contrast"]'))
const high = new Map(
  [...contrastBlock.slice(0, contrastBlock.indexOf('}')).matchAll(/(--[\w-]+): (#\w+);/g)].map(
    ([, name, hex]) => [name, hex],
  ),
)

test('black on white is 21 to 1, and a colour on itself is 1 to 1', () => {
  expect(contrastRatio('#000', '#ffffff')).toBeCloseTo(21)
  expect(contrastRatio('#0b5963', '#0b5963')).toBe(1)
  expect(contrastRatio('#777', '#fff')).toBeCloseTo(4.48, 2)
})

test.each(tokens)('$name in the list is the colour in the stylesheet', (token) => {
  const said = both.get(token.name)
  expect({ light: token.light, night: token.night }).toEqual(said)
  expect(token.contrast).toBe(high.get(token.name) ?? said?.light)
})

test.each(['light', 'night', 'contrast'] satisfies Look[])(
  'every text and edge is readable in %s',
  (look) => {
    const weak = tokens.filter((token) => (worstContrast(token, look) ?? 21) < token.least)
    expect(weak.map(({ name }) => name)).toEqual([])
  },
)

test.each(['light', 'night', 'contrast'] satisfies Look[])(
  'white is readable on filled buttons in %s',
  (look) => {
    const fills = tokens.filter(({ name }) => ['--fill', '--red-fill'].includes(name))
    expect(fills).toHaveLength(2)
    for (const fill of fills) expect(contrastRatio('#fff', fill[look])).toBeGreaterThanOrEqual(4.5)
  },
)
