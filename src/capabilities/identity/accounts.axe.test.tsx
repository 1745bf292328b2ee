import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { openPageCheck, type PageCheck } from '#tests/support/page-check.ts'
import { AccountPage } from './account.page.tsx'
import {
  BeginAgainPage,
  ChooseNewPasswordPage,
  LinkSentPage,
  LostPasswordPage,
} from './account-link.page.tsx'
import { AccountLockedPage } from './account-locked.page.tsx'
import { codeSetUp } from './code-set-up.ts'
import { InvitationGonePage, InvitationPage } from './invitation.page.tsx'
import type { HeldInvitation } from './invitation.store.ts'
import { InvitePage } from './invite.page.tsx'
import { MemberPage } from './member.page.tsx'
import { MembersPage } from './members.page.tsx'
import type { Account } from './members.store.ts'
import { ChangePasswordPage, ChangePhonePage } from './own-factors.page.tsx'
import { newRecoveryCodes } from './recovery-code.ts'
import { RecoveryCodesPage, RecoveryCodesShownPage } from './recovery-codes.page.tsx'
import { SecondFactorPage } from './second-factor.page.tsx'

const frame = { assets: { style: '/causeway.css', script: '/causeway.js' } }
const now = new Date('2026-11-24T14:00:00Z')
const seen = { now, zone: 'America/New_York' }
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000)
const email = 'a-long-name.of-somebody@harbor-recovery-and-outreach.example.org'
const setUp = codeSetUp({ memberId: newId(), email }, { totp: randomBytes(32) })
const notice = [{ county: 'Harbor County', text: 'This system is restricted.\n\nBy signing in you agree.' }]
const errors = {
  code: 'That code is not right, or it is too old.',
  password: 'Use at least 12 characters. Three or four words are fine.',
}

const account: Account = {
  id: newId(),
  name: 'Ida Quist',
  title: 'Intake',
  email,
  roles: ['provider', 'manager'],
  createdAt: ago(100_000),
  disabledAt: null,
  lockedAt: null,
  passwordVoidAt: null,
  lastSeenAt: ago(30),
}
const accounts: Account[] = [
  account,
  { ...account, id: newId(), name: 'Ben Achterberg', lockedAt: ago(5), lastSeenAt: null },
  { ...account, id: newId(), name: 'Grace Lindqvist', disabledAt: ago(5000) },
  { ...account, id: newId(), name: 'Walt Brennan', title: null, passwordVoidAt: ago(5) },
]
const waiting = {
  id: newId<'invitation'>(),
  name: 'Tova Lind',
  title: null,
  email,
  roles: account.roles,
  createdAt: ago(60),
  expiresAt: ago(-10_000),
  hasEnded: false,
}
const invitation: HeldInvitation = {
  id: waiting.id,
  memberId: newId(),
  organizationId: newId(),
  jurisdictionId: newId(),
  name: 'Tova Lind',
  title: null,
  email,
  roles: account.roles,
  round: 1,
  expiresAt: waiting.expiresAt,
  organizationName: 'Harbor Recovery',
}
const session = {
  id: newId<'session'>(),
  device: 'Firefox on Windows',
  createdAt: ago(90),
  lastSeenAt: ago(1),
}
const search = { words: '', show: undefined, page: 1 }
const list = {
  members: accounts,
  found: 60,
  invitations: [waiting, { ...waiting, id: newId<'invitation'>(), hasEnded: true }],
  locked: 1,
}
const facts = { name: '', title: 'Night desk', roles: ['provider'], email: 'nobody' }

const pages = {
  'an invitation, refused': InvitationPage({
    ...{ frame, invitation, token: 'A', setUp, hasSignOn: true, notice },
    errors,
  }),
  'a link that opens nothing': InvitationGonePage({ frame }),
  'a lost password': LostPasswordPage({ frame, errors: { email: 'Type your e-mail address.' } }),
  'a link that was sent': LinkSentPage({ frame, why: 'needed' }),
  'a new password by a link': ChooseNewPasswordPage({
    ...{ frame, token: 'A', email, notice },
    errors: { recovery: 'That is none of your recovery codes.' },
  }),
  'beginning again': BeginAgainPage({ frame, token: 'A', email, notice, setUp, errors }),
  'a locked account': AccountLockedPage({ frame }),
  'one’s account': AccountPage({
    ...{ frame, codesLeft: 2, news: 'others-ended', ...seen },
    sessions: [
      { ...session, isThis: true },
      { ...session, id: newId(), device: null, isThis: false },
    ],
  }),
  'changing the password': ChangePasswordPage({
    frame,
    errors: { current: 'That is not the password you have.' },
  }),
  'another phone': ChangePhonePage({ frame, setUp, errors: { code: errors.code } }),
  'recovery codes to make': RecoveryCodesPage({ frame, left: 3, next: '/desk' }),
  'recovery codes, shown': RecoveryCodesShownPage({ frame, codes: newRecoveryCodes() }),
  'a recovery code, refused': SecondFactorPage({ frame, error: 'None of yours.', isRecovery: true }),
  members: MembersPage({
    ...{ frame, organizationName: 'Harbor Recovery', list, search, news: 'invited', ...seen },
  }),
  'nobody found': MembersPage({
    ...{ frame, organizationName: 'Harbor Recovery', search: { ...search, words: 'nobody' }, ...seen },
    list: { members: [], found: 0, invitations: [], locked: 0 },
  }),
  'an invitation to write': InvitePage({
    ...{ frame, organizationName: 'Harbor Recovery', id: newId(), facts },
    errors: { email: 'Type an address.', name: 'Type their name.', roles: 'Choose at least one role.' },
  }),
  'a locked member': MemberPage({ frame, account: accounts[1] as Account, isOwn: false, ...seen }),
  'a closed member': MemberPage({
    ...{ frame, account: accounts[2] as Account, isOwn: false, news: 'closed', ...seen },
  }),
  'one’s own account among them': MemberPage({ frame, account, isOwn: true, ...seen }),
} as const

let check: PageCheck
beforeAll(async () => {
  check = await openPageCheck()
})
afterAll(() => check?.close())

test.each(Object.entries(pages))('the page “%s” can be used by everybody (WCAG 2.2 AA)', async (_, page) => {
  expect([...(await check.faultsOf(page, 390)), ...(await check.faultsOf(page, 1280))]).toEqual([])
})
