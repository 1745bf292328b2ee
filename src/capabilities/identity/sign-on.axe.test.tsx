import { fileURLToPath } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import { build } from 'esbuild'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { OtherWays } from './other-ways.page.tsx'
import { NewPasskeyPage, WaysToSignInPage } from './passkeys.page.tsx'
import { SignInPage } from './sign-in.page.tsx'
import { ChooseOrganizationPage, GoToProviderPage, LinksPage } from './sign-on.page.tsx'
import { signOnSentence } from './sign-on-sentences.ts'
import { SignOnTroublePage } from './sign-on-trouble.page.tsx'

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']
const now = new Date('2026-11-24T12:00:00Z')
const zone = 'America/New_York'
const frame = { assets: { style: '/causeway.css', script: '/causeway.js' } }
const organizations = ['Harbor Recovery', 'Pierpoint Police', 'Tide Exchange', 'Lantern House'].map(
  (name) => ({
    id: newId(),
    name,
  }),
)
const issuer = 'https://login.pierpoint.example/0f2c1d9e-7a44-4a0e-9d6c-3b1f5e8a2c77/v2.0'
const subject = 'hQ3xN8s0Vd2mYw7Zk1Lr5Tb9Pc4Jf6Ga-verylongandunbroken'

const ours = { organizationName: 'Pierpoint Police', now, zone }
const passkey = (name: string, more: object = {}) => ({
  id: newId<'passkey'>(),
  name,
  credentialId: 'AAAA',
  transports: ['usb'],
  isSynced: false,
  createdAt: new Date('2026-09-01T12:00:00Z'),
  lastUsedAt: new Date('2026-11-23T12:00:00Z'),
  stoppedAt: null,
  ...more,
})

const pages = {
  'other ways to sign in': SignInPage({
    frame,
    whomToBe: [],
    otherWays: OtherWays({ hasPasskeys: true, organizations: organizations.slice(0, 3) }),
  }),
  'your organization': ChooseOrganizationPage({
    frame,
    email: 'somebody@nowhere.example',
    leadsTo: [],
    organizations,
  }),
  'no organization': ChooseOrganizationPage({ frame, leadsTo: [], organizations: [] }),
  'not signed in': SignOnTroublePage({
    frame,
    sentence: signOnSentence('not-linked', 'Pierpoint Police'),
    again: { href: '/sign-on', label: 'Try again' },
    facts: { issuer, subject },
  }),
  'on the way to the provider': GoToProviderPage({ frame, name: 'Pierpoint Police', address: issuer }),
  'which account is whose': LinksPage({
    frame,
    organizationName: 'Pierpoint Police',
    issuer,
    members: ['Officer T. Reyes', 'Sergeant N. Okafor'].map((name, index) => ({
      id: newId<'member'>(),
      name,
      title: null,
      subject: index === 0 ? subject : null,
    })),
  }),
  'an organization without a provider': LinksPage({
    frame,
    organizationName: 'Pierpoint Police',
    issuer: undefined,
    members: [],
  }),
  'no passkeys, and an account not connected': WaysToSignInPage({
    frame,
    passkeys: [],
    signOn: { ...ours, isAdministrator: true, link: undefined },
    now,
    zone,
  }),
  'passkeys, one of them stopped': WaysToSignInPage({
    frame,
    signOn: { ...ours, isAdministrator: false, link: { subject, createdAt: now } },
    passkeys: [
      passkey('Blue key on my ring'),
      passkey('Work phone', { isSynced: true, lastUsedAt: null }),
      passkey('Old key', { stoppedAt: now }),
    ],
    now,
    zone,
  }),
  'a new passkey, refused': NewPasskeyPage({ frame, name: 'Blue key', errors: { name: 'Give it a name.' } }),
}

let browser: Browser
let css: string
const tabs = new Map<number, Page>()

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
  for (const width of [390, 1280])
    tabs.set(width, await (await browser.newContext({ viewport: { width, height: 780 } })).newPage())
})
afterAll(() => browser?.close())

describe.each([390, 1280])('at %i px', (width) => {
  test.each(Object.entries(pages))(
    'the page “%s” can be used by everybody (WCAG 2.2 AA)',
    async (_, page) => {
      const tab = tabs.get(width) as Page
      const html = String(await page)
        .replace('<link rel="stylesheet" href="/causeway.css"/>', `<style>${css}</style>`)
        .replace(/<script type="module"[^>]*><\/script>/, '')
        .replaceAll('<passkey-form hidden="" ', '<passkey-form ')
      await tab.setContent(html)
      const { violations } = await new AxeBuilder({ page: tab }).withTags(STANDARDS).analyze()
      expect(violations.map(({ id: rule, nodes }) => `${rule}: ${nodes[0]?.html}`)).toEqual([])
      expect(await tab.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    },
  )
})
