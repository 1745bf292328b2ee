import { fileURLToPath } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import { build } from 'esbuild'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { EnrolCodePage } from './enrol-code.page.tsx'
import { codeAddress, newCodeSecret } from './one-time-code.ts'
import { FormWaitsPage, NoFormPage } from './resume.page.tsx'
import { SecondFactorPage } from './second-factor.page.tsx'
import { SessionEndedPage, SignedInPage } from './session-ended.page.tsx'
import { SignInPage } from './sign-in.page.tsx'
import type { SignedIn } from './signed-in.ts'
import { StepUpPage } from './step-up.page.tsx'
import { WrongRolePage } from './wrong-role.page.tsx'

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']

const secret = newCodeSecret()
const officer: SignedIn = {
  actor: {
    kind: 'member',
    memberId: newId(),
    organizationId: newId(),
    jurisdictionId: newId(),
    roles: ['officer'],
    trace: { requestId: newId(), source: '192.0.2.7' },
  },
  name: 'Officer T. Reyes',
  title: 'Night shift',
  organizationName: 'Pierpoint Police',
  organizationKind: 'police',
  isCriminalJustice: true,
  isPart2Program: false,
  jurisdictionName: 'Harbor County',
  timeZone: 'America/New_York',
  sessionStartedAt: new Date('2026-11-24T02:00:00Z'),
  secondFactorAt: new Date('2026-11-24T02:00:00Z'),
  sessionEndsAt: new Date('2026-11-24T14:00:00Z'),
}

const frame = { assets: { style: '/causeway.css', script: '/causeway.js' } }
const pages = {
  'sign in, refused': SignInPage({
    frame,
    whomToBe: [],
    email: 't.reyes@pierpoint.example',
    errors: { password: 'The address and the password do not belong to an account that is open.' },
  }),
  'a code, refused': SecondFactorPage({ frame, error: 'That code was used already. Wait for the next one.' }),
  'the first sign-in': EnrolCodePage({
    frame,
    secret,
    address: codeAddress(secret, 't.reyes@pierpoint.example'),
    errors: { password: 'Use at least 12 characters. Three or four words are fine.' },
  }),
  'session ended': SessionEndedPage({ frame, action: '/notes', fields: { note: ['Jay said yes'] } }),
  'signed in again': SignedInPage({ frame, home: '/field' }),
  'a form that waits': FormWaitsPage({
    frame,
    form: { action: '/notes', fields: { note: ['Jay said yes'] } },
  }),
  'no form that waits': NoFormPage({ frame, home: '/field' }),
  'a code once more': StepUpPage({ frame, isInvented: false, error: 'That code was used already.' }),
  'a code once more, in a demonstration': StepUpPage({ frame, isInvented: true }),
  'another role': WrongRolePage({ frame, who: ['provider', 'case-manager'], signedIn: officer }),
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
  tab = await (await browser.newContext({ viewport: { width: 390, height: 780 } })).newPage()
})
afterAll(() => browser?.close())

test.each(Object.entries(pages))('the page “%s” can be used by everybody (WCAG 2.2 AA)', async (_, page) => {
  const html = String(await page)
    .replace('<link rel="stylesheet" href="/causeway.css"/>', `<style>${css}</style>`)
    .replace(/<script type="module"[^>]*><\/script>/, '')
  await tab.setContent(html)
  const { violations } = await new AxeBuilder({ page: tab }).withTags(STANDARDS).analyze()
  expect(violations.map(({ id: rule, nodes }) => `${rule}: ${nodes[0]?.html}`)).toEqual([])
  const wide = await tab.evaluate(() => document.documentElement.scrollWidth)
  expect(wide).toBeLessThanOrEqual(390)
})
