import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { type Database, openDatabase } from '#platform/database/as-actor.ts'
import { type TestCounty, testCounty } from '#tests/support/county.ts'
import { type TestDatabase, testDatabase } from '#tests/support/database.ts'
import { disableMember } from './disable-member.ts'
import { insertSession } from './identity.store.ts'
import { openSession } from './open-session.ts'
import { newSecretToken, tokenHash } from './secret-token.ts'
import { signOut } from './sign-out.ts'

const OPERATOR = { kind: 'operator' } as const
const trace = { requestId: newId(), source: '192.0.2.7' }

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

/** An officer with a session that has shown its second factor, or has yet to. */
const signedIn = async ({ secondFactorShown = true } = {}) => {
  const member = await county.hire('police', 'officer')
  const token = newSecretToken()
  await database.asActor(member, (tx) =>
    insertSession(tx, { tokenHash: tokenHash(token), memberId: member.memberId, secondFactorShown }),
  )
  return { ...member, token }
}

const signedInAs = async (token: string) => (await openSession(trace, database.asActor, token))?.signedIn

const auditOf = async (memberId: string, action: string) =>
  (
    await base.admin.query(
      'select outcome, actor_kind, jurisdiction_id from audit_record where action = $1 and subject_ids = $2',
      [action, [memberId]],
    )
  ).rows

describe('a session', () => {
  const age = (token: string, column: 'created_at' | 'last_seen_at', ago: string) =>
    base.admin.query(`update session set ${column} = now() - $1::interval where token_hash = $2`, [
      ago,
      tokenHash(token),
    ])
  const lastSeen = async (token: string): Promise<Date> =>
    (await base.admin.query('select last_seen_at from session where token_hash = $1', [tokenHash(token)]))
      .rows[0].last_seen_at

  it('ends after 30 minutes without a request, to the second (CJ-2, ASVS 7.3.1)', async () => {
    const { token } = await signedIn()
    await age(token, 'last_seen_at', '30 minutes')
    expect(await signedInAs(token)).toBeUndefined()
    await age(token, 'last_seen_at', '29 minutes 55 seconds')
    expect(await signedInAs(token)).toBeDefined()
  })

  it('ends after 12 hours, however busy it is (CJ-14, ASVS 7.3.2)', async () => {
    const { token } = await signedIn()
    await age(token, 'created_at', '11 hours 59 minutes 55 seconds')
    expect((await signedInAs(token))?.sessionEndsAt.getTime()).toBeLessThan(Date.now() + 10_000)
    await age(token, 'created_at', '12 hours')
    expect(await signedInAs(token)).toBeUndefined()
  })

  it('is written to at most once a minute, so that reading a page stays reading', async () => {
    const { token } = await signedIn()
    await age(token, 'last_seen_at', '50 seconds')
    const before = await lastSeen(token)
    await signedInAs(token)
    expect(await lastSeen(token)).toEqual(before)
    await age(token, 'last_seen_at', '61 seconds')
    await signedInAs(token)
    expect(Date.now() - (await lastSeen(token)).getTime()).toBeLessThan(10_000)
  })

  it('that has not shown its second factor is not kept awake', async () => {
    const { token } = await signedIn({ secondFactorShown: false })
    await age(token, 'last_seen_at', '29 minutes')
    const before = await lastSeen(token)
    expect((await openSession(trace, database.asActor, token))?.halfSignedIn).toBeDefined()
    expect(await lastSeen(token)).toEqual(before)
  })

  it('ends with signing out, at once and once only (CJ-3)', async () => {
    const reyes = await signedIn()
    const actor = (await signedInAs(reyes.token))?.actor
    if (!actor) throw new Error('not signed in')
    await signOut(actor, database.asActor, reyes.token)
    await signOut(actor, database.asActor, reyes.token)
    expect(await signedInAs(reyes.token)).toBeUndefined()
    expect(await auditOf(reyes.memberId, 'identity.signed-out')).toMatchObject([{ outcome: 'done' }])
  })

  it('ends when its account is disabled, and does not come back when it is enabled again (ASVS 7.4.2)', async () => {
    const reyes = await signedIn()
    await disableMember(OPERATOR, database.asActor, reyes.email)
    expect(await signedInAs(reyes.token)).toBeUndefined()
    await base.admin.query('update member set disabled_at = null where id = $1', [reyes.memberId])
    expect(await signedInAs(reyes.token)).toBeUndefined()
    expect(await auditOf(reyes.memberId, 'identity.member-disabled')).toMatchObject([
      { actor_kind: 'operator', jurisdiction_id: county.id },
    ])
  })

  it('opens for nobody who only has a copy of the table', async () => {
    const { token } = await signedIn()
    expect(await openSession(trace, database.asActor, tokenHash(token))).toBeUndefined()
  })
})
