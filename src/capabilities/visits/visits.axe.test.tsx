import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPageCheck, type PageCheck } from '#tests/support/page-check.ts'
import { VisitCountsPage } from './counts.page.tsx'
import { IntakePage } from './intake.page.tsx'
import { ItemsPage } from './items.page.tsx'
import { NewVisitPage } from './new-visit.page.tsx'
import { PromisePage } from './promise.page.tsx'
import { RosterPage } from './roster.page.tsx'

const frame = { assets: { style: '/causeway.css', script: '/causeway.js' } }
const now = new Date('2026-11-24T15:00:00Z')
const zone = 'America/New_York'
const item = {
  ...{ id: 'one', jurisdictionId: 'county', organizationId: 'station', description: '6 blue tablets' },
  ...{ bagNumber: 'B-1', takenOn: '2026-11-24', takenByMemberId: 'reyes', witnessMemberId: 'okafor' },
  ...{ destroyedAt: now, destroyedByMemberId: 'reyes', secondAt: null, secondMemberId: null },
}

const pages = {
  'a visit that begins': NewVisitPage({ frame, visitId: 'one', programs: 'The program you call' }),
  'the promise on paper': PromisePage({
    frame,
    language: 'es',
    stationName: 'Pierpoint Police',
    back: '/visits/one',
  }),
  'the evidence room': ItemsPage({
    ...{ frame, now, zone, stationName: 'Pierpoint Police', items: [item], ownId: 'okafor' },
    ...{ names: new Map([['reyes', 'Officer T. Reyes']]), newer: undefined, older: '/visits/items?page=2' },
  }),
  'an intake': IntakePage({
    ...{ frame, zone, visitId: 'one', fields: { wants: ['Sleep'], needs: ['treatment'] }, savedAt: now },
    ...{ programName: 'Harbor Recovery Center', stationName: 'Pierpoint Police' },
  }),
  'the roster': RosterPage({
    ...{ frame, isOnIt: true, orders: true, joins: true, programName: 'Harbor Recovery Center' },
    own: { phone: '207-555-0141', hours: ['1-night'], away: undefined },
    list: ['Walt', 'Dana'].map((name) => ({
      memberId: name,
      name,
      isAvailable: name === 'Walt',
      isOwn: false,
    })),
    errors: { phone: 'Write a number that a station can call.' },
  }),
  counts: VisitCountsPage({
    ...{ frame, over: 'Harbor Recovery Center', quarter: undefined },
    table: {
      ...{ visits: 23, urgent: undefined, families: 0, met: 12, people: 12, returns: 0 },
      ...{ offered: 12, entered: 12, retained: undefined },
    },
  }),
}

let check: PageCheck
beforeAll(async () => {
  check = await openPageCheck()
})
afterAll(() => check?.close())

test.each(
  Object.entries(pages).flatMap(([name, made]) => [390, 1280].map((width) => ({ name, width, made }))),
)('$name can be used by everybody at $width px', async ({ made, width }) => {
  expect(await check.faultsOf(made, width)).toEqual([])
})
