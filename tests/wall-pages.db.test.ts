import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { seeded } from '#tests/support/seeded.ts'
import type { OpenedWorld } from './pages/opened-world.ts'
import type { Visit } from './pages/visit.ts'

// The same each time, since a matrix is kept of what was seen. Another seed draws another world: SEED=7.
const SEED = Number(process.env.SEED ?? 1)

// Only here the world is wider by some scenarios that are drawn. Test files share modules, so those that know the world
// are read anew before, and again for whoever comes after.
vi.resetModules()
vi.doMock('./wall/scenarios.ts', async (original) => {
  const { scenarios, scenario } = await original<typeof import('./wall/scenarios.ts')>()
  const { drawScenarios } = await import('./wall/drawn-scenarios.ts')
  return { scenarios: [...scenarios, ...drawScenarios(seeded(SEED), scenario, 6)], scenario }
})
const { scenarios } = await import('./wall/scenarios.ts')
const { LINES } = await import('./pages/lines.ts')
const { openWorld } = await import('./pages/opened-world.ts')
const { pageMatrixText } = await import('./pages/page-matrix.ts')
const { visit } = await import('./pages/visit.ts')
const { visitsTo } = await import('./pages/visits-to.ts')
vi.doUnmock('./wall/scenarios.ts')

let world: OpenedWorld
const visits: Visit[] = []

beforeAll(async () => {
  world = await openWorld({ keeps: false })
  const planned = LINES.flatMap((line) => visitsTo(world, line).map((plan) => ({ line, ...plan })))
  // A few at once: the database has a core of its own.
  for (let first = 0; first < planned.length; first += 4) {
    const together = planned.slice(first, first + 4)
    visits.push(
      ...(await Promise.all(together.map(({ line, who, scenario }) => visit(world, line, who, scenario)))),
    )
  }
}, 600_000)
afterAll(async () => {
  vi.resetModules()
  await world.close()
})

test('every route of the application has a line in tests/pages, and every line a route', () => {
  const listed = LINES.map(({ route }) => route)
  expect([...listed].sort()).toEqual([...new Set(listed)].sort())
  expect([...listed].sort()).toEqual([...world.routes].sort())
})

test(`everybody gets from each page and operation what the rules say, and learns of nobody else (seed ${SEED})`, () => {
  expect(visits.length).toBeGreaterThan(1000)
  expect(visits.flatMap(({ breaches }) => breaches)).toEqual([])
})

test('the words that were planted are found where they may be, so that their absence means something', () => {
  const told = new Set(visits.flatMap((one) => [...one.told].map(({ table }) => table)))
  const promised = new Set(LINES.flatMap(({ shows = [] }) => shows))
  expect([...promised].filter((table) => !told.has(table))).toEqual([])
})

test('a policy that lets too much through is noticed on the pages (and this test with it)', async () => {
  const { admin } = world.base
  await admin.query('alter policy referral_own on referral using (true)')
  await admin.query('alter policy referral_identity_own on referral_identity using (true)')
  const officers = world.visitors.filter(({ name }) => name === 'officer of Quay Police')
  const told: string[] = []
  for (const who of officers)
    for (const line of LINES.filter(({ route }) => route.startsWith('GET ') && route.includes('referrals')))
      for (const scenario of scenarios.slice(0, line.of ? 5 : 1))
        told.push(...(await visit(world, line, who, line.of && scenario)).breaches)
  expect(told).toContain('officer of Quay Police at GET /api/v1/referrals/:id of “waiting” gets 200, not 404')
  expect(told.join()).toMatch(
    /at GET \/desk|at GET \/api\/v1\/referrals is told of|is told of .*referral_identity/,
  )
})

test('the matrix in docs/security/wall-pages.md is what was seen (UPDATE=1 writes it anew, for review)', () => {
  const path = join(import.meta.dirname, '../docs/security/wall-pages.md')
  const seen = pageMatrixText(world, visits)
  if (process.env.UPDATE) writeFileSync(path, seen)
  if (SEED === 1) expect(readFileSync(path, 'utf8')).toBe(seen)
})
