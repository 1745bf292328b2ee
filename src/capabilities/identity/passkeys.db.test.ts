import { randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { type Database, openDatabase } from '#platform/database/as-actor.ts'
import { requestFacts } from '#platform/http/request-facts.ts'
import { authenticator, type Behaviour } from '#tests/support/authenticator.ts'
import { type TestCounty, type TestMember, testCounty } from '#tests/support/county.ts'
import { type TestDatabase, testDatabase } from '#tests/support/database.ts'
import { openTab, type Tab } from '#tests/support/tab.ts'
import { disableMember } from './disable-member.ts'
import type { Env } from './env.ts'
import { identityRoutes } from './identity.routes.ts'
import { insertSession } from './identity.store.ts'
import { recognise } from './recognise.routes.ts'
import { requireMember } from './require-member.routes.ts'
import { resetMember } from './reset-member.ts'
import { tokenHash } from './secret-token.ts'
import { dropSignOnAttemptsJob } from './sign-on-attempt.ts'

const OPERATOR = { kind: 'operator' } as const
const AT = { origin: 'https://causeway.example.gov', rpId: 'causeway.example.gov' }
const COOKIE = '__Host-causeway'
const keys = { totp: randomBytes(32), signOn: randomBytes(32), links: randomBytes(32) }

let base: TestDatabase
let database: Database
let county: TestCounty

beforeAll(async () => {
  base = await testDatabase()
  database = openDatabase(base.app, { enqueue: async () => {} })
  county = await testCounty(database.asActor)
})
afterAll(async () => {
  await database.close()
  await base.drop()
})

const newTab = (): Tab => {
  const { asActor } = database
  const frameFor = () => ({ assets: { style: '/a.css', script: '/a.js' } })
  const app = new Hono<Env>()
    .use(requestFacts(() => undefined, false))
    .use(recognise({ asActor, publicOrigin: AT.origin, frameFor }))
    .route('/', identityRoutes({ asActor, keys, publicOrigin: AT.origin, demo: false }))
    .get('/desk', requireMember(), (c) => c.text(`Welcome, ${c.get('signedIn').name}`))
  return openTab(app, AT.origin)
}

const signInByHand = async (tab: Tab, member: TestMember) => {
  const token = newId()
  await database.asActor(member, (tx) =>
    insertSession(tx, { tokenHash: tokenHash(token), memberId: member.memberId, secondFactorShown: true }),
  )
  tab.jar.set(COOKIE, token)
}

const challengeAt = async (tab: Tab, path: string): Promise<string> =>
  (JSON.parse((await tab.post(path)).page) as { challenge: string }).challenge

const hire = async () => {
  const member = await county.hire('provider', 'provider')
  const tab = newTab()
  await signInByHand(tab, member)
  const add = async (key: ReturnType<typeof authenticator>, behaviour?: Behaviour, name = 'Blue key') =>
    tab.post('/account/passkeys', {
      name,
      passkey: key.make(await challengeAt(tab, '/account/passkeys/challenge'), behaviour),
    })
  return { member, tab, add }
}

const show = async (tab: Tab, key: ReturnType<typeof authenticator>, behaviour?: Behaviour) =>
  tab.post('/sign-in/passkey', {
    returnTo: '/desk',
    passkey: key.show(await challengeAt(tab, '/sign-in/passkey/challenge'), behaviour),
  })

const isSignedIn = async (tab: Tab) => (await tab.get('/desk')).status === 200

const lastReason = async () => {
  const { rows } = await base.admin.query<{ reason: string | null; outcome: string }>(
    `select detail->>'reason' as reason, outcome from audit_record
     where action = 'identity.passkey-shown' order by at desc limit 1`,
  )
  return rows[0]?.reason ?? rows[0]?.outcome
}

describe('a member’s passkeys', () => {
  it('are added by name, several of them, and removed one by one', async () => {
    const { tab, add } = await hire()
    expect((await tab.get('/account/passkeys')).page).toContain('No passkeys yet')
    const [blue, phone] = [authenticator(AT), authenticator(AT)]
    expect((await add(blue)).to).toBe('/account/passkeys')
    expect((await add(phone, {}, 'Work phone')).status).toBe(303)
    const { page } = await tab.get('/account/passkeys')
    expect([page.includes('Blue key'), page.includes('Work phone')]).toEqual([true, true])
    const id = /name="id" value="([^"]+)"/.exec(page)?.[1] ?? ''
    await tab.post('/account/passkeys/remove', { id })
    expect((await tab.get('/account/passkeys')).page).not.toContain('Blue key')
    expect((await show(newTab(), blue)).status).toBe(422)
    expect((await show(newTab(), phone)).status).toBe(303)
  })

  it('are asked for with an unlocked key, no list of whose account it is, and those that are known left out', async () => {
    const { tab, add } = await hire()
    const key = authenticator(AT)
    await add(key)
    const making = JSON.parse((await tab.post('/account/passkeys/challenge')).page)
    expect(making).toMatchObject({
      rp: { id: AT.rpId },
      attestation: 'none',
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      excludeCredentials: [{ id: key.id }],
    })
    const showing = JSON.parse((await newTab().post('/sign-in/passkey/challenge')).page)
    expect(showing).toMatchObject({ rpId: AT.rpId, userVerification: 'required' })
    expect(showing.allowCredentials ?? []).toEqual([])
  })

  it('need a name, and keep it when something else is wrong', async () => {
    const { tab } = await hire()
    const nameless = await tab.post('/account/passkeys', { name: ' ', passkey: '' })
    expect([nameless.status, nameless.page.includes('Give it a name.')]).toEqual([422, true])
    const broken = await tab.post('/account/passkeys', { name: 'Blue key', passkey: '{"id":1}' })
    expect(broken.status).toBe(422)
    expect(broken.page).toContain('value="Blue key"')
  })

  it.each<[string, Behaviour]>([
    ['of another site', { origin: 'https://causeway.example.com' }],
    ['for another name', { rpId: 'example.gov' }],
    ['that nobody has unlocked', { isUnlocked: false }],
  ])('%s are not kept', async (_, behaviour) => {
    const { tab, add } = await hire()
    expect((await add(authenticator(AT), behaviour)).status).toBe(422)
    expect((await tab.get('/account/passkeys')).page).toContain('No passkeys yet')
  })

  it('are added once for each question, and only by who was asked', async () => {
    const [one, other] = [await hire(), await hire()]
    const challenge = await challengeAt(one.tab, '/account/passkeys/challenge')
    const key = authenticator(AT)
    const form = { name: 'Blue key', passkey: key.make(challenge) }
    expect((await other.tab.post('/account/passkeys', form)).page).toContain(
      'took too long, or was sent twice',
    )
    expect((await one.tab.post('/account/passkeys', form)).status).toBe(303)
    const again = { name: 'Blue key', passkey: authenticator(AT).make(challenge) }
    expect((await one.tab.post('/account/passkeys', again)).status).toBe(422)
    expect((await other.add(key)).page).toContain('here already')
  })

  it('are ten at most', async () => {
    const { add } = await hire()
    for (let count = 1; count <= 10; count++) expect((await add(authenticator(AT))).status).toBe(303)
    expect((await add(authenticator(AT))).page).toContain('Remove one first')
  })

  it('are added and removed only after a second factor shown in the last ten minutes (ASVS 7.5.1)', async () => {
    const { member, tab } = await hire()
    await base.admin.query(
      `update session set second_factor_at = now() - interval '11 minutes' where member_id = $1`,
      [member.memberId],
    )
    expect((await tab.get('/account/passkeys/new')).to).toContain('/step-up?')
    expect((await tab.post('/account/passkeys/remove', { id: newId() })).to).toContain('/step-up?')
  })

  it('go when the account begins again', async () => {
    const { member, add } = await hire()
    const key = authenticator(AT)
    await add(key)
    await resetMember(OPERATOR, database.asActor, member.email)
    expect((await show(newTab(), key)).status).toBe(422)
  })
})

describe('signing in with a passkey', () => {
  it('is both factors in one, leads to the page that was asked for, and is in the record (CJ-1, CJ-7)', async () => {
    const { member, add } = await hire()
    const key = authenticator(AT)
    await add(key)
    const tab = newTab()
    const done = await show(tab, key)
    expect([done.status, done.to]).toEqual([303, '/desk'])
    expect(done.cookies[0]).toMatch(/^__Host-causeway=.*HttpOnly; Secure; SameSite=Lax$/)
    expect(await isSignedIn(tab)).toBe(true)
    const { rows } = await base.admin.query(
      `select outcome, member_id, detail->>'notice' as notice from audit_record
       where action = 'identity.passkey-shown' order by at desc limit 1`,
    )
    expect(rows).toEqual([{ outcome: 'done', member_id: member.memberId, notice: '2026-11' }])
  })

  it('gets one answer for a key that is unknown, of a disabled account, or wrong in any way (ASVS 6.3.8)', async () => {
    const [open, closed] = [await hire(), await hire()]
    const [key, ofClosed] = [authenticator(AT), authenticator(AT)]
    await open.add(key)
    await closed.add(ofClosed)
    await disableMember(OPERATOR, database.asActor, closed.member.email)
    const tries: [ReturnType<typeof authenticator>, Behaviour, string][] = [
      [authenticator(AT), {}, 'passkey-unknown'],
      [ofClosed, {}, 'account-closed'],
      [key, { origin: 'https://causeway.example.com' }, 'passkey-wrong'],
      [key, { rpId: 'example.gov' }, 'passkey-wrong'],
      [key, { isUnlocked: false }, 'passkey-wrong'],
      [key, { userHandle: randomBytes(16).toString('base64url') }, 'passkey-wrong'],
    ]
    const answers = new Set<string>()
    for (const [tried, behaviour, reason] of tries) {
      const tab = newTab()
      const { status, page } = await show(tab, tried, behaviour)
      answers.add(`${status} ${page}`)
      expect(await isSignedIn(tab)).toBe(false)
      expect(await lastReason()).toBe(reason)
    }
    expect([...answers]).toHaveLength(1)
    expect([...answers][0]).toContain('does not belong to an account that is open')
  })

  it('takes an answer once, and within five minutes', async () => {
    const { add } = await hire()
    const key = authenticator(AT)
    await add(key)
    const tab = newTab()
    const passkey = key.show(await challengeAt(tab, '/sign-in/passkey/challenge'))
    expect((await tab.post('/sign-in/passkey', { passkey })).status).toBe(303)
    const again = await newTab().post('/sign-in/passkey', { passkey })
    expect([again.status, again.page.includes('sent twice')]).toEqual([422, true])

    const late = key.show(await challengeAt(tab, '/sign-in/passkey/challenge'))
    await base.admin.query(
      `update sign_on_attempt set created_at = now() - interval '6 minutes', expires_at = now() - interval '1 minute'`,
    )
    expect((await newTab().post('/sign-in/passkey', { passkey: late })).page).toContain('took too long')
    expect((await newTab().post('/sign-in/passkey', { passkey: key.show('invented') })).status).toBe(422)
    expect((await newTab().post('/sign-in/passkey', { passkey: 'nothing' })).status).toBe(422)
  })

  it('stops a key whose counter runs backward: there are two of it (WebAuthn 6.1.1)', async () => {
    const { tab, add } = await hire()
    const key = authenticator(AT)
    await add(key, { counter: 7 })
    expect((await show(newTab(), key, { counter: 8 })).status).toBe(303)
    expect((await show(newTab(), key, { counter: 8 })).status).toBe(422)
    expect(await lastReason()).toBe('passkey-copied')
    expect((await show(newTab(), key, { counter: 9 })).status).toBe(422)
    expect(await lastReason()).toBe('passkey-stopped')
    expect((await tab.get('/account/passkeys')).page).toContain('Its counter ran backward')
  })

  it('lets one of four through who bring the same count at the same moment', async () => {
    const { add } = await hire()
    const key = authenticator(AT)
    await add(key, { counter: 1 })
    const challenges = await Promise.all(
      [1, 2, 3, 4].map(() => challengeAt(newTab(), '/sign-in/passkey/challenge')),
    )
    const answers = await Promise.all(
      challenges.map((challenge) =>
        newTab().post('/sign-in/passkey', { passkey: key.show(challenge, { counter: 2 }) }),
      ),
    )
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1)
  })

  it('takes keys that do not count, as often as they come', async () => {
    const { add } = await hire()
    const key = authenticator(AT)
    await add(key)
    for (let time = 0; time < 3; time++) expect((await show(newTab(), key)).status).toBe(303)
  })

  it('leaves nothing behind that nobody answered', async () => {
    const tab = newTab()
    await challengeAt(tab, '/sign-in/passkey/challenge')
    await base.admin.query(
      `update sign_on_attempt set created_at = now() - interval '6 minutes', expires_at = now() - interval '1 minute'`,
    )
    await challengeAt(tab, '/sign-in/passkey/challenge')
    await dropSignOnAttemptsJob(database.asActor).run({} as never)
    const { rows } = await base.admin.query<{ count: number }>(
      'select count(*)::int as count from sign_on_attempt',
    )
    expect(rows).toEqual([{ count: 1 }])
  })
})
