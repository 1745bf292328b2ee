import { fileURLToPath } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import { build } from 'esbuild'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { BreakGlassPage, OpenedGlassPage } from './break-glass.page.tsx'
import type { OpenedGlass } from './get-break-glass.ts'
import { LawfulDemandPage } from './lawful-demand.page.tsx'

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']

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

let browser: Browser
let tab: Page
let css: string
beforeAll(async () => {
  const entry = fileURLToPath(new URL('../../design/causeway.css', import.meta.url))
  css = (await build({ entryPoints: [entry], bundle: true, write: false })).outputFiles[0]?.text ?? ''
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-sync',
      '--no-first-run',
    ],
  })
  tab = await (await browser.newContext({ javaScriptEnabled: true })).newPage()
})
afterAll(() => browser.close())

test.each(
  Object.entries(pages).flatMap(([name, made]) =>
    [390, 1280].map((width) => ({ name, width, html: String(made) })),
  ),
)('$name can be used by everybody at $width px', async ({ html, width }) => {
  await tab.setViewportSize({ width, height: 900 })
  await tab.setContent(html.replace('</head>', `<style>${css}</style></head>`))
  const { violations } = await new AxeBuilder({ page: tab }).withTags(STANDARDS).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html: node }) => node)])).toEqual([])
  const isWide = await tab.evaluate(
    'document.documentElement.scrollWidth > document.documentElement.clientWidth',
  )
  expect(isWide).toBe(false)
})
