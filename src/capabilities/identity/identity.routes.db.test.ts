import { randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import { generateSync } from 'otplib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Database, openDatabase } from '#platform/database/as-actor.ts'
import { requestFacts } from '#platform/http/request-facts.ts'
import { type TestCounty, type TestMember, testCounty } from '#tests/support/county.ts'
import { type TestDatabase, testDatabase } from '#tests/support/database.ts'
import type { Env } from './env.ts'
import { identityRoutes } from './identity.routes.ts'
import { recognise } from './recognise.routes.ts'
import { requireMember } from './require-member.routes.ts'

const OWN_PASSWORD = 'four quiet harbor seals'

let base: TestDatabase
let database: Database
let county: TestCounty
const now = new Date()

beforeAll(async () => {
  base = await testDatabase()
  database = openDatabase(base.app, { enqueue: async () => {} })
  county = await testCounty(database.asActor)
})
afterAll(async () => {
  await database.close()
  await base.drop()
})

const keys = { totp: randomBytes(32), signOn: randomBytes(32), links: randomBytes(32) }

/** The application with the routes of identity and one page for providers. */
const open = ({ publicOrigin, demo = false }: { publicOrigin?: string; demo?: boolean } = {}) => {
  const { asActor } = database
  const frameFor = () => ({ assets: { style: '/a.css', script: '/a.js' } })
  return new Hono<Env>()
    .use(requestFacts(() => undefined, false))
    .use(recognise({ asActor, publicOrigin, frameFor }))
    .route('/', identityRoutes({ asActor, keys, publicOrigin, demo, now: () => now }))
    .get('/desk', requireMember('provider', 'case-manager'), (c) =>
      c.text(`Welcome, ${c.get('signedIn').name}`),
    )
}

/** A browser as far as it matters here: it keeps cookies and follows nothing by itself. */
const browser = (app: ReturnType<typeof open>) => {
  const jar = new Map<string, string>()
  const ask = async (path: string, init: RequestInit = {}) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await app.request(path, { ...init, headers: { ...init.headers, cookie } })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (/Max-Age=0/i.test(line)) jar.delete(name)
      else jar.set(name, value)
    }
    return {
      response,
      status: response.status,
      to: response.headers.get('location'),
      page: await response.text(),
    }
  }
  return {
    jar,
    get: ask,
    post: (path: string, fields: Record<string, string>) =>
      ask(path, { method: 'POST', body: new URLSearchParams(fields) }),
  }
}
type Browser = ReturnType<typeof browser>

const nextCode = (page: string): string => {
  const secret = /<code>([A-Z2-7 ]+)<\/code>/.exec(page)?.[1]?.replaceAll(' ', '') ?? ''
  return generateSync({ secret, epoch: Math.floor(now.getTime() / 1000) })
}

/** All of the first sign-in. */
const firstSignIn = async (tab: Browser, member: TestMember) => {
  await tab.post('/sign-in', { email: member.email, password: member.firstPassword })
  const { page } = await tab.get('/enrol-code')
  return tab.post('/enrol-code', { code: nextCode(page), password: OWN_PASSWORD })
}

describe('the first sign-in', () => {
  it('leads from the page that was asked for, through codes and an own password, back to it', async () => {
    const provider = await county.hire('provider', 'provider')
    const tab = browser(open())
    const asked = await tab.get('/desk?day=today')
    expect([asked.status, asked.to]).toEqual([303, '/sign-in?returnTo=%2Fdesk%3Fday%3Dtoday'])
    const form = await tab.get(asked.to ?? '')
    expect(form.page).toContain('<input type="hidden" name="returnTo" value="/desk?day=today"/>')
    const returnTo = '/desk?day=today'
    const half = await tab.post('/sign-in', {
      email: provider.email,
      password: provider.firstPassword,
      returnTo,
    })
    expect([half.status, half.to]).toEqual([303, '/enrol-code?returnTo=%2Fdesk%3Fday%3Dtoday'])
    expect((await tab.get('/desk')).status).toBe(303)

    const setUp = await tab.get(half.to ?? '')
    expect(setUp.page).toMatch(/<svg[^>]+role="img" aria-label="QR code/)
    const weak = await tab.post('/enrol-code', { code: nextCode(setUp.page), password: 'short', returnTo })
    expect(weak.status).toBe(422)
    expect(weak.page).toContain('Use at least 12 characters')
    expect(weak.page).toContain('<title>Error: ')
    const code = nextCode(weak.page)
    const done = await tab.post('/enrol-code', { code, password: OWN_PASSWORD, returnTo })
    expect([done.status, done.to]).toEqual([303, returnTo])
    expect((await tab.get(returnTo)).page).toMatch(/^Welcome, provider number/)
    expect((await tab.get('/signed-in')).page).toContain('go back to it and send it again')
  })
})

describe('signing in', () => {
  it('asks for a code each time, takes each once, and then shows the role’s own page', async () => {
    const provider = await county.hire('provider', 'provider')
    const tab = browser(open())
    await tab.post('/sign-in', { email: provider.email, password: provider.firstPassword })
    const code = nextCode((await tab.get('/enrol-code')).page)
    await tab.post('/enrol-code', { code, password: OWN_PASSWORD })

    const other = browser(open())
    const half = await other.post('/sign-in', { email: provider.email, password: OWN_PASSWORD })
    expect(half.to).toBe('/second-factor')
    expect((await other.get('/enrol-code')).to).toBe('/second-factor')
    const used = await other.post('/second-factor', { code })
    expect(used.status).toBe(422)
    expect(used.page).toContain('That code was used already.')
    expect((await other.post('/second-factor', { code: '' })).page).toContain('That code is not right')
    expect((await other.get('/desk')).status).toBe(303)
  })

  it('ends on no other site, wherever the link to it came from', async () => {
    const provider = await county.hire('provider', 'provider')
    const tab = browser(open())
    expect((await tab.get('/sign-in?returnTo=//evil.example')).page).not.toContain('evil.example')
    const half = await tab.post('/sign-in', {
      email: provider.email,
      password: provider.firstPassword,
      returnTo: 'https://evil.example',
    })
    expect(half.to).toBe('/enrol-code')
    const { page } = await tab.get('/enrol-code?returnTo=/%09/evil.example')
    expect(page).not.toContain('evil.example')
    const end = { code: nextCode(page), password: OWN_PASSWORD, returnTo: '/\\evil.example' }
    expect((await tab.post('/enrol-code', end)).to).toBe('/desk')
  })

  it('that fails keeps the address and says what is wrong by the field, alike for everybody (ASVS 6.3.8)', async () => {
    const provider = await county.hire('provider', 'provider')
    const tab = browser(open())
    const strip = (page: string, email: string) => page.replaceAll(email, 'ADDRESS')
    const known = await tab.post('/sign-in', { email: provider.email, password: 'wrong password' })
    const unknown = await tab.post('/sign-in', { email: 'nobody@example.org', password: 'wrong password' })
    expect([known.status, unknown.status]).toEqual([422, 422])
    expect(strip(known.page, provider.email)).toBe(strip(unknown.page, 'nobody@example.org'))
    expect(known.page).toContain(`value="${provider.email}"`)
    expect(known.page).toMatch(/id="password-error"[\s\S]*do not belong to an account/)
    expect(known.page).not.toContain('wrong password')
    expect(tab.jar.size).toBe(0)
    const empty = await tab.post('/sign-in', { email: '', password: '' })
    expect(empty.page).toContain('Type your e-mail address.')
  })

  it('is stopped after ten tries for one address, known or not, wherever they come from (ASVS 6.3.1)', async () => {
    const provider = await county.hire('provider', 'provider')
    for (const email of [provider.email, 'guess@example.org']) {
      const app = open()
      for (let attempt = 0; attempt < 10; attempt++)
        expect((await browser(app).post('/sign-in', { email, password: 'guess' })).status).toBe(422)
      const stopped = await browser(app).post('/sign-in', {
        email: email.toUpperCase(),
        password: provider.firstPassword,
      })
      expect(stopped.status).toBe(429)
      expect(Number(stopped.response.headers.get('retry-after'))).toBeGreaterThan(800)
      expect(stopped.page).toContain('try again in 15 minutes')
    }
  })

  it('says plainly that the account is locked to whoever has shown its password (CJ-1)', async () => {
    const provider = await county.hire('provider', 'provider')
    const app = open()
    await firstSignIn(browser(app), provider)
    const tab = browser(app)
    await tab.post('/sign-in', { email: provider.email, password: OWN_PASSWORD })
    for (let attempt = 0; attempt < 4; attempt++)
      expect((await tab.post('/second-factor', { code: '000000' })).status).toBe(422)
    const last = await tab.post('/second-factor', { code: '000000' })
    expect(last.status).toBe(403)
    expect(last.page).toContain('It stays locked until an administrator of your organization')
  })

  it('shows the notice before anything can be typed (CJ-4)', async () => {
    const { page } = await browser(open()).get('/sign-in')
    expect(page.indexOf('This system is restricted')).toBeGreaterThan(0)
    expect(page.indexOf('This system is restricted')).toBeLessThan(page.indexOf('name="email"'))
    expect(page).toContain('Agree and sign in')
  })

  it('over TLS keeps the session in a __Host- cookie (ASVS 3.3.1 to 3.3.4)', async () => {
    const provider = await county.hire('provider', 'provider')
    const tab = browser(open({ publicOrigin: 'https://causeway.example.gov' }))
    const { response } = await tab.post('/sign-in', {
      email: provider.email,
      password: provider.firstPassword,
    })
    expect(response.headers.get('set-cookie')).toMatch(
      /^__Host-causeway=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    )
  })
})

describe('signing out', () => {
  it('ends the session here and in any copy of its cookie (CJ-3, ASVS 14.3.1)', async () => {
    const provider = await county.hire('provider', 'provider')
    const app = open()
    const tab = browser(app)
    await firstSignIn(tab, provider)
    const copy = browser(app)
    for (const [name, value] of tab.jar) copy.jar.set(name, value)
    expect((await copy.get('/desk')).status).toBe(200)
    const out = await tab.post('/sign-out', {})
    expect([out.status, out.to, tab.jar.size]).toEqual([303, '/sign-in', 0])
    expect(out.response.headers.get('clear-site-data')).toBe('"cache"')
    expect((await copy.get('/desk')).status).toBe(303)
  })

  it('also works in the middle of signing in', async () => {
    const provider = await county.hire('provider', 'provider')
    const tab = browser(open())
    await tab.post('/sign-in', { email: provider.email, password: provider.firstPassword })
    const [[name, value] = ['', '']] = tab.jar
    await tab.post('/sign-out', {})
    tab.jar.set(name, value)
    expect((await tab.get('/enrol-code')).to).toBe('/sign-in')
  })
})

describe('one-click sign-in', () => {
  const as = (role: string, demo: boolean) => browser(open({ demo })).post('/demo/sign-in', { as: role })

  it('is not there when the application was not started as a demonstration', async () => {
    expect((await as('officer', false)).status).toBe(404)
  })

  it('is not there while one county is real, and the sign-in page offers nobody', async () => {
    expect((await as('officer', true)).status).toBe(404)
    expect((await browser(open({ demo: true })).get('/sign-in')).page).not.toContain('/demo/sign-in')
  })

  it('says which roles there are', async () => {
    const { status, page } = await as('chief', true)
    expect(status).toBe(400)
    expect(page).toContain('<code>harm-reduction</code>')
  })
})
