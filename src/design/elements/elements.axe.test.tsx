import { fileURLToPath } from 'node:url'
import AxeBuilder from '@axe-core/playwright'
import { build } from 'esbuild'
import type { Child } from 'hono/jsx'
import type { Browser, BrowserContext, Page as Tab } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { openChromium } from '#tests/support/open-chromium.ts'
import { Button } from '../components/button/button.tsx'
import { Clock } from '../components/clock/clock.tsx'
import { DraftForm } from '../components/draft-form/draft-form.tsx'
import { FreshPart } from '../components/fresh-part/fresh-part.tsx'
import { NearMe } from '../components/near-me/near-me.tsx'
import { Page } from '../components/page/page.tsx'
import { TextField } from '../components/text-field/text-field.tsx'
import { minutesFrom } from '../example.ts'

const site = 'http://localhost'
const zone = 'America/New_York'
const now = new Date('2026-03-10T02:28:00-04:00')

type Posted = { path: string; body: string }

let browser: Browser
let context: BrowserContext
let tab: Tab
let script: string
/** What the page posted, and how the next posts are answered. */
let posted: Posted[]
let answer: { status: number; body?: string }

beforeAll(async () => {
  const entry = fileURLToPath(new URL('../browser.ts', import.meta.url))
  const bundle = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
  })
  script = bundle.outputFiles[0]?.text ?? ''
  browser = await openChromium()
})

afterAll(() => browser?.close())

beforeEach(async () => {
  posted = []
  answer = { status: 204 }
  context = await browser.newContext({ timezoneId: 'Europe/Paris' })
  tab = await context.newPage()
  await tab.clock.install({ time: now })
})

afterEach(() => context.close())

/** Opens a page under the policy of the real one: no inline script, no inline style. */
const open = async (content: Child): Promise<void> => {
  const html = String(
    <Page title="Try" assets={{ style: '/a.css', script: '/a.js' }}>
      <h1>Try</h1>
      {content}
    </Page>,
  )
  await context.route(`${site}/**`, async (route) => {
    const request = route.request()
    const path = new URL(request.url()).pathname
    if (request.method() === 'POST') {
      posted.push({ path, body: request.postData() ?? '' })
      return route.fulfill({ contentType: 'text/html', ...answer })
    }
    if (path === '/a.js') return route.fulfill({ contentType: 'text/javascript', body: script })
    if (path === '/a.css') return route.fulfill({ contentType: 'text/css', body: '' })
    const headers = { 'content-security-policy': "default-src 'self'" }
    return route.fulfill({ contentType: 'text/html', headers, body: html })
  })
  await tab.goto(`${site}/`)
  await tab.waitForFunction(() => customElements.get('quick-exit') !== undefined)
}

const words = (selector: string): Promise<string> =>
  tab
    .locator(selector)
    .innerText()
    .then((text) => text.replaceAll('\u00a0', ' '))

const aClock = (at: Date) => (
  <Clock startAt={minutesFrom(now, -12)} dueAt={minutesFrom(now, 18)} now={at} zone={zone} />
)

test('a clock goes on by itself, and says once that it is late', async () => {
  await open(aClock(now))
  expect(await words('[data-words]')).toBe('18 min left, by 2:46 AM.')
  await tab.clock.runFor('05:00')
  expect(await words('[data-words]')).toBe('13 min left, by 2:46 AM.')
  expect(await words('.cw-ring b')).toMatch(/^13\s*min$/)
  await tab.clock.runFor('15:00')
  expect(await words('[data-words]')).toBe('2 min late, was due 2:46 AM.')
  expect(await tab.locator('.cw-ring').getAttribute('class')).toBe('cw-ring late')
  expect(await tab.locator('handoff-clock [role=status]').allInnerTexts()).toHaveLength(1)
  const { violations } = await new AxeBuilder({ page: tab }).setLegacyMode().analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
})

test('a device whose clock is three minutes slow still shows the server’s time', async () => {
  await open(aClock(minutesFrom(now, 3)))
  expect(await words('[data-words]')).toBe('15 min left, by 2:46 AM.')
})

test('a page kept for hours is corrected by the device’s clock', async () => {
  await open(
    <Clock
      startAt={minutesFrom(now, -192)}
      dueAt={minutesFrom(now, 18)}
      now={minutesFrom(now, -180)}
      zone={zone}
    />,
  )
  expect(await words('[data-words]')).toBe('18 min left, by 2:46 AM.')
})

test('a hidden clock rests, and is right at once when it is seen again', async () => {
  await open(aClock(now))
  const see = (hidden: boolean) =>
    tab.evaluate((value) => {
      Object.defineProperty(document, 'hidden', { value, configurable: true })
      document.dispatchEvent(new Event('visibilitychange'))
    }, hidden)
  await see(true)
  await tab.clock.runFor('05:00')
  expect(await words('[data-words]')).toBe('18 min left, by 2:46 AM.')
  await see(false)
  expect(await words('[data-words]')).toBe('13 min left, by 2:46 AM.')
})

const aDraft = (
  <DraftForm action="/send" draftUrl="/draft" zone={zone}>
    <TextField name="reach" label="Phone" value="" />
    <Button>Send</Button>
  </DraftForm>
)

test('a draft saves itself after a pause, once, and says when', async () => {
  await open(aDraft)
  await tab.locator('#reach').pressSequentially('by the ramp')
  await tab.clock.runFor(700)
  expect(posted).toEqual([])
  await tab.clock.runFor(200)
  await expect.poll(() => words('[data-saved]')).toBe('Saved, 2:28 AM')
  expect(posted).toEqual([{ path: '/draft', body: 'reach=by+the+ramp' }])
  await tab.locator('#reach').dispatchEvent('change')
  await tab.clock.runFor(1000)
  expect(posted).toHaveLength(1)
})

test('a draft that could not be saved says so and is tried again with the signal', async () => {
  answer = { status: 503 }
  await open(aDraft)
  await tab.locator('#reach').fill('555-0163')
  await tab.clock.runFor(900)
  await expect.poll(() => words('[data-saved]')).toContain('Not saved yet')
  answer = { status: 204 }
  await tab.evaluate(() => dispatchEvent(new Event('online')))
  await tab.clock.runFor(900)
  await expect.poll(() => words('[data-saved]')).toBe('Saved, 2:28 AM')
})

test('pressing twice sends once, and a press that got no answer can be repeated', async () => {
  answer = { status: 204 }
  await open(aDraft)
  await tab.locator('button').dblclick()
  await expect.poll(() => posted.length).toBe(1)
  await tab.locator('button').press('Enter')
  expect(posted.map(({ path }) => path)).toEqual(['/send'])
  await tab.clock.runFor(10_000)
  await tab.locator('button').click()
  await expect.poll(() => posted.map(({ path }) => path)).toEqual(['/send', '/send'])
})

test('a part is asked for again when its field changes, by POST, and the answer is drawn', async () => {
  answer = { status: 200, body: '<p id="found">2 places near Marlow</p>' }
  await open(
    <form>
      <TextField name="where" label="Where" value="Pierpoint" />
      <TextField name="name" label="Name" value="" />
      <FreshPart id="places" url="/places" fields={['where']}>
        <p id="found">4 places near Pierpoint</p>
      </FreshPart>
    </form>,
  )
  await tab.locator('#name').fill('Jay')
  await tab.clock.runFor(400)
  expect(posted).toEqual([])
  await tab.locator('#where').fill('Marlow')
  await tab.clock.runFor(400)
  await expect.poll(() => words('#found')).toBe('2 places near Marlow')
  expect(posted).toEqual([{ path: '/places', body: 'where=Marlow&name=Jay' }])
  expect(await tab.locator('#places').getAttribute('aria-busy')).toBeNull()
})

test('the field one is typing in keeps its focus and its caret when its part is redrawn', async () => {
  const inner = String(<TextField name="where" label="Where" value="Marlow" hint="2 places" />)
  answer = { status: 200, body: inner }
  await open(
    <form>
      <FreshPart id="places" url="/places" fields={['where']}>
        <TextField name="where" label="Where" value="Marlow" hint="4 places" />
      </FreshPart>
    </form>,
  )
  await tab.locator('#where').focus()
  await tab.evaluate(() => document.querySelector<HTMLInputElement>('#where')?.setSelectionRange(2, 3))
  await tab.locator('#where').dispatchEvent('input')
  await tab.clock.runFor(400)
  await expect.poll(() => words('#where-hint')).toBe('2 places')
  const caret = await tab.evaluate(() => {
    const field = document.activeElement as HTMLInputElement
    return [field.id, field.selectionStart, field.selectionEnd]
  })
  expect(caret).toEqual(['where', 2, 3])
})

test('a sign-in page or a fault is never drawn into a part', async () => {
  answer = { status: 500, body: 'fault' }
  await open(
    <form>
      <TextField name="where" label="Where" value="" />
      <FreshPart id="places" url="/places" fields={['where']}>
        <p id="found">4 places</p>
      </FreshPart>
    </form>,
  )
  await tab.locator('#where').fill('x')
  await tab.clock.runFor(400)
  await expect.poll(() => posted.length).toBe(1)
  await expect.poll(() => tab.locator('#places').getAttribute('aria-busy')).toBeNull()
  expect(await words('#found')).toBe('4 places')
})

test('where I am is told only on request, only when allowed, and only to about 100 m', async () => {
  await context.grantPermissions(['geolocation'], { origin: site })
  await context.setGeolocation({ latitude: 42.612345, longitude: -70.665432 })
  await open(<NearMe />)
  expect(await tab.locator('[name=latitude]').inputValue()).toBe('')
  await tab.locator('near-me button').click()
  await expect.poll(() => tab.locator('[name=latitude]').inputValue()).toBe('42.612')
  expect(await tab.locator('[name=longitude]').inputValue()).toBe('-70.665')
  expect(await words('near-me [role=status]')).toBe('Using where you are now.')
})

test('without leave, where I am stays empty and the page says what to do', async () => {
  await open(<NearMe />)
  await tab.locator('near-me button').click()
  await expect.poll(() => words('near-me [role=status]')).toContain('Type a town or a ZIP code')
  expect(await tab.locator('[name=latitude]').inputValue()).toBe('')
})
