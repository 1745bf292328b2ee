import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { openPageCheck, type PageCheck } from '#tests/support/page-check.ts'
import { OtherWays } from './other-ways.page.tsx'
import { NewPasskeyPage, WaysToSignInPage } from './passkeys.page.tsx'
import { SignInPage } from './sign-in.page.tsx'
import { ChooseOrganizationPage, GoToProviderPage, LinksPage } from './sign-on.page.tsx'
import { signOnSentence } from './sign-on-sentences.ts'
import { SignOnTroublePage } from './sign-on-trouble.page.tsx'

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
    notice: [{ text: 'This system is restricted.' }],
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

let check: PageCheck
beforeAll(async () => {
  check = await openPageCheck()
})
afterAll(() => check?.close())

/** The form of a passkey is shown by its script alone; it is looked at all the same. */
const withPasskeyForm = async (page: unknown): Promise<string> =>
  String(await page).replaceAll('<passkey-form hidden="" ', '<passkey-form ')

describe.each([390, 1280])('at %i px', (width) => {
  test.each(Object.entries(pages))(
    'the page “%s” can be used by everybody (WCAG 2.2 AA)',
    async (_, page) => {
      expect(await check.faultsOf(withPasskeyForm(page), width)).toEqual([])
    },
  )
})
