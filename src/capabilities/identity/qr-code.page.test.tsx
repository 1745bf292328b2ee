import { expect, test } from 'vitest'
import { QrCode } from './qr-code.page.tsx'

/** Which modules are dark, by column and row, as the path draws them. */
const drawn = (html: string) => {
  const dark = new Set([...html.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => `${x} ${y}`))
  const width = Number(/viewBox="0 0 (\d+)/.exec(html)?.[1])
  return { dark, width }
}

/** The square that cameras look for, 7 modules wide: a dark ring, a light ring, a dark middle (ISO/IEC 18004, 6.3.3). */
const FINDER = Array.from({ length: 49 }, (_, index) => {
  const ring = Math.max(Math.abs((index % 7) - 3), Math.abs(Math.floor(index / 7) - 3))
  return ring !== 2
})

test('a code to scan has what cameras find it by: three squares, and four empty modules around', () => {
  const { dark, width } = drawn(String(<QrCode text="otpauth://totp/Causeway?secret=ABC" label="To scan" />))
  const far = width - 4 - 7
  for (const [left, top] of [
    [4, 4],
    [far, 4],
    [4, far],
  ] as const)
    expect(FINDER.map((_, at) => dark.has(`${left + (at % 7)} ${top + Math.floor(at / 7)}`))).toEqual(FINDER)
  const places = [...dark].flatMap((module) => module.split(' ').map(Number))
  expect([Math.min(...places), Math.max(...places)]).toEqual([4, width - 5])
})

test('it says what it is to whoever cannot see it, and another text is another code', () => {
  const [one, other] = ['first', 'second'].map((text) => String(<QrCode text={text} label="Scan me" />))
  expect(one).toContain('role="img" aria-label="Scan me"')
  expect(other).not.toBe(one)
})
