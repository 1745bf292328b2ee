import { randomBytes } from 'node:crypto'
import { generateSync } from 'otplib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { isRefusal } from '#kernel/refusal.ts'
import { type Database, openDatabase } from '#platform/database/as-actor.ts'
import { type TestCounty, type TestMember, testCounty } from '#tests/support/county.ts'
import { type TestDatabase, testDatabase } from '#tests/support/database.ts'
import { disableMember } from './disable-member.ts'
import { enrolCode, findEnrolment } from './enrol-code.ts'
import type { Means } from './means.ts'
import { openSession } from './open-session.ts'
import { resetMember } from './reset-member.ts'
import { showSecondFactor } from './show-second-factor.ts'
import { signIn } from './sign-in.ts'
import type { HalfSignedIn } from './signed-in.ts'

const OPERATOR = { kind: 'operator' } as const
const OWN_PASSWORD = 'four quiet harbor seals'
const trace = { requestId: newId(), source: '192.0.2.7' }

let base: TestDatabase
let database: Database
let means: Means
let county: TestCounty

beforeAll(async () => {
  base = await testDatabase()
  database = openDatabase(base.app, { enqueue: async () => {} })
  means = { asActor: database.asActor, keys: { totp: randomBytes(32) } }
  county = await testCounty(database.asActor)
})
afterAll(async () => {
  await database.close()
  await base.drop()
})

const passPassword = async (email: string, password: string) => {
  const answer = await signIn(trace, means, { email, password })
  if (isRefusal(answer)) throw new Error(answer.refused)
  const half = (await openSession(trace, means.asActor, answer.token))?.halfSignedIn
  if (!half) throw new Error('the session is not half signed in')
  return { token: answer.token, half }
}

const codeAt = (secret: string, at: Date) => generateSync({ secret, epoch: Math.floor(at.getTime() / 1000) })

/** Later by whole steps than anything a test has used, so that codes of one test never meet. */
let clock = Date.now()
const later = () => {
  clock += 120_000
  return new Date(clock)
}

/** A member after the first sign-in: own password, codes in use. */
const enrolled = async (member: TestMember) => {
  const { token, half } = await passPassword(member.email, member.firstPassword)
  const secret = (await findEnrolment(half, means))?.secret ?? ''
  const at = later()
  const answer = await enrolCode(half, means, { token, code: codeAt(secret, at), password: OWN_PASSWORD, at })
  if (isRefusal(answer)) throw new Error(answer.refused)
  return { ...member, secret, token: answer.token, firstToken: token }
}

const signedInAs = async (token: string) => (await openSession(trace, means.asActor, token))?.signedIn

const auditOf = async (member: TestMember | undefined, action: string) => {
  const { rows } = await base.admin.query(
    `select outcome, detail, actor_kind, jurisdiction_id, request_id, source from audit_record
     where action = $1 and subject_ids = $2 order by at`,
    [action, member ? [member.memberId] : []],
  )
  return rows
}

describe('signing in with address and password', () => {
  it('gives one answer for an unknown address, a wrong password and a disabled account; the audit knows which (ASVS 6.3.8, 16.3.1, CJ-7)', async () => {
    const [reyes, gone] = [await county.hire('police', 'officer'), await county.hire('police', 'officer')]
    await disableMember(OPERATOR, means.asActor, gone.email)
    const nobody = 'nobody@example.org'
    const answers = [
      await signIn(trace, means, { email: nobody, password: reyes.firstPassword }),
      await signIn(trace, means, { email: reyes.email, password: 'not the password' }),
      await signIn(trace, means, { email: gone.email, password: gone.firstPassword }),
    ]
    expect(answers).toEqual(Array(3).fill({ refused: 'not-recognised' }))
    expect(await auditOf(undefined, 'identity.signed-in')).toMatchObject([
      { outcome: 'refused', detail: { reason: 'no-account' }, actor_kind: 'visitor' },
    ])
    expect(await auditOf(reyes, 'identity.signed-in')).toEqual([
      {
        outcome: 'refused',
        detail: { reason: 'wrong-password' },
        actor_kind: 'visitor',
        jurisdiction_id: county.id,
        request_id: trace.requestId,
        source: trace.source,
      },
    ])
    expect(await auditOf(gone, 'identity.signed-in')).toMatchObject([
      { detail: { reason: 'account-closed' } },
    ])
  })

  it('opens nothing but the second factor, and records which notice was accepted (CJ-4, CJ-14)', async () => {
    const reyes = await county.hire('police', 'officer')
    const { token, half } = await passPassword(` ${reyes.email.toUpperCase()} `, reyes.firstPassword)
    expect(half).toMatchObject({
      needs: 'enrolment',
      actor: { memberId: reyes.memberId, roles: ['officer'] },
    })
    expect(await signedInAs(token)).toBeUndefined()
    expect(await auditOf(reyes, 'identity.signed-in')).toMatchObject([
      { outcome: 'done', detail: { needs: 'enrolment', notice: expect.stringMatching(/^\d{4}-\d\d$/) } },
    ])
  })

  it('is refused to members of an organization that has closed', async () => {
    const other = await testCounty(means.asActor)
    const reyes = await enrolled(await other.hire('police', 'officer'))
    await base.admin.query('update organization set closed_at = now() where id = $1', [other.police])
    expect(await signIn(trace, means, { email: reyes.email, password: OWN_PASSWORD })).toEqual({
      refused: 'not-recognised',
    })
    expect(await signedInAs(reyes.token)).toBeUndefined()
  })
})

describe('the first sign-in', () => {
  it('replaces the password that was handed over and puts codes in use (ASVS 6.4.1)', async () => {
    const reyes = await enrolled(await county.hire('police', 'officer'))
    expect(await signedInAs(reyes.token)).toMatchObject({
      actor: { kind: 'member', memberId: reyes.memberId, organizationId: county.police, trace },
      name: 'officer number 4',
      organizationKind: 'police',
      isCriminalJustice: true,
      isPart2Program: false,
      timeZone: 'America/New_York',
    })
    expect(await signIn(trace, means, { email: reyes.email, password: reyes.firstPassword })).toEqual({
      refused: 'not-recognised',
    })
    expect(await signIn(trace, means, { email: reyes.email, password: OWN_PASSWORD })).toMatchObject({
      needs: 'code',
    })
  })

  it('does not end with the first password, a weak one or a wrong code', async () => {
    const reyes = await county.hire('police', 'officer')
    const { token, half } = await passPassword(reyes.email, reyes.firstPassword)
    const secret = (await findEnrolment(half, means))?.secret ?? ''
    const at = later()
    const attempt = (code: string, password: string) => enrolCode(half, means, { token, code, password, at })
    expect(await attempt(codeAt(secret, at), reyes.firstPassword)).toMatchObject({
      refused: 'password-not-new',
    })
    expect(await attempt(codeAt(secret, at), 'too short')).toMatchObject({ refused: 'password-too-short' })
    expect(await attempt('not a code', OWN_PASSWORD)).toMatchObject({ refused: 'code-wrong' })
    expect((await openSession(trace, means.asActor, token))?.halfSignedIn?.needs).toBe('enrolment')
  })

  it('shows the secret until codes are in use, never after, and a new one each time', async () => {
    const reyes = await county.hire('police', 'officer')
    const seen = await passPassword(reyes.email, reyes.firstPassword)
    const first = await findEnrolment(seen.half, means)
    const done = await enrolled(reyes)
    expect(done.secret).not.toBe(first?.secret)
    expect(await findEnrolment(seen.half, means)).toBeUndefined()
    const at = later()
    const late = { token: seen.token, code: codeAt(done.secret, at), password: 'another good password', at }
    expect(await enrolCode(seen.half, means, late)).toEqual({ refused: 'session-ended' })
  })

  it('keeps neither password, secret nor token in a form that the database could give away', async () => {
    const reyes = await enrolled(await county.hire('police', 'officer'))
    const { rows } = await base.admin.query(
      `select credential::text || session::text as kept from credential join session using (member_id) where member_id = $1`,
      [reyes.memberId],
    )
    expect(rows).toHaveLength(2)
    for (const { kept } of rows)
      for (const secret of [OWN_PASSWORD, reyes.firstPassword, reyes.secret, reyes.token, reyes.firstToken])
        expect(kept).not.toContain(secret)
  })
})

describe('the second factor', () => {
  const present = (half: HalfSignedIn, token: string, code: string, at: Date) =>
    showSecondFactor(half, means, { token, code, at })

  it('gives the session a new token; the old one opens nothing (ASVS 7.2.4)', async () => {
    const reyes = await enrolled(await county.hire('police', 'officer'))
    const { token, half } = await passPassword(reyes.email, OWN_PASSWORD)
    const at = later()
    const answer = await present(half, token, codeAt(reyes.secret, at), at)
    if (isRefusal(answer)) throw new Error(answer.refused)
    expect(answer.token).not.toBe(token)
    expect(await openSession(trace, means.asActor, token)).toBeUndefined()
    expect(await signedInAs(answer.token)).toMatchObject({ actor: { memberId: reyes.memberId } })
    expect(await auditOf(reyes, 'identity.second-factor-shown')).toMatchObject([
      { outcome: 'done', actor_kind: 'member' },
    ])
  })

  it('takes each code once, also in another session and also when an older one follows (ASVS 6.5.1)', async () => {
    const reyes = await enrolled(await county.hire('police', 'officer'))
    const at = later()
    const [one, other] = [
      await passPassword(reyes.email, OWN_PASSWORD),
      await passPassword(reyes.email, OWN_PASSWORD),
    ]
    const code = codeAt(reyes.secret, at)
    expect(await present(one.half, one.token, code, at)).toHaveProperty('token')
    expect(await present(other.half, other.token, code, at)).toEqual({ refused: 'code-used' })
    const older = codeAt(reyes.secret, new Date(at.getTime() - 30_000))
    expect(await present(other.half, other.token, older, at)).toEqual({ refused: 'code-used' })
    expect(await present(other.half, other.token, '000000', at)).toEqual({ refused: 'code-wrong' })
    expect((await auditOf(reyes, 'identity.second-factor-shown')).map(({ detail }) => detail.reason)).toEqual(
      [undefined, 'code-used', 'code-used', 'code-wrong'],
    )
  })

  it('lets one of eight through who bring the same code at the same moment (ASVS 6.5.1)', async () => {
    const reyes = await enrolled(await county.hire('police', 'officer'))
    const sessions = []
    for (let count = 0; count < 8; count++) sessions.push(await passPassword(reyes.email, OWN_PASSWORD))
    const at = later()
    const code = codeAt(reyes.secret, at)
    const answers = await Promise.all(sessions.map(({ half, token }) => present(half, token, code, at)))
    expect(answers.filter((answer) => !isRefusal(answer))).toHaveLength(1)
    expect(answers.filter(isRefusal)).toEqual(Array(7).fill({ refused: 'code-used' }))
  })

  it('lets one of two codes through that are brought at once in the same session', async () => {
    const reyes = await enrolled(await county.hire('police', 'officer'))
    const { half, token } = await passPassword(reyes.email, OWN_PASSWORD)
    const at = later()
    const soon = codeAt(reyes.secret, new Date(at.getTime() + 30_000))
    const answers = await Promise.all([
      present(half, token, codeAt(reyes.secret, at), at),
      present(half, token, soon, at),
    ])
    expect(answers.filter((answer) => !isRefusal(answer))).toHaveLength(1)
  })
})

describe('a member who lost password or phone', () => {
  it('begins again as on the first day, and every session ends (ASVS 6.4.4)', async () => {
    const reyes = await enrolled(await county.hire('police', 'officer'))
    const answer = await resetMember(OPERATOR, means.asActor, reyes.email)
    if (isRefusal(answer)) throw new Error(answer.refused)
    expect(await signedInAs(reyes.token)).toBeUndefined()
    expect(await signIn(trace, means, { email: reyes.email, password: OWN_PASSWORD })).toMatchObject({
      refused: 'not-recognised',
    })
    const again = await enrolled({ ...reyes, firstPassword: answer.firstPassword })
    expect(again.secret).not.toBe(reyes.secret)
    expect(await signedInAs(again.token)).toBeDefined()
  })
})
