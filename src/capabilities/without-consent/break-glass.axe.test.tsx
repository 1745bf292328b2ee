import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { openPageCheck, type PageCheck } from '#tests/support/page-check.ts'
import { BreakGlassPage, OpenedGlassPage } from './break-glass.page.tsx'
import type { OpenedGlass } from './get-break-glass.ts'
import { LawfulDemandPage } from './lawful-demand.page.tsx'

const frame = { assets: { style: '/causeway.css', script: '/causeway.js' } }
const now = new Date('2026-11-24T15:00:00Z')
const opened = (changes: Partial<OpenedGlass> = {}): OpenedGlass => ({
  id: newId(),
  personName: 'Sam Rivers',
  emergency: 'Does not wake up',
  dataClasses: ['enrolled', 'clinical'],
  openedAt: now,
  openUntil: new Date('2026-11-25T15:00:00Z'),
  isOpen: true,
  holders: [
    { name: 'Harbor Recovery', phone: '207-555-0100' },
    { name: 'Lantern House', phone: null },
  ],
  ...changes,
})
const page = (changes: Partial<OpenedGlass> = {}) =>
  OpenedGlassPage({ frame, glass: opened(changes), now, zone: 'America/New_York' })

const pages = {
  'an emergency to write down': BreakGlassPage({ frame, id: newId(), fields: {} }),
  'an emergency, refused': BreakGlassPage({
    frame,
    id: newId(),
    fields: { personName: ['Sam Rivers'] },
    errors: { emergency: 'Write what the emergency is.', cannotAsk: 'If they can be asked, ask them.' },
  }),
  'an emergency, open': page(),
  'an emergency, nobody of that name': page({ holders: [] }),
  'an emergency, over': page({ isOpen: false, holders: [] }),
  'a subpoena or warrant': LawfulDemandPage({ frame }),
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
