import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPageCheck, type PageCheck } from '#tests/support/page-check.ts'
import { LitterFormPage, LitterSentPage } from './litter.page.tsx'
import { PickUpsPage } from './pick-ups.page.tsx'
import type { LitterLine } from './report-litter.ts'

const frame = { assets: { style: '/causeway.css', script: '/causeway.js' } }
const now = new Date('2026-11-24T15:00:00Z')
const line = (id: string, changes: Partial<LitterLine>): LitterLine => ({
  ...{
    id,
    jurisdictionId: 'county',
    place: 'Dock Street steps',
    zip: '04609',
    amount: 'few',
    source: 'public',
  },
  ...{ reportedAt: new Date('2026-11-24T10:00:00Z'), dueAt: new Date('2026-11-26T10:00:00Z') },
  ...{ takenByOrganizationId: null, takenByMemberId: null, takenAt: null, closedAs: null, syringes: null },
  ...{ closedAt: null, takenBy: undefined, isOwn: false, ...changes },
})
const lines = [
  line('a', {}),
  line('b', { takenAt: now, takenBy: 'Tideline', isOwn: true }),
  line('c', { takenAt: now, takenBy: 'Another' }),
  line('d', { takenAt: now, takenBy: 'Tideline', closedAt: now, closedAs: 'picked-up', syringes: 7 }),
]
const counties = [
  { id: 'a', name: 'Harbor County' },
  { id: 'b', name: 'Inland County' },
]
const look = { frame, lang: 'en', isMember: false, path: '/litter' } as const
const pickUps = { frame, now, zone: 'America/New_York', said: undefined, wrongId: undefined }

const pages = {
  'the form': LitterFormPage({
    look,
    id: 'i',
    counties,
    typed: {},
    wrong: ['county', 'amount'],
    isTooMany: true,
  }),
  'the form in Spanish': LitterFormPage({
    ...{
      look: { ...look, lang: 'es' as const },
      id: 'i',
      counties: [],
      typed: {},
      wrong: [],
      isTooMany: false,
    },
  }),
  'that it was sent': LitterSentPage({ look }),
  'what to pick up': PickUpsPage({
    ...pickUps,
    lines,
    hotspots: [{ zip: '04609', reports: 3 }],
    wrongId: 'b',
  }),
  'nothing to pick up': PickUpsPage({ ...pickUps, lines: [], hotspots: [] }),
}

let check: PageCheck
beforeAll(async () => {
  check = await openPageCheck()
})
afterAll(() => check?.close())

test.each(Object.entries(pages).map(([name, made]) => ({ name, made })))(
  '$name can be used by everybody',
  async ({ made }) => {
    expect(await check.faultsOf(made, 390)).toEqual([])
  },
)
