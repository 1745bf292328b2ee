import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { type Serving, serve } from '#platform/http/serve.ts'
import { type CountyApi, countyApi } from '#tests/support/county-api.ts'
import { LANTERN_DETOX } from '#tests/support/invented.ts'
import { postedForm } from '#tests/support/posted-form.ts'

let county: CountyApi
let serving: Serving
let cookie: string
beforeAll(async () => {
  county = await countyApi()
  serving = await serve({ fetch: county.fetch, host: '127.0.0.1', port: 0 })
  cookie = await signIn('officer')
})
afterAll(async () => {
  await serving.stop()
  await county.close()
})

const signIn = async (role: string): Promise<string> => {
  const signedIn = await fetch(`http://127.0.0.1:${serving.port}/demo/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ as: role }),
  })
  return signedIn.headers.get('set-cookie')?.split(';')[0] ?? ''
}

type Sending = { path: string; fields: Parameters<typeof postedForm>[0]; as?: string }

/** Sends the head of a request and as much of its body as fits, then waits as `until` says, and is gone. */
const sendPart = async (
  { path, fields, as = cookie }: Sending,
  share: number,
  until: (socket: Socket) => Promise<unknown>,
  isChunked = false,
): Promise<void> => {
  const [body] = postedForm(fields)
  const part = body.slice(0, Math.floor(body.length * share))
  const socket = connect(serving.port, '127.0.0.1')
  socket.on('error', () => undefined)
  await once(socket, 'connect')
  socket.write(
    [
      `POST ${path} HTTP/1.1`,
      `Host: 127.0.0.1:${serving.port}`,
      `Cookie: ${as}`,
      'Content-Type: application/x-www-form-urlencoded',
      isChunked ? 'Transfer-Encoding: chunked' : `Content-Length: ${body.length}`,
      '',
      isChunked ? `${part.length.toString(16)}\r\n${part}\r\n` : part,
    ].join('\r\n'),
  )
  await until(socket)
  socket.destroy()
  await serverIsIdle()
}

const moment = () => new Promise((resume) => setTimeout(resume, 60))
const untilAnswered = (socket: Socket) => once(socket, 'data')
/** Time enough for whatever the server would still do. */
const serverIsIdle = () => new Promise((resume) => setTimeout(resume, 120))

const counts = async (): Promise<Record<string, number>> => {
  const tables = [
    'person',
    'referral',
    'referral_draft',
    'referral_answer',
    'handoff_step',
    'release',
    'audit_record',
  ]
  const { rows } = await county.base.admin.query(
    `select ${tables.map((table) => `(select count(*)::int from ${table}) as ${table}`).join(', ')}`,
  )
  return rows[0]
}

const form = (id: string) => ({
  id,
  serviceId: LANTERN_DETOX,
  needs: 'treatment',
  name: 'Sam',
  agreesToContact: 'no',
})

let id: string
beforeEach(async () => {
  id = newId()
})

const shares = [0, 0.3, 0.6, 0.99]

describe('a connection that is lost in the middle of a form', () => {
  test.each(shares)('of a referral, after %d of it, writes nothing', async (share) => {
    const before = await counts()
    await sendPart({ path: '/referrals', fields: form(id) }, share, moment)
    await sendPart({ path: '/referrals', fields: form(id) }, share, moment, true)
    expect(await counts()).toEqual(before)
  })

  test.each(shares)(
    'of a draft, after %d of it, writes nothing and keeps the draft before',
    async (share) => {
      await sendPart({ path: '/field/referral/draft', fields: form(id) }, 1, untilAnswered)
      const before = await counts()
      for (const path of ['/field/referral/draft', '/field/referral'])
        await sendPart({ path, fields: { ...form(id), name: 'Alex' } }, share, moment)
      expect(await counts()).toEqual(before)
      const { rows } = await county.base.admin.query(
        `select fields->'name' as name from referral_draft where id = $1`,
        [id],
      )
      expect(rows).toEqual([{ name: ['Sam'] }])
    },
  )

  test('of an answer or a confirmation writes neither, so that the next press still says all of it', async () => {
    await sendPart({ path: '/referrals', fields: form(id) }, 1, untilAnswered)
    const desk = await signIn('provider')
    const answer = { path: `/desk/referrals/${id}/answer`, fields: { answer: 'accepted' }, as: desk }
    const before = await counts()
    await sendPart(answer, 0.5, moment)
    expect(await counts()).toEqual(before)
    await sendPart(answer, 1, untilAnswered)
    const answered = await counts()
    for (const [path, as] of [
      [`/desk/referrals/${id}/arrived`, desk],
      [`/referrals/${id}/handoff`, cookie],
    ] as const) {
      await sendPart({ path, fields: { personConfirms: 'yes' }, as }, 0.5, moment)
      expect(await counts()).toEqual(answered)
    }
  })
})

test('a connection that is lost before the answer comes: the referral is there, and sending it again is harmless', async () => {
  const before = await counts()
  await sendPart({ path: '/referrals', fields: form(id) }, 1, moment)
  await sendPart({ path: '/referrals', fields: form(id) }, 1, untilAnswered)
  const after = await counts()
  expect([after.referral, after.person, after.audit_record]).toEqual(
    [before.referral, before.person, before.audit_record].map((count = 0) => count + 1),
  )
})
