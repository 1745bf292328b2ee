import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { isRefusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { breaking } from '#tests/support/breaking.ts'
import { type CareCounty, careCounty } from '#tests/support/care-county.ts'
import { answerReferral, type Receiver } from './answer-referral.ts'
import { signLink } from './answer-token.ts'
import { confirmHandoff } from './confirm-handoff.ts'
import { getReferral } from './get-referral.ts'
import type { Sender } from './make-referral.ts'
import { openLink } from './open-link.ts'
import type { AnswerInput } from './referral.ts'
import { takeBackReferral } from './take-back-referral.ts'

let care: CareCounty
beforeAll(async () => {
  care = await careCounty()
})
afterAll(() => care.close())
afterEach(() => vi.useRealTimers())

const KEY = Buffer.alloc(32, 7)
const TRACE = { requestId: 'req-1', source: '10.0.0.1' }
const YES: AnswerInput = { answer: 'accepted' }
const NO: AnswerInput = { answer: 'declined', reason: 'full' }

const answer = (id: string, input = YES, actor: Receiver = care.desk, asActor: AsActor = care.asActor) =>
  answerReferral(asActor, actor, id, input)

const tokenFor = async (id: string, purpose: 'answer' | 'confirm-arrival' = 'answer'): Promise<string> => {
  const { rows } = await care.base.admin.query(
    'select id, expires_at from referral_link where referral_id = $1 and purpose = $2',
    [id, purpose],
  )
  return signLink(KEY, { linkId: rows[0].id, expiresAt: rows[0].expires_at })
}

const open = (token: string) => openLink(care.asActor, KEY, token, TRACE)

const holderOf = async (id: string, purpose?: 'confirm-arrival'): Promise<Receiver> => {
  const link = await open(await tokenFor(id, purpose))
  if (!link) throw new Error('The link does not open.')
  return link.actor
}

const endsIn = (id: string, interval: string) =>
  care.base.admin.query(`update referral_link set expires_at = now() + $2::interval where referral_id = $1`, [
    id,
    interval,
  ])

const kept = async (id: string) =>
  (
    await care.base.admin.query(
      `select answer, reason, member_id, link_id,
         (select array_agg(step order by at, s.id) from handoff_step s where s.referral_id = $1) as steps,
         (select count(*)::int from audit_record where action = 'referrals.answer' and $1 = any(subject_ids)) as records,
         (select count(*)::int from referral_link where referral_id = $1 and used_at is not null) as used
       from referral_answer where referral_id = $1`,
      [id],
    )
  ).rows

describe('the place that was asked', () => {
  test('says yes, and the link is used up', async () => {
    const id = await care.send()
    expect(await answer(id)).toEqual({ referralId: id, nextLink: undefined })
    expect(await kept(id)).toMatchObject([
      { answer: 'accepted', steps: ['submitted', 'accepted'], member_id: care.desk.memberId, used: 1 },
    ])
    expect((await open(await tokenFor(id)))?.state).toBe('used')
  })

  test('says yes by its signed link, and gets the one with which it confirms the arrival', async () => {
    const id = await care.send()
    const given = await answer(id, YES, await holderOf(id))
    if (isRefusal(given)) throw new Error(given.refused)
    const next = await open(await tokenFor(id, 'confirm-arrival'))
    expect(next).toMatchObject({ purpose: 'confirm-arrival', state: 'good' })
    expect(given.nextLink?.id).toBe(next?.actor.linkId)
    expect(await kept(id)).toMatchObject([{ member_id: null, link_id: expect.any(String), used: 1 }])
  })

  test('keeps a reason only with a no, and a day only with a yes for a day', async () => {
    const [yes, later, no] = [await care.send(), await care.send(), await care.send()]
    await answer(yes, { answer: 'accepted', forDate: '2027-01-04', reason: 'full' })
    await answer(later, { answer: 'accepted-for-date', forDate: '2027-01-04', reason: 'full' })
    await answer(no, { answer: 'declined', reason: 'payer', forDate: '2027-01-04' })
    const { rows } = await care.base.admin.query(
      'select answer, for_date, reason from referral_answer where referral_id = any($1) order by referral_id',
      [[yes, later, no]],
    )
    expect(rows).toEqual([
      { answer: 'accepted', for_date: null, reason: null },
      { answer: 'accepted-for-date', for_date: '2027-01-04', reason: null },
      { answer: 'declined', for_date: null, reason: 'payer' },
    ])
  })
})

describe('of two who answer at once', () => {
  test('at the desk and by the link, one counts, and the other is told that it was answered', async () => {
    for (const [first, second] of [
      [YES, NO],
      [NO, YES],
      [YES, YES],
    ] as const) {
      const id = await care.send()
      const holder = await holderOf(id)
      const answers = await Promise.all([answer(id, first, holder), answer(id, second)])
      expect(answers.filter(isRefusal)).toEqual([{ refused: 'already-answered' }])
      const winner = isRefusal(answers[0]) ? second : first
      expect(await kept(id)).toMatchObject([{ answer: winner.answer, records: 1, used: 1 }])
    }
  })

  test('eight colleagues at once, one counts', async () => {
    const id = await care.send()
    const colleague = await care.county.hire('provider', 'provider')
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) => (index % 2 ? answer(id) : answer(id, NO, colleague))),
    )
    const [row] = await kept(id)
    expect(row).toMatchObject({ records: 1, used: 1 })
    expect(row.steps).toHaveLength(2)
    expect(answers.filter(isRefusal)).toHaveLength(4)
  })

  test('the same person twice, both are told what they said', async () => {
    const id = await care.send()
    const holder = await holderOf(id)
    const [first, second] = await Promise.all([answer(id, YES, holder), answer(id, YES, holder)])
    expect(first).toEqual({
      referralId: id,
      nextLink: { id: expect.any(String), expiresAt: expect.any(Date) },
    })
    expect(second).toEqual(first)
    expect(await kept(id)).toMatchObject([{ records: 1, steps: ['submitted', 'accepted'] }])
  })

  test('nobody changes an answer that was given', async () => {
    const id = await care.send()
    await answer(id, YES)
    for (const change of [NO, { answer: 'accepted-for-date', forDate: '2027-01-04' } as const])
      expect(await answer(id, change)).toEqual({ refused: 'already-answered' })
    expect(await kept(id)).toMatchObject([{ answer: 'accepted', records: 1 }])
  })
})

test('an answer whose commit is in doubt is given again, and is one', async () => {
  const inDoubt: AsActor = async (actor, work) => {
    await care.asActor(actor, work)
    return care.asActor(actor, work)
  }
  for (const input of [YES, NO, { answer: 'accepted-for-date', forDate: '2027-01-04' } as const]) {
    const [byMember, byLink] = [await care.send(), await care.send()]
    expect(await answer(byMember, input, care.desk, inDoubt)).toMatchObject({ referralId: byMember })
    expect(await answer(byLink, input, await holderOf(byLink), inDoubt)).toMatchObject({
      referralId: byLink,
      nextLink: input === NO ? undefined : { id: expect.any(String) },
    })
    for (const id of [byMember, byLink]) expect(await kept(id)).toMatchObject([{ records: 1, used: 1 }])
  }
})

describe('nobody else answers', () => {
  test('the sender, another organization, or somebody who works with no people', async () => {
    const id = await care.send()
    const place = { jurisdictionId: care.county.id, organizationId: care.county.provider }
    const others: Receiver[] = [
      care.officer,
      { ...care.desk, organizationId: newId() },
      { ...care.desk, jurisdictionId: newId() },
      { ...care.desk, roles: ['manager', 'administrator', 'privacy-officer'] },
      { kind: 'link', linkId: newId(), referralId: id, ...place },
      { kind: 'token', tokenId: newId(), roles: ['trainer'], ...place },
    ]
    for (const other of others) expect(await answer(id, YES, other)).toEqual({ refused: 'not-open' })
    expect(await kept(id)).toEqual([])
  })

  test('with a link to another referral', async () => {
    const [one, other] = [await care.send(), await care.send()]
    const holder = await holderOf(one)
    expect(await answer(other, YES, holder)).toEqual({ refused: 'not-open' })
    expect(await kept(other)).toEqual([])
  })
})

describe('a signed link', () => {
  test('ends by the database’s clock, whatever the application’s clock or the link itself says', async () => {
    const id = await care.send()
    const holder = await holderOf(id)
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2039-01-01') })
    expect((await open(await tokenFor(id)))?.state).toBe('good')
    vi.setSystemTime(new Date('2001-01-01'))
    const longLived = signLink(KEY, {
      linkId: holder.kind === 'link' ? holder.linkId : '',
      expiresAt: new Date('2038-01-01'),
    })
    await endsIn(id, '-1 second')
    expect((await open(longLived))?.state).toBe('ended')
    expect(await answer(id, YES, holder)).toEqual({ refused: 'not-open' })
    await endsIn(id, '1 minute')
    expect((await open(longLived))?.state).toBe('good')
    expect(await answer(id, YES, holder)).toMatchObject({ referralId: id })
  })

  test('answers once', async () => {
    const id = await care.send()
    const holder = await holderOf(id)
    await answer(id, YES, holder)
    expect(await answer(id, NO, holder)).toEqual({ refused: 'already-answered' })
    expect(await getReferral(care.asActor, holder, id, 'page')).toBeUndefined()
  })

  test('that was never made here opens nothing', async () => {
    const made = signLink(KEY, { linkId: newId(), expiresAt: new Date('2038-01-01') })
    expect(await open(made)).toBeUndefined()
    expect(
      await openLink(care.asActor, Buffer.alloc(32, 8), await tokenFor(await care.send()), TRACE),
    ).toBeUndefined()
  })

  test('for the arrival confirms it once, and answers nothing', async () => {
    const id = await care.send()
    await answer(id, YES, await holderOf(id))
    const holder = await holderOf(id, 'confirm-arrival')
    expect(await getReferral(care.asActor, holder, id, 'page')).toMatchObject({ identity: { name: 'Sam' } })
    expect(await confirmHandoff(care.asActor, holder, id, true)).toEqual({ referralId: id })
    expect((await open(await tokenFor(id, 'confirm-arrival')))?.state).toBe('used')
    expect(await getReferral(care.asActor, holder, id, 'page')).toBeUndefined()
    expect(await answer(await care.send(), YES, holder)).toEqual({ refused: 'not-open' })
  })
})

describe('a referral that was taken back', () => {
  test('at any moment of an answer: either comes first, and neither is half done', async () => {
    const answeredAt = async (after: number) => {
      const id = await care.send()
      let takingBack: ReturnType<typeof takeBackReferral> | undefined
      const { asActor, statements } = breaking(
        { ...care, admin: care.base.admin },
        {
          after,
          how: () => {
            takingBack = takeBackReferral(care.asActor, care.officer, id)
            return takingBack
          },
        },
      )
      const given = await answer(id, NO, await holderOf(id), asActor)
      expect(await takingBack, `after ${after}`).toEqual(takingBack && { referralId: id })
      expect(await kept(id), `after ${after}`).toHaveLength(isRefusal(given) ? 0 : 1)
      return statements()
    }
    const statements = await answeredAt(-1)
    for (let after = 0; after <= statements; after += 1) await answeredAt(after)
  })

  test('is gone for the desk and for the link, with the next statement', async () => {
    const id = await care.send()
    const holder = await holderOf(id)
    await takeBackReferral(care.asActor, care.officer, id)
    for (const actor of [holder, care.desk]) {
      expect(await getReferral(care.asActor, actor, id, 'page')).toBeUndefined()
      expect(await answer(id, YES, actor)).toEqual({ refused: 'not-open' })
    }
    expect(await kept(id)).toEqual([])
  })

  test('is taken back once, and by its sender alone', async () => {
    const id = await care.send()
    const others: Sender[] = [care.desk, { ...care.officer, organizationId: newId() }]
    for (const other of others)
      expect(await takeBackReferral(care.asActor, other, id)).toEqual({ refused: 'not-yours' })
    for (let press = 0; press < 2; press += 1)
      expect(await takeBackReferral(care.asActor, care.officer, id)).toEqual({ referralId: id })
    const steps = await care.base.admin.query(
      `select from handoff_step where referral_id = $1 and step = 'withdrawn'`,
      [id],
    )
    expect(steps.rowCount).toBe(1)
    expect(await confirmHandoff(care.asActor, care.officer, id, true)).toEqual({ refused: 'taken-back' })
  })
})
