import { fileURLToPath } from 'node:url'
import axe from 'axe-core'
import { build } from 'esbuild'
import type { Browser, Page as Tab } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openChromium } from '#tests/support/open-chromium.ts'
import type { Theme } from './components/theme-switch/theme-switch.tsx'
import { designFrame, designPage } from './design.page.tsx'
import { frameCatalog } from './examples.ts'

const widths = [360, 390, 1280]
const themes: readonly Theme[] = ['light', 'night', 'contrast']
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']
const here = {
  assets: { style: '/causeway.css', script: '/causeway.js' },
  now: new Date('2026-03-10T06:28:00Z'),
  zone: 'America/New_York',
}

let browser: Browser
let tab: Tab
let css: string

beforeAll(async () => {
  const entry = fileURLToPath(new URL('causeway.css', import.meta.url))
  const bundle = await build({ entryPoints: [entry], bundle: true, minify: true, write: false })
  css = bundle.outputFiles[0]?.text ?? ''
  browser = await openChromium()
  const context = await browser.newContext()
  tab = await context.newPage()
})

afterAll(() => browser?.close())

const show = async (html: string): Promise<void> => {
  const styled = html
    .replace('<link rel="stylesheet" href="/causeway.css"/>', `<style>${css}</style>`)
    .replace(/<script type="module"[^>]*><\/script>/, '')
  await tab.setContent(styled)
  await tab.evaluate(axe.source)
}

const resize = (width: number): Promise<void> =>
  tab.setViewportSize({ width, height: width > 600 ? 900 : 780 })

/** The rules whose verdict hangs on colors, which are all that a theme changes. */
const ofColors = ['color-contrast', 'link-in-text-block']

/** What axe found, one line each: the rule and where. Axe is put into a page once, because that costs most. */
const violations = (runOnly: axe.RunOnly = { type: 'tag', values: standards }): Promise<string[]> =>
  tab.evaluate(async (only) => {
    const { axe: inPage } = window as unknown as { axe: typeof axe }
    const { violations: found } = await inPage.run({
      runOnly: only,
      resultTypes: ['violations'],
      elementRef: false,
    })
    return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
  }, runOnly)

const sideways = (): Promise<number> =>
  tab.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

test('the check sees a planted fault', async () => {
  const small = '<a href="#a">a</a><a href="#b">b</a>'
  await show(
    `<html lang="en"><title>Fault</title><main><h1>Fault</h1><input><nav>${small}</nav></main></html>`,
  )
  expect((await violations()).map((found) => found.split(':')[0])).toEqual([
    'label',
    'target-size',
    'target-size',
  ])
})

test('every example has no violation in light, night and high contrast, at any width', async () => {
  await show(String(designPage({ ...here, theme: 'light' })))
  await tab.evaluate(() => {
    for (const closed of document.querySelectorAll('main details')) closed.setAttribute('open', '')
  })
  for (const width of widths) {
    await resize(width)
    expect(await violations(), `at ${width} px`).toEqual([])
    expect(await sideways(), `at ${width} px`).toBe(0)
  }
})

test.each(frameCatalog.flatMap(({ slug, title }) => themes.map((theme) => ({ slug, title, theme }))))(
  '$title, in $theme, has no violation at any width',
  async ({ slug, theme }) => {
    await show(String(designFrame(slug, { ...here, theme })))
    const rules = theme === 'light' ? undefined : { type: 'rule' as const, values: ofColors }
    for (const width of widths) {
      await resize(width)
      expect(await violations(rules), `at ${width} px`).toEqual([])
      expect(await sideways(), `at ${width} px`).toBe(0)
    }
  },
)

test('a page names no style of its own and runs no script of its own', () => {
  const pages = [
    designPage({ ...here, theme: 'none' }),
    ...frameCatalog.map((frame) => frame.render({ ...here, theme: 'none' })),
  ]
  for (const page of pages) {
    expect(String(page)).not.toMatch(/\sstyle=|<style|\son\w+=|<script(?![^>]*\ssrc=)/)
  }
})
