import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Mailer, smtpMailer } from '#platform/mail/mailer.ts'
import { type CareCounty, careCounty } from '#tests/support/care-county.ts'
import { type TestMailServer, testMailServer } from '#tests/support/mail-server.ts'
import { announceReferral, type Postage } from './announce-referral.ts'
import { answerReferral } from './answer-referral.ts'
import { getReferral } from './get-referral.ts'
import { takeBackReferral } from './take-back-referral.ts'

let care: CareCounty
let server: TestMailServer
let mailer: Mailer
beforeAll(async () => {
  care = await careCounty()
  server = await testMailServer()
  mailer = smtpMailer(server.url, 'Causeway <no-reply@harbor-county.example.org>')
})
afterAll(async () => {
  mailer.close()
  await server.close()
  await care.close()
})
beforeEach(() => server.behave('takes'))

const announce = async (id: string, changes: Partial<Postage> = {}): Promise<void> => {
  const { rows } = await care.base.admin.query(
    `select data from pgboss.job where name = 'announce-referral'
       and data->>'linkId' in (select id::text from referral_link where referral_id = $1)`,
    [id],
  )
  const origin = 'https://causeway.example.org'
  const postage = { asActor: care.asActor, mailer, linkKey: Buffer.alloc(32, 7), origin, ...changes }
  return announceReferral(postage, rows[0].data)
}

const received = async (act: () => Promise<unknown>) => {
  const before = server.received.length
  await act()
  return server.received.slice(before)
}

const stepsSeen = async (id: string) =>
  (await getReferral(care.asActor, care.officer, id, 'page'))?.steps.map(({ step }) => step)

const messages = async (id: string) =>
  (
    await care.base.admin.query(
      `select m.to_address, m.body, m.transport, m.sent_at is not null as sent from message m
       join pgboss.job j on j.data->>'messageId' = m.id::text
       join referral_link l on l.id::text = j.data->>'linkId' where l.referral_id = $1`,
      [id],
    )
  ).rows

const messageIdIn = (headers = ''): string => /^message-id: (.*)$/im.exec(headers)?.[1] ?? ''

test('a referral is announced through the organization’s own mail server', async () => {
  const id = await care.send()
  const [mail, ...more] = await received(() => announce(id))
  expect(more).toEqual([])
  expect(mail).toMatchObject({
    from: 'no-reply@harbor-county.example.org',
    to: 'intake@harbor-recovery.example.org',
  })
  expect(mail?.headers).toMatch(/^Subject: Somebody is waiting for your answer$/m)
  expect(mail?.text).toMatch(/\nhttps:\/\/causeway\.example\.org\/answer\/[\w-]{48}\n/)
  expect(messageIdIn(mail?.headers)).toMatch(/^<[0-9a-f-]{36}@harbor-county\.example\.org>$/)
  expect(await stepsSeen(id)).toEqual(['submitted', 'delivered'])
})

test('the database keeps no text of a mail that left, because a link is in it', async () => {
  const id = await care.send()
  await announce(id)
  expect(await messages(id)).toEqual([
    { to_address: 'intake@harbor-recovery.example.org', body: null, transport: 'smtp', sent: true },
  ])
})

test.each(['busy', 'hangs-up'] as const)(
  'while the mail server %s nothing counts as delivered; tried again, the same message goes out once',
  async (trouble) => {
    const id = await care.send()
    server.behave(trouble)
    for (let attempt = 0; attempt < 2; attempt += 1) await expect(announce(id)).rejects.toThrow()
    expect(await stepsSeen(id)).toEqual(['submitted'])
    expect((await messages(id)).map(({ sent }) => sent)).toEqual([false])
    server.behave('takes')
    const mails = await received(async () => {
      await announce(id)
      await announce(id)
    })
    expect(mails).toHaveLength(1)
    expect(await stepsSeen(id)).toEqual(['submitted', 'delivered'])
    expect((await messages(id)).map(({ sent }) => sent)).toEqual([true])
  },
)

test('a process that dies after the server took the mail offers it again under the same Message-ID', async () => {
  const id = await care.send()
  const diesAfterwards: Mailer = {
    close: () => undefined,
    send: async (letter) => {
      await mailer.send(letter)
      throw new Error('the process died')
    },
  }
  const [first] = await received(() => announce(id, { mailer: diesAfterwards }).catch(() => undefined))
  const [second, ...more] = await received(() => announce(id))
  expect(more).toEqual([])
  expect(messageIdIn(second?.headers)).toBe(messageIdIn(first?.headers))
  expect(messageIdIn(second?.headers)).not.toBe('')
  expect(await stepsSeen(id)).toEqual(['submitted', 'delivered'])
})

test('a referral that is taken back while the mail server is away is never announced', async () => {
  const id = await care.send()
  server.behave('busy')
  await expect(announce(id)).rejects.toThrow()
  await takeBackReferral(care.asActor, care.officer, id)
  server.behave('takes')
  expect(await received(() => announce(id))).toEqual([])
  expect(await stepsSeen(id)).toEqual(['submitted', 'withdrawn'])
})

test('while the mail server is away an answer at the desk does not show through the delivery (P2-050)', async () => {
  const [answered, open] = [await care.send(), await care.send()]
  server.behave('busy')
  await expect(announce(answered)).rejects.toThrow()
  await answerReferral(care.asActor, care.desk, answered, { answer: 'accepted' })
  for (const id of [answered, open]) {
    await expect(announce(id)).rejects.toThrow()
    expect(await stepsSeen(id)).toEqual(['submitted'])
  }
  server.behave('takes')
  for (const id of [answered, open]) {
    await announce(id)
    expect(await stepsSeen(id)).toEqual(['submitted', 'delivered'])
  }
})
