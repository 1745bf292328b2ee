import { expect, test } from 'vitest'
import type { Role } from '#kernel/actor.ts'
import { usualFlags } from './organization.ts'
import { sessionCookie } from './session-cookie.ts'
import { inWords } from './sign-in-limits.ts'
import { homeOf } from './signed-in.ts'

test.each<[Role[], string]>([
  [['officer'], '/field'],
  [['trainer', 'sergeant'], '/field'],
  [['provider'], '/desk'],
  [['harm-reduction'], '/desk'],
  [['case-manager'], '/today'],
  [['manager'], '/start'],
  [['administrator', 'privacy-officer'], '/privacy'],
])('the work of %j begins at %s', (roles, home) => {
  expect(homeOf(roles)).toBe(home)
})

test('over TLS the cookie is one that no other host and no script can set or read (ASVS 3.3.1 to 3.3.4)', () => {
  expect(sessionCookie('https://causeway.example.gov')).toEqual({
    name: '__Host-causeway',
    options: { path: '/', httpOnly: true, sameSite: 'Lax', secure: true },
  })
  for (const plain of ['http://localhost:3000', undefined])
    expect(sessionCookie(plain)).toMatchObject({
      name: 'causeway',
      options: { httpOnly: true, secure: false },
    })
})

test('new police departments and prosecutors are criminal justice, new providers and case managers Part 2 (P2-001, P2-003)', () => {
  expect(usualFlags('police')).toEqual({ isCriminalJustice: true, isPart2Program: false })
  expect(usualFlags('prosecutor')).toEqual({ isCriminalJustice: true, isPart2Program: false })
  expect(usualFlags('treatment-provider')).toEqual({ isCriminalJustice: false, isPart2Program: true })
  expect(usualFlags('case-management')).toEqual({ isCriminalJustice: false, isPart2Program: true })
  expect(usualFlags('harm-reduction')).toEqual({ isCriminalJustice: false, isPart2Program: false })
})

test.each([
  [5, 'in a minute'],
  [61, 'in 2 minutes'],
  [900, 'in 15 minutes'],
])('%d seconds to wait are said as "%s"', (seconds, words) => {
  expect(inWords(seconds)).toBe(words)
})
