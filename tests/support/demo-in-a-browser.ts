import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { expect, inject } from 'vitest'
import { openFolder } from './launcher.ts'
import { openChromium } from './open-chromium.ts'
import { startDemo } from './start-demo.ts'

const root = join(import.meta.dirname, '../..')
const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']

export type Demo = {
  readonly address: string
  /** A browser of its own, on a phone or a desktop, with script or without. */
  readonly visit: (options: { script: boolean; phone: boolean }) => Promise<BrowserContext>
  readonly close: () => Promise<void>
}

/** Starts the application with a copy of the invented county, both of which built-application.ts has made, and a Chromium. */
export const openDemo = async (): Promise<Demo> => {
  const folder = await openFolder()
  // Node's own copying would give the database's files to whoever runs the tests, who may be root.
  execFileSync('cp', ['-a', `${inject('filledFolder')}/.`, folder.path])
  const demo = await startDemo(folder.path)
  const browser: Browser = await openChromium()
  return {
    address: demo.address,
    visit: ({ script, phone }) =>
      browser.newContext({
        baseURL: demo.address,
        javaScriptEnabled: script,
        viewport: phone ? { width: 390, height: 844 } : { width: 1280, height: 900 },
      }),
    close: async () => {
      await browser.close()
      await demo.stop()
      await folder.remove()
    },
  }
}

/** Signs in with one click as somebody of the invented county. */
export const signInAs = async (page: Page, role: string): Promise<void> => {
  await page.goto('/sign-in')
  await page.locator(`button[name="as"][value="${role}"]`).click()
}

/** Checks the page with axe, where script may run, and keeps a picture of it under output/journeys. */
export const look = async (page: Page, name: string): Promise<void> => {
  const folder = join(root, 'output/journeys')
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
  if (!(await runsScript(page))) return
  const { violations } = await new AxeBuilder({ page }).withTags(STANDARDS).analyze()
  expect(violations.map(({ id, nodes }) => `${name}: ${id} at ${nodes[0]?.html}`)).toEqual([])
}

const runsScript = async (page: Page): Promise<boolean> =>
  (await page
    .locator('html')
    .getAttribute('data-script')
    .catch(() => null)) !== 'off' &&
  (await page.evaluate(() => customElements.get('handoff-clock') !== undefined).catch(() => false))
