import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { openPageCheck, type PageCheck } from '#tests/support/page-check.ts'
import { EnrolCodePage } from './enrol-code.page.tsx'
import { codeAddress, newCodeSecret } from './one-time-code.ts'
import { FormWaitsPage, NoFormPage } from './resume.page.tsx'
import { SecondFactorPage } from './second-factor.page.tsx'
import { SessionEndedPage, SignedInPage } from './session-ended.page.tsx'
import { SignInPage } from './sign-in.page.tsx'
import type { SignedIn } from './signed-in.ts'
import { StepUpPage } from './step-up.page.tsx'
import { WrongRolePage } from './wrong-role.page.tsx'

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
    notice: [{ text: 'This system is restricted.' }],
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
  'a tablet that goes back': StepUpPage({
    ...{ frame, isInvented: false, handedOver: { within: ['/signing/1/what'], back: '/releases' } },
  }),
  'a code once more, in a demonstration': StepUpPage({ frame, isInvented: true }),
  'another role': WrongRolePage({ frame, who: ['provider', 'case-manager'], signedIn: officer }),
}

let check: PageCheck
beforeAll(async () => {
  check = await openPageCheck()
})
afterAll(() => check?.close())

test.each(Object.entries(pages))('the page “%s” can be used by everybody (WCAG 2.2 AA)', async (_, page) => {
  expect(await check.faultsOf(page, 390)).toEqual([])
})
