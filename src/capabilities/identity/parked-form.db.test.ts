import { randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Role } from '#kernel/actor.ts'
import { type Database, openDatabase } from '#platform/database/as-actor.ts'
import { requestFacts } from '#platform/http/request-facts.ts'
import { type TestCounty, testCounty } from '#tests/support/county.ts'
import { type TestDatabase, testDatabase } from '#tests/support/database.ts'
import { disableMember } from './disable-member.ts'
import type { Env } from './env.ts'
import { insertSession } from './identity.store.ts'
import { parkedFormRoutes } from './parked-form.routes.ts'
import { dropParkedFormsJob } from './parked-form.ts'
import { recognise } from './recognise.routes.ts'
import { requireMember } from './require-member.routes.ts'
import { newSecretToken, tokenHash } from './secret-token.ts'
import { signInLimits } from './sign-in-limits.ts'
import { requireStepUp, stepUpRoutes } from './step-up.routes.ts'

const NOTE = `Jay said "yes" & <asked> for the night bed`

let base: TestDatabase
let database: Database
let county: TestCounty
let app: Hono<Env>

beforeAll(async () => {
  base = await testDatabase()
  database = openDatabase(base.app, { enqueue: async () => {} })
  const { asActor } = database
  county = await testCounty(asActor, { isDemo: true })
  const frameFor = () => ({ assets: { style: '/a.css', script: '/a.js' } })
  const means = { asActor, publicOrigin: undefined }
  app = new Hono<Env>()
    .use(requestFacts(() => undefined, false))
    .use(recognise({ ...means, frameFor }))
    .route('/', parkedFormRoutes(means))
    .route(
      '/',
      stepUpRoutes({
        ...means,
        keys: { totp: randomBytes(32) },
        demo: true,
        now: () => new Date(),
        limits: signInLimits(),
      }),
    )
    .post('/notes', requireMember(), async (c) => c.text(`Kept: ${(await c.req.formData()).get('note')}`))
    .get('/export', requireMember(), requireStepUp, (c) => c.text('everything'))
    .post('/export', requireMember(), requireStepUp, async (c) =>
      c.text(`Exported: ${(await c.req.formData()).get('note')}`),
    )
    .get('/api/export', requireMember(), requireStepUp, (c) => c.json({}))
})
afterAll(async () => {
  await database.close()
  await base.drop()
})

/** A browser of a member with a session, that keeps its cookies and can be left alone for a while. */
const browserOf = async (role: Role = 'provider') => {
  const member = await county.hire('provider', role)
  const jar = new Map<string, string>()
  const signIn = async (as: typeof member = member) => {
    const token = newSecretToken()
    const session = { tokenHash: tokenHash(token), memberId: as.memberId, secondFactorShown: true }
    await database.asActor(as, (tx) => insertSession(tx, session))
    jar.set('causeway', token)
  }
  const ask = async (path: string, form?: Record<string, string>) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const init = form ? { method: 'POST', body: new URLSearchParams(form) } : {}
    const response = await app.request(path, { ...init, headers: { cookie } })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (/Max-Age=0/i.test(line)) jar.delete(name)
      else jar.set(name, value)
    }
    return { status: response.status, to: response.headers.get('location'), page: await response.text() }
  }
  const age = (column: 'last_seen_at' | 'created_at' | 'second_factor_at', ago: string) =>
    base.admin.query(`update session set ${column} = now() - $1::interval where token_hash = $2`, [
      ago,
      tokenHash(jar.get('causeway') ?? ''),
    ])
  await signIn()
  return { member, jar, signIn, ask, age }
}

describe('a form whose session has ended', () => {
  it.each([
    ['last_seen_at', '31 minutes'],
    ['created_at', '12 hours'],
  ] as const)(
    'by %s comes back after signing in again, without script (CJ-2, CJ-14)',
    async (column, ago) => {
      const { ask, age, signIn } = await browserOf()
      await age(column, ago)
      const parked = await ask('/notes?from=desk', { note: NOTE })
      expect([parked.status, parked.to]).toEqual([303, '/sign-in?returnTo=%2Fresume'])
      expect((await ask('/resume')).to).toBe('/sign-in?returnTo=%2Fresume')
      await signIn()
      const { page } = await ask('/resume')
      expect(page).toContain('What you typed is still here')
      expect(page).toContain(
        'name="note" value="Jay said &quot;yes&quot; &amp; &lt;asked&gt; for the night bed"/>',
      )
      const sent = await ask('/resume', { note: NOTE })
      expect([sent.status, sent.to]).toEqual([307, '/notes?from=desk'])
      expect((await ask(sent.to ?? '', { note: NOTE })).page).toBe(`Kept: ${NOTE}`)
      expect((await ask('/resume')).page).toContain('Nothing is waiting')
    },
  )

  it('is somebody else’s for whoever signs in at the same computer', async () => {
    const { ask, age, signIn } = await browserOf()
    await age('last_seen_at', '31 minutes')
    await ask('/notes', { note: NOTE })
    await signIn(await county.hire('provider', 'provider'))
    const { page } = await ask('/resume')
    expect(page).toContain('Nothing is waiting')
    expect(page).not.toContain('night bed')
  })

  it('can be thrown away', async () => {
    const { ask, age, signIn } = await browserOf()
    await age('last_seen_at', '31 minutes')
    await ask('/notes', { note: NOTE })
    await signIn()
    expect((await ask('/resume/forget', {})).to).toBe('/desk')
    expect((await ask('/resume')).page).toContain('Nothing is waiting')
  })

  it('cannot be read in the database, which does not hold its key', async () => {
    const { ask, age, jar, member } = await browserOf()
    await age('last_seen_at', '31 minutes')
    await ask('/notes', { note: NOTE })
    const { rows } = await base.admin.query(
      'select parked_form::text as kept from parked_form where member_id = $1',
      [member.memberId],
    )
    expect(rows).toHaveLength(1)
    for (const secret of ['night bed', 'notes', jar.get('causeway-form') ?? ''])
      expect(rows[0].kept).not.toContain(secret)
  })

  it('waits for an hour, and is then dropped', async () => {
    const { ask, age, signIn, member } = await browserOf()
    await age('last_seen_at', '31 minutes')
    await ask('/notes', { note: NOTE })
    await base.admin.query(
      `update parked_form set created_at = now() - interval '1 hour', expires_at = now() where member_id = $1`,
      [member.memberId],
    )
    await signIn()
    expect((await ask('/resume')).page).toContain('Nothing is waiting')
    await dropParkedFormsJob(database.asActor).run({})
    const left = await base.admin.query('select from parked_form where member_id = $1', [member.memberId])
    expect(left.rowCount).toBe(0)
  })

  it('is not taken from a session that was signed out, or of an account that is closed', async () => {
    const { ask, age, signIn, member } = await browserOf()
    await base.admin.query('update session set ended_at = now() where member_id = $1', [member.memberId])
    expect((await ask('/notes', { note: NOTE })).status).toBe(401)
    await signIn()
    await disableMember({ kind: 'operator' }, database.asActor, member.email)
    await age('last_seen_at', '31 minutes')
    expect((await ask('/notes', { note: NOTE })).status).toBe(401)
  })
})

describe('what takes data out or goes around a rule', () => {
  it('goes on while the second factor is fresh', async () => {
    const { ask, age } = await browserOf()
    await age('second_factor_at', '9 minutes 50 seconds')
    expect((await ask('/export')).page).toBe('everything')
  })

  it('asks for it again after ten minutes, and comes back to the page (ASVS 7.5.3)', async () => {
    const { ask, age, jar } = await browserOf()
    await age('second_factor_at', '10 minutes')
    const before = jar.get('causeway')
    expect((await ask('/export')).to).toBe('/step-up?returnTo=%2Fexport')
    expect((await ask('/step-up', { code: '000000' })).status).toBe(422)
    const done = await ask('/step-up', { as: 'invented', returnTo: '/export' })
    expect([done.status, done.to]).toEqual([303, '/export'])
    expect(jar.get('causeway')).not.toBe(before)
    expect((await ask('/export')).page).toBe('everything')
    jar.set('causeway', before ?? '')
    expect((await ask('/export')).to).toBe('/sign-in?returnTo=%2Fexport')
  })

  it('keeps the form that was being sent', async () => {
    const { ask, age } = await browserOf()
    await age('second_factor_at', '10 minutes')
    expect((await ask('/export', { note: NOTE })).to).toBe('/step-up?returnTo=%2Fresume')
    await ask('/step-up', { as: 'invented' })
    expect((await ask('/resume')).page).toContain('night bed')
    const sent = await ask('/resume', { note: NOTE })
    expect((await ask(sent.to ?? '', { note: NOTE })).page).toBe(`Exported: ${NOTE}`)
  })

  it('does not make the session last longer than twelve hours from its beginning (CJ-14)', async () => {
    const { ask, age } = await browserOf()
    await age('created_at', '11 hours 59 minutes 58 seconds')
    await age('second_factor_at', '10 minutes')
    await ask('/step-up', { as: 'invented' })
    expect((await ask('/export')).page).toBe('everything')
    await age('created_at', '12 hours')
    expect((await ask('/export')).status).toBe(303)
  })

  it('tells a program so', async () => {
    const { ask, age } = await browserOf()
    await age('second_factor_at', '10 minutes')
    const answer = await ask('/api/export')
    expect([answer.status, JSON.parse(answer.page).code]).toEqual([403, 'step-up-needed'])
  })
})
