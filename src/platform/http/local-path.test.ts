import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { localPath, withReturnTo } from './local-path.ts'

const HERE = 'https://causeway.example.gov'
const ends = (path: string) => new URL(path, `${HERE}/sign-in?returnTo=x`).origin

describe('after signing in, a link to us', () => {
  it.each(['/desk', '/referrals/0192?tab=clock#now', '/', '/find?place=Pier%20Point&near=5'])(
    'comes back to %s',
    (path) => {
      expect(localPath(path)).toBe(path)
    },
  )

  it.each([
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/.//evil.example',
    '/x/..//evil.example',
    'javascript:alert(1)',
    'data:text/html,hello',
    ' /desk',
    'desk',
    '',
    undefined,
  ])('never ends at %j', (given) => {
    expect(localPath(given)).toBeUndefined()
  })

  it('never ends on another site, whatever it holds', { timeout: 60_000 }, () => {
    const nasty = fc.array(
      fc.constantFrom('/', '\\', '.', '..', '\t', '\n', '@', ':', 'evil.example', '%2f', '?', '#'),
      {
        maxLength: 8,
      },
    )
    const given = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string().map((rest) => `/${rest}`),
      nasty.map((parts) => `/${parts.join('')}`),
      fc.webUrl(),
    )
    fc.assert(
      fc.property(given, (text) => {
        const path = localPath(text)
        if (path === undefined) return
        expect(path.startsWith('/')).toBe(true)
        expect(ends(path)).toBe(HERE)
        expect(localPath(path)).toBe(path)
      }),
      { numRuns: 3000 },
    )
  })

  it('carries its path through the sign-in page unharmed', () => {
    fc.assert(
      fc.property(fc.webPath(), fc.webQueryParameters(), (path, query) => {
        const wanted = localPath(`/${path.replace(/^\/+/, '')}?${query}`)
        fc.pre(wanted !== undefined)
        const link = new URL(withReturnTo('/sign-in', wanted), HERE)
        expect(localPath(link.searchParams.get('returnTo') ?? undefined)).toBe(wanted)
      }),
    )
  })
})
