import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Role } from '#kernel/actor.ts'
import { isRefusal } from '#kernel/refusal.ts'
import { type Database, openDatabase } from '#platform/database/as-actor.ts'
import { requestFacts } from '#platform/http/request-facts.ts'
import { type TestCounty, testCounty } from '#tests/support/county.ts'
import { type TestDatabase, testDatabase } from '#tests/support/database.ts'
import type { Env } from './env.ts'
import { insertSession } from './identity.store.ts'
import { makeApiToken } from './make-api-token.ts'
import { recognise } from './recognise.routes.ts'
import { requireActor, requireMember } from './require-member.routes.ts'
import { newSecretToken, tokenHash } from './secret-token.ts'

let base: TestDatabase
let database: Database
let county: TestCounty
let app: Hono<Env>

beforeAll(async () => {
  base = await testDatabase()
  database = openDatabase(base.app, { enqueue: async () => {} })
  county = await testCounty(database.asActor)
  const frameFor = () => ({ assets: { style: '/a.css', script: '/a.js' } })
  app = new Hono<Env>()
  app.use(requestFacts(() => undefined, false))
  app.use(recognise({ asActor: database.asActor, publicOrigin: undefined, frameFor }))
  app.get('/desk', requireMember('provider', 'case-manager'), (c) => c.text(c.get('signedIn').name))
  app.post('/notes', requireMember(), async (c) => c.text(`Kept: ${(await c.req.formData()).get('note')}`))
  app.get('/api/mine', requireMember(), (c) => c.json({}))
  app.get('/api/places', requireActor('provider'), (c) => c.json({ kind: c.get('actor').kind }))
})
afterAll(async () => {
  await database.close()
  await base.drop()
})

/** Asks as a member with a session of their own. */
const browserOf = async (organization: 'police' | 'provider', role: Role, secondFactorShown = true) => {
  const member = await county.hire(organization, role)
  const token = newSecretToken()
  const hash = tokenHash(token)
  await database.asActor(member, (tx) =>
    insertSession(tx, { tokenHash: hash, memberId: member.memberId, secondFactorShown }),
  )
  const ask = async (path: string, form?: Record<string, string>) => {
    const init = form ? { method: 'POST', body: new URLSearchParams(form) } : {}
    const response = await app.request(path, { ...init, headers: { cookie: `causeway=${token}` } })
    return { response, status: response.status, page: await response.text() }
  }
  const idle = (minutes: number) =>
    base.admin.query(
      'update session set last_seen_at = now() - make_interval(mins => $1) where token_hash = $2',
      [minutes, hash],
    )
  return { ask, idle }
}

describe('a page', () => {
  it('leads whoever is not signed in to sign in, and back', async () => {
    const response = await app.request('/desk?day=today')
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toBe('/sign-in?returnTo=%2Fdesk%3Fday%3Dtoday')
  })

  it('does the same with whoever has only shown a password (CJ-14)', async () => {
    const { ask } = await browserOf('provider', 'provider', false)
    expect((await ask('/desk')).status).toBe(303)
  })

  it('tells a member with another role who it is for (ASVS 8.2.1)', async () => {
    const { ask } = await browserOf('police', 'officer')
    const { status, page } = await ask('/desk')
    expect(status).toBe(403)
    expect(page).toContain('This page is for providers and case managers.')
    expect(page).toContain('(officer)')
  })

  it('keeps what was typed in the page itself when nobody is known whose it is', async () => {
    const note = `Jay said "yes" & <asked> for the night bed`
    const ended = await app.request('/notes?from=desk', {
      method: 'POST',
      body: new URLSearchParams({ note }),
    })
    expect(ended.status).toBe(401)
    const page = await ended.text()
    expect(page).toContain('<form method="post" action="/notes?from=desk">')
    expect(page).toContain(
      '<input type="hidden" name="note" value="Jay said &quot;yes&quot; &amp; &lt;asked&gt; for the night bed"/>',
    )
  })
})

describe('the API', () => {
  const token = async () => {
    const answer = await makeApiToken({ kind: 'operator' }, database.asActor, {
      jurisdictionId: county.id,
      organizationId: county.provider,
      name: 'Intake system',
      roles: ['provider'],
      days: 1,
    })
    if (isRefusal(answer)) throw new Error(answer.refused)
    return answer.token
  }
  const withToken = async (path: string, bearer: string) => {
    const response = await app.request(path, { headers: { authorization: `Bearer ${bearer}` } })
    return [response.status, await response.json()]
  }

  it('knows a system by its token', async () => {
    expect(await withToken('/api/places', await token())).toEqual([200, { kind: 'token' }])
  })

  it.each(['cwt_', `cwt_${'x'.repeat(43)}`, 'other'])(
    'does not know %j, and says so as a problem',
    async (bearer) => {
      expect(await withToken('/api/places', bearer)).toMatchObject([401, { code: 'not-signed-in' }])
      const { headers } = await app.request('/api/mine')
      expect(headers.get('www-authenticate')).toBe('Bearer')
      expect(headers.get('content-type')).toBe('application/problem+json')
    },
  )

  it('lets members in by their session, and refuses a role that may not', async () => {
    const provider = await browserOf('provider', 'provider')
    const officer = await browserOf('police', 'officer')
    expect((await provider.ask('/api/places')).page).toBe('{"kind":"member"}')
    const { status, response } = await officer.ask('/api/places')
    expect([status, response.headers.get('content-type')]).toEqual([403, 'application/problem+json'])
  })

  it('does not take a token for a person', async () => {
    const response = await app.request('/desk', { headers: { authorization: `Bearer ${await token()}` } })
    expect(response.status).toBe(303)
  })
})
