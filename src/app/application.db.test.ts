import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ROLES } from '#kernel/actor.ts'
import { deriveKeys } from '#platform/config/keys.ts'
import { type Database, openDatabase } from '#platform/database/as-actor.ts'
import { openJobs } from '#platform/jobs/open-jobs.ts'
import { type TestDatabase, testDatabase } from '#tests/support/database.ts'
import { application } from './application.tsx'
import { fillDemonstration } from './demo/fill-demonstration.ts'
import { navigationOf } from './frame.ts'

let database: TestDatabase
let causeway: Database
let closeQueue: () => Promise<void>
let publicFolder: string
const logged: Record<string, unknown>[] = []

const open = (needs: { demo?: boolean; publicOrigin?: string } = {}) =>
  application({
    asActor: causeway.asActor,
    keys: deriveKeys('a secret that is only for this test'),
    log: (event, fields) => logged.push({ event, ...fields }),
    publicOrigin: needs.publicOrigin,
    trustProxy: false,
    demo: needs.demo ?? true,
    publicFolder,
  })

const form = (fields: Record<string, string>, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
  body: new URLSearchParams(fields).toString(),
})

const cookieOf = (response: Response): string => response.headers.get('set-cookie')?.split(';')[0] ?? ''

beforeAll(async () => {
  database = await testDatabase()
  const queue = await openJobs(database.app, { works: false, onFault: () => undefined })
  closeQueue = queue.stop
  causeway = openDatabase(database.app, queue)
  publicFolder = mkdtempSync(join(tmpdir(), 'causeway-public-'))
  writeFileSync(
    join(publicFolder, 'assets.json'),
    JSON.stringify({ style: '/assets/causeway-1.css', script: '/assets/browser-1.js' }),
  )
  await fillDemonstration(causeway.asActor)
})

afterAll(async () => {
  await closeQueue()
  await causeway.close()
  await database.drop()
  rmSync(publicFolder, { recursive: true })
})

test('a page is sent compressed to whoever can read that, and to nobody else', async () => {
  const asked = await open().request('/', { headers: { 'accept-encoding': 'gzip, br' } })
  expect([asked.headers.get('content-encoding'), asked.headers.get('vary')]).toEqual([
    'gzip',
    'Accept-Encoding',
  ])
  const plain = await open().request('/')
  expect([plain.headers.get('content-encoding'), plain.headers.get('vary')]).toEqual([
    null,
    'Accept-Encoding',
  ])
  const unpacked = gunzipSync(Buffer.from(await asked.arrayBuffer())).toString()
  expect(unpacked).toBe(await plain.text())
})

describe('whatever watches over the process', () => {
  test('hears that it is alive and that it can serve', async () => {
    expect((await open().request('/healthz')).status).toBe(200)
    expect((await open().request('/readyz')).status).toBe(200)
  })

  test('hears that it cannot serve while the database is away, and that it is still alive', async () => {
    const away = application({
      asActor: () => Promise.reject(new Error('away')),
      keys: deriveKeys('a secret that is only for this test'),
      log: () => undefined,
      publicOrigin: undefined,
      trustProxy: false,
      demo: false,
      publicFolder,
    })
    expect((await away.request('/readyz')).status).toBe(503)
    expect((await away.request('/healthz')).status).toBe(200)
  })
})

describe('every answer', () => {
  test('lets the browser run nothing that is written into the page, and load nothing from elsewhere', async () => {
    const { headers } = await open().request('/')
    const policy = headers.get('content-security-policy')
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toContain('unsafe')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('strict-transport-security')).toBeNull()
  })

  test('holds the browser to TLS where people come by TLS', async () => {
    const { headers } = await open({ publicOrigin: 'https://causeway.example.gov' }).request('/')
    expect(headers.get('strict-transport-security')).toContain('max-age=31536000')
  })

  test('carries its request’s id, which is also in the log, and the log holds no path', async () => {
    logged.length = 0
    const response = await open().request('/design/frame/nobody-has-this-name')
    expect(response.status).toBe(404)
    const [line] = logged
    expect(line?.requestId).toBe(response.headers.get('x-request-id'))
    expect(JSON.stringify(logged)).not.toContain('nobody-has-this-name')
  })

  test('to HEAD is the same without its body', async () => {
    const response = await open().request('/', { method: 'HEAD' })
    expect([response.status, await response.text()]).toEqual([200, ''])
  })
})

describe('trouble', () => {
  test('an address that leads nowhere has a page with a way on', async () => {
    const response = await open().request('/nowhere')
    expect(response.status).toBe(404)
    expect(await response.text()).toContain('Back to the start')
  })

  test('a program is told in its own language', async () => {
    const response = await open().request('/api/nowhere')
    expect([response.status, response.headers.get('content-type')]).toEqual([404, 'application/problem+json'])
    expect(await response.json()).toMatchObject({ code: 'not-found', status: 404 })
  })

  test.each([
    ['BREW', '/', 'GET, HEAD'],
    ['DELETE', '/sign-in', 'GET, HEAD, POST'],
    ['GET', '/sign-out', 'POST'],
    ['PUT', '/api/v1/referrals', 'GET, HEAD, POST'],
  ])('%s at %s is told which methods there are', async (method, path, methods) => {
    const response = await open().request(path, { method })
    expect([response.status, response.headers.get('allow')]).toEqual([405, methods])
    if (path.startsWith('/api/')) expect(await response.json()).toMatchObject({ code: 'wrong-method' })
  })

  test('an address that leads nowhere does so with every method', async () => {
    const response = await open().request('/nowhere', { method: 'PUT' })
    expect([response.status, response.headers.get('allow')]).toEqual([404, null])
  })

  test('a form that another site sends in somebody’s name is refused', async () => {
    const asOther = form({ as: 'officer' }, { origin: 'https://evil.example', host: 'localhost' })
    const response = await open().request('/demo/sign-in', asOther)
    expect([response.status, response.headers.get('set-cookie')]).toEqual([403, null])
    expect(await response.text()).toContain('nothing was done')
  })

  test('more than can be a form is refused, whether or not it says how large it is', async () => {
    const large = { ...form({ value: 'x'.repeat(70_000) }) }
    expect((await open().request('/theme', large)).status).toBe(413)
    const unsaid = new ReadableStream({
      start: (stream) => {
        stream.enqueue(new Uint8Array(70_000))
        stream.close()
      },
    })
    const streamed = { method: 'POST', body: unsaid, duplex: 'half' } as RequestInit
    expect((await open().request('/theme', streamed)).status).toBe(413)
  })

  test('a fault says nothing of itself to people, and its kind, never its message, to the log', async () => {
    const broken = application({
      asActor: () => Promise.reject(new Error('row of Maria Lopez')),
      keys: deriveKeys('a secret that is only for this test'),
      log: (event, fields) => logged.push({ event, ...fields }),
      publicOrigin: undefined,
      trustProxy: false,
      demo: false,
      publicFolder,
    })
    logged.length = 0
    const response = await broken.request('/', { headers: { cookie: 'causeway=x' } })
    const page = await response.text()
    expect(response.status).toBe(500)
    expect(page).toContain(response.headers.get('x-request-id'))
    expect(page).toContain('It is not your fault')
    expect(page + JSON.stringify(logged)).not.toContain('Maria')
    expect(logged[0]).toMatchObject({ event: 'fault', fault: 'Error' })
  })
})

describe('in the demonstration', () => {
  test.each(ROLES)('one click makes somebody %s, and their first page names them', async (role) => {
    const app = open()
    const signedIn = await app.request('/demo/sign-in', form({ as: role }))
    expect([signedIn.status, signedIn.headers.get('location')]).toEqual([303, navigationOf([role])[0]?.href])
    const home = await app.request('/start', { headers: { cookie: cookieOf(signedIn) } })
    const page = await home.text()
    expect(home.status).toBe(200)
    expect(page).toContain('Sample data: every name, place and number here is invented.')
    expect(page).toContain('Who you are here')
  })

  test.each(ROLES)('%s can open all that they are shown', async (role) => {
    const app = open()
    const cookie = cookieOf(await app.request('/demo/sign-in', form({ as: role })))
    const home = await (await app.request('/start', { headers: { cookie } })).text()
    const shown = [...home.matchAll(/<a href="(\/[^"]*)"/g)].map(([, href]) => href as string)
    expect(shown.length).toBeGreaterThan(8)
    const refused: string[] = []
    for (const href of new Set(shown)) {
      const { status } = await app.request(href, { headers: { cookie } })
      if (status !== 200) refused.push(`${href} answers ${status}`)
    }
    expect(refused).toEqual([])
  })

  test('the county is loaded once, however often', async () => {
    await fillDemonstration(causeway.asActor)
    const { rows } = await database.admin.query(
      'select (select count(*)::int from member) as members, (select count(*)::int from jurisdiction) as counties',
    )
    expect(rows).toEqual([{ members: 12, counties: 1 }])
  })

  test('messages are shown as text with their links, whatever they hold', async () => {
    await database.admin.query(`
      insert into message (id, to_address, subject, body, transport, sent_at) values (
        gen_random_uuid(), 'intake@lantern-house.example.org', 'Can you help?',
        E'Answer here:\\nhttp://localhost:3000/answer/abc.\\n\\n<script>alert(1)</script>', 'outbox', now())`)
    const page = await (await open().request('/demo/outbox')).text()
    expect(page).toContain('<a href="http://localhost:3000/answer/abc">http://localhost:3000/answer/abc</a>.')
    expect(page).toContain('&lt;script&gt;')
  })

  test('is not there unless asked for', async () => {
    const app = open({ demo: false })
    expect((await app.request('/demo/outbox')).status).toBe(404)
    expect((await app.request('/demo/sign-in', form({ as: 'officer' }))).status).toBe(404)
    expect(await (await app.request('/sign-in')).text()).not.toContain('Look around as somebody')
  })
})

describe('the theme', () => {
  test('is kept, and leads back to where it was chosen', async () => {
    const app = open()
    const chosen = await app.request('/theme', form({ value: 'night', returnTo: '/sign-in?returnTo=/desk' }))
    expect([chosen.status, chosen.headers.get('location')]).toEqual([303, '/sign-in?returnTo=/desk'])
    const page = await app.request('/sign-in', { headers: { cookie: cookieOf(chosen) } })
    expect(await page.text()).toContain('data-theme="night"')
  })

  test('leads to no other site', async () => {
    const chosen = await open().request('/theme', form({ value: 'night', returnTo: '//evil.example' }))
    expect(chosen.headers.get('location')).toBe('/')
  })
})
