import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listOutbox } from '#platform/mail/list-outbox.ts'
import { type CareCounty, careCounty } from '#tests/support/care-county.ts'
import { announceReferral, expireLink, handoffClockRanOut, type Postage } from './announce-referral.ts'
import { answerReferral, type Receiver } from './answer-referral.ts'
import { readLink } from './answer-token.ts'
import { getReferral } from './get-referral.ts'
import { referralJobs } from './referral-job-list.ts'
import { takeBackReferral } from './take-back-referral.ts'

const KEY = Buffer.alloc(32, 7)

let care: CareCounty
let postage: Postage
beforeAll(async () => {
  care = await careCounty()
  postage = {
    asActor: care.asActor,
    mailer: undefined,
    linkKey: KEY,
    origin: 'https://causeway.example.org',
  }
  await care.base.admin.query(`update jurisdiction set coordinator_email = 'coordinator@harbor.example.org'`)
})
afterAll(() => care.close())

/** The work that sending, or answering, left for a job. */
const workOf = async <Work extends object>(job: string, id: string): Promise<Work> => {
  const { rows } = await care.base.admin.query(
    `select data from pgboss.job where name = $1 and (data->>'referralId' = $2::text
       or data->>'linkId' in (select id::text from referral_link where referral_id = $2::uuid))
     order by created_on desc`,
    [job, id],
  )
  return rows[0].data
}

const announce = async (id: string) => announceReferral(postage, await workOf('announce-referral', id))
const clockRunsOut = async (id: string) => handoffClockRanOut(postage, await workOf('clock-ran-out', id))

/** What was written to the outbox while something was done. */
const lettersFrom = async (act: () => Promise<unknown>) => {
  const read = () => care.asActor({ kind: 'operator' }, (tx) => listOutbox(tx, 1000))
  const known = new Set((await read()).map(({ id }) => id))
  await act()
  return (await read()).filter(({ id }) => !known.has(id))
}

const stepsOf = async (id: string): Promise<string[]> =>
  (
    await care.base.admin.query('select step from handoff_step where referral_id = $1 order by at, id', [id])
  ).rows.map(({ step }) => step)

const recordsOf = async (id: string, action: string) =>
  (
    await care.base.admin.query(
      'select actor_kind, job, jurisdiction_id from audit_record where action = $2 and $1 = any(subject_ids)',
      [id, action],
    )
  ).rows

const accept = (id: string, actor: Receiver = care.desk) =>
  answerReferral(care.asActor, actor, id, { answer: 'accepted' })

describe('announcing a referral', () => {
  test('writes to the place’s intake desk, with a link that opens this referral', async () => {
    const id = await care.send()
    const [letter, ...more] = await lettersFrom(() => announce(id))
    expect(more).toEqual([])
    expect(letter).toMatchObject({
      to: 'intake@harbor-recovery.example.org',
      subject: 'Somebody is waiting for your answer',
    })
    const token =
      /https:\/\/causeway\.example\.org\/answer\/([\w-]{48})\n/.exec(letter?.text ?? '')?.[1] ?? ''
    const link = await care.base.admin.query('select id from referral_link where referral_id = $1', [id])
    expect(readLink(KEY, token)?.linkId).toBe(link.rows[0].id)
  })

  test('writes down that it was delivered, which the sender sees', async () => {
    const id = await care.send()
    await announce(id)
    const seen = await getReferral(care.asActor, care.officer, id, 'page')
    expect(seen?.steps.map(({ step, by }) => [step, by])).toEqual([
      ['submitted', expect.stringContaining('Pierpoint Police')],
      ['delivered', 'Causeway'],
    ])
    expect(await recordsOf(id, 'referrals.announce')).toEqual([
      { actor_kind: 'job', job: 'announce-referral', jurisdiction_id: care.county.id },
    ])
  })

  test('sends once when its job runs twice, or twice at once', async () => {
    const id = await care.send()
    const letters = await lettersFrom(async () => {
      await Promise.all([announce(id), announce(id)])
      await announce(id)
    })
    expect(letters).toHaveLength(1)
    expect(await stepsOf(id)).toEqual(['submitted', 'delivered'])
    expect(await recordsOf(id, 'referrals.announce')).toHaveLength(1)
  })

  test('sends nothing when the referral was taken back in between, or its link has ended', async () => {
    const [takenBack, ended] = [await care.send(), await care.send()]
    await takeBackReferral(care.asActor, care.officer, takenBack)
    await care.base.admin.query(`update referral_link set expires_at = now() where referral_id = $1`, [ended])
    expect(await lettersFrom(() => announce(takenBack))).toEqual([])
    expect(await lettersFrom(() => announce(ended))).toEqual([])
    expect([await stepsOf(takenBack), await stepsOf(ended)]).toEqual([
      ['submitted', 'withdrawn'],
      ['submitted'],
    ])
  })

  test('is the same to the sender when the place answered at its desk before (P2-050)', async () => {
    const [answered, declined, open] = [await care.send(), await care.send(), await care.send()]
    await accept(answered)
    await answerReferral(care.asActor, care.desk, declined, { answer: 'declined', reason: 'full' })
    for (const id of [answered, declined, open]) {
      await announce(id)
      const seen = await getReferral(care.asActor, care.officer, id, 'page')
      expect(seen?.steps.map(({ step }) => step)).toEqual(['submitted', 'delivered'])
    }
  })

  test('after a yes by the link sends the way to confirm the arrival, unless that was confirmed by then', async () => {
    const [id, arrived] = [await care.send(), await care.send()]
    for (const one of [id, arrived]) await accept(one, await holderOf(one))
    const [letter] = await lettersFrom(() => announce(id))
    expect(letter).toMatchObject({ subject: 'Thank you. Please tell us when they arrive' })
    expect(await stepsOf(id)).toEqual(['submitted', 'accepted'])
    await care.base.admin.query(
      `update referral_link set used_at = now() where referral_id = $1 and purpose = 'confirm-arrival'`,
      [arrived],
    )
    expect(await lettersFrom(() => announce(arrived))).toEqual([])
  })

  test('writes to nobody where no address is known, and the desk still shows it', async () => {
    const id = await care.send()
    await care.base.admin.query(`update service set intake_email = null`)
    const letters = await lettersFrom(() => announce(id))
    await care.base.admin.query(`update service set intake_email = 'intake@harbor-recovery.example.org'`)
    expect(letters).toEqual([])
    expect(await getReferral(care.asActor, care.desk, id, 'page')).toMatchObject({ id })
  })
})

describe('when the handoff clock has run out', () => {
  test('the place is reminded and the coordinator told, once each', async () => {
    const id = await care.send()
    const letters = await lettersFrom(async () => {
      await Promise.all([clockRunsOut(id), clockRunsOut(id)])
      await clockRunsOut(id)
    })
    expect(letters.map(({ to, subject }) => [to, subject]).sort()).toEqual([
      ['coordinator@harbor.example.org', 'A handoff clock ran out'],
      ['intake@harbor-recovery.example.org', 'Somebody is still waiting for your answer'],
    ])
    expect(await recordsOf(id, 'referrals.clock-ran-out')).toHaveLength(1)
  })

  test('the coordinator is told also where the place has no address', async () => {
    const id = await care.send()
    await care.base.admin.query(`update service set intake_email = null`)
    const letters = await lettersFrom(() => clockRunsOut(id))
    await care.base.admin.query(`update service set intake_email = 'intake@harbor-recovery.example.org'`)
    expect(letters.map(({ to }) => to)).toEqual(['coordinator@harbor.example.org'])
  })

  test('nobody is told when it was answered, either way, or taken back', async () => {
    const [yes, no, takenBack] = [await care.send(), await care.send(), await care.send()]
    await accept(yes)
    await answerReferral(care.asActor, care.desk, no, { answer: 'declined', reason: 'full' })
    await takeBackReferral(care.asActor, care.officer, takenBack)
    for (const id of [yes, no, takenBack]) expect(await lettersFrom(() => clockRunsOut(id))).toEqual([])
  })
})

describe('when a link ends', () => {
  const ends = async (id: string) => expireLink(postage, await workOf('expire-link', id))

  test('without an answer, the record says so', async () => {
    const id = await care.send()
    await care.base.admin.query(`update referral_link set expires_at = now() where referral_id = $1`, [id])
    await ends(id)
    expect(await recordsOf(id, 'referrals.expire')).toEqual([
      { actor_kind: 'job', job: 'expire-link', jurisdiction_id: care.county.id },
    ])
  })

  test('after an answer or a taking back, there is nothing to say', async () => {
    const [answered, takenBack] = [await care.send(), await care.send()]
    await accept(answered)
    await takeBackReferral(care.asActor, care.officer, takenBack)
    for (const id of [answered, takenBack]) {
      await ends(id)
      expect(await recordsOf(id, 'referrals.expire')).toEqual([])
    }
  })
})

test('no message says anything about the person, who asked, or what for, in subject or body (P2-032)', async () => {
  const id = await care.send()
  const letters = await lettersFrom(async () => {
    await announce(id)
    await clockRunsOut(id)
    await accept(id, await holderOf(id))
    await announce(id)
  })
  expect(letters).toHaveLength(4)
  for (const { subject, text } of letters) {
    const words = `${subject}\n${text}`
    expect(words).not.toMatch(/Sam|0177|Ferry|Pierpoint|police|officer|Detox/)
    expect(words).not.toMatch(
      /substance|drug|opioid|overdose|naloxone|treatment|recovery|detox|addict|alcohol|methadone|buprenorphine|rehab|sober|clinic/i,
    )
  }
})

test('every job is there to be run by its name', async () => {
  const jobs = referralJobs(postage)
  expect(jobs.map(({ name, retries, every }) => [name, retries, every])).toEqual([
    ['announce-referral', 10, undefined],
    ['clock-ran-out', 10, undefined],
    ['expire-link', 5, undefined],
    ['drop-drafts', 2, '17 * * * *'],
  ])
  const id = await care.send()
  const letters = await lettersFrom(async () => {
    for (const job of jobs) {
      const run = job.run as (data: object) => Promise<void>
      await run(job.name === 'drop-drafts' ? {} : await workOf(job.name, id))
    }
  })
  expect(letters).toHaveLength(3)
  expect(await recordsOf(id, 'referrals.expire')).toHaveLength(1)
})

const holderOf = async (id: string): Promise<Receiver> => {
  const { rows } = await care.base.admin.query(
    `select id from referral_link where referral_id = $1 and purpose = 'answer'`,
    [id],
  )
  return {
    kind: 'link',
    linkId: rows[0].id,
    referralId: id,
    organizationId: care.county.provider,
    jurisdictionId: care.county.id,
  }
}
