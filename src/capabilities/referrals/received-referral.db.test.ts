import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { attempt } from '#tests/support/attempt.ts'
import { type CareCounty, careCounty } from '#tests/support/care-county.ts'
import { answerReferral, type Receiver } from './answer-referral.ts'
import { confirmHandoff } from './confirm-handoff.ts'
import { getReferral } from './get-referral.ts'
import { listReceived } from './list-referrals.ts'
import { takeBackReferral } from './take-back-referral.ts'

// The fifth rule of the wall: what the place that was asked sees, before and after it answers.

let care: CareCounty
beforeAll(async () => {
  care = await careCounty()
})
afterAll(() => care.close())

let id: string
let holder: Receiver
beforeEach(async () => {
  id = await care.send({ latitude: 43.6612, longitude: -70.2555 })
  holder = await holderOf(id)
})

const holderOf = async (referralId: string, purpose = 'answer'): Promise<Receiver> => {
  const { rows } = await care.base.admin.query(
    'select id from referral_link where referral_id = $1 and purpose = $2',
    [referralId, purpose],
  )
  return {
    kind: 'link',
    linkId: rows[0].id,
    referralId,
    organizationId: care.county.provider,
    jurisdictionId: care.county.id,
  }
}

const see = (actor: Receiver = care.desk, referralId = id) =>
  getReferral(care.asActor, actor, referralId, 'page')

/** How many rows of each table about this referral the actor's own transaction could read, whatever a verb leaves out. */
const rowsFor = async (actor: Receiver = care.desk, referralId = id): Promise<Record<string, number>> => {
  const count = (table: string, key: string) =>
    `(select count(*)::int from ${table} where ${key} = $1) as ${table}`
  const { rows } = await attempt(
    care.base.app,
    actor,
    `select ${count('referral', 'id')}, ${count('referral_identity', 'referral_id')},
       ${count('referral_answer', 'referral_id')}, ${count('handoff_step', 'referral_id')}`,
    [referralId],
  )
  return rows[0]
}

const answer = (referralId = id, actor: Receiver = care.desk) =>
  answerReferral(care.asActor, actor, referralId, { answer: 'accepted' })
const decline = (actor: Receiver = care.desk) =>
  answerReferral(care.asActor, actor, id, { answer: 'declined', reason: 'payer' })

const NOTHING = { referral: 0, referral_identity: 0, referral_answer: 0, handoff_step: 0 }

describe.each([
  ['at the desk', () => care.desk],
  ['by the signed link', () => holder],
])('before it answers, %s', (_, reader) => {
  test('the place sees what is needed, how it is paid for, how contact is wished, the clock and who asks', async () => {
    expect(await see(reader())).toMatchObject({
      side: 'receiver',
      from: { id: care.county.police },
      needs: ['treatment'],
      payer: 'medicaid',
      agreesToContact: true,
      contactWay: 'call',
      submittedAt: expect.any(Date),
      answerDueAt: expect.any(Date),
      steps: [{ step: 'submitted' }],
      answer: undefined,
      release: undefined,
    })
  })

  test('the place sees nothing of who it is or where, also not in the table', async () => {
    expect((await see(reader()))?.identity).toBeUndefined()
    expect(JSON.stringify(await see(reader()))).not.toMatch(/Sam|0177|Ferry|43\.66/)
    expect(await rowsFor(reader())).toEqual({ ...NOTHING, referral: 1, handoff_step: 1 })
  })
})

describe('after a yes', () => {
  test('the place learns who it is, because the person agreed to that', async () => {
    await answer()
    const identity = { name: 'Sam', contact: '207-555-0177', whereabouts: 'Ferry ramp' }
    expect(await see()).toMatchObject({ identity, answer: { answer: 'accepted' } })
  })

  test('the place learns nothing of who it is when the person did not agree', async () => {
    const shy = await care.send({ agreesToContact: false })
    await answer(shy)
    expect(await see(care.desk, shy)).toMatchObject({ identity: undefined, answer: { answer: 'accepted' } })
    expect(await rowsFor(care.desk, shy)).toMatchObject({ referral: 1, referral_identity: 0 })
    const listed = await listReceived(care.asActor, care.desk, { limit: 100, channel: 'page' })
    expect(listed.find((line) => line.id === shy)?.name).toBeUndefined()
  })

  test('by the link, that link shows nothing more, and the next one who it is until the arrival', async () => {
    await answer(id, holder)
    expect([await see(holder), (await rowsFor(holder)).referral_identity]).toEqual([undefined, 0])
    const next = await holderOf(id, 'confirm-arrival')
    expect(await see(next)).toMatchObject({ identity: { name: 'Sam' } })
    await confirmHandoff(care.asActor, next, id, true)
    expect([await see(next), (await rowsFor(next)).referral_identity]).toEqual([undefined, 0])
  })

  test('the place sees the steps of both, and the sender none of the place’s', async () => {
    await answer()
    await confirmHandoff(care.asActor, care.desk, id, false)
    await confirmHandoff(care.asActor, care.officer, id, true)
    const stepsOf = async (actor: Receiver) => (await see(actor))?.steps.map(({ step }) => step)
    expect(await stepsOf(care.desk)).toEqual(['submitted', 'accepted', 'arrived', 'handed-over'])
    expect(await stepsOf(care.officer)).toEqual(['submitted', 'handed-over'])
  })
})

describe('after a no', () => {
  test('the place sees nothing, at once, but its own answer in its own records', async () => {
    await decline()
    expect(await see()).toBeUndefined()
    expect(await rowsFor()).toEqual({ ...NOTHING, referral_answer: 1, handoff_step: 1 })
    const listed = await listReceived(care.asActor, care.desk, { limit: 100, channel: 'page' })
    expect(listed.map((line) => line.id)).not.toContain(id)
  })

  test('by the link, so does whoever holds it', async () => {
    await decline(holder)
    for (const actor of [holder, care.desk]) {
      expect(await see(actor)).toBeUndefined()
      expect(await rowsFor(actor)).toMatchObject({ referral: 0, referral_identity: 0 })
    }
  })
})

describe('nothing is seen', () => {
  test('after the time in which it could be answered, by the database’s clock', async () => {
    const open = (interval: string) =>
      care.base.admin.query('update referral set open_until = now() + $2::interval where id = $1', [
        id,
        interval,
      ])
    await open('1 second')
    expect([await see(), await see(holder)]).toMatchObject([{ id }, { id }])
    await open('-1 second')
    expect([await see(), await see(holder)]).toEqual([undefined, undefined])
    expect(await rowsFor()).toEqual(NOTHING)
  })

  test('after the sender took it back, even when the place had said yes', async () => {
    await answer()
    await takeBackReferral(care.asActor, care.officer, id)
    expect(await see()).toBeUndefined()
    expect(await rowsFor()).toMatchObject({ referral: 0, referral_identity: 0 })
  })

  test('by anybody else at the place who does not work with people, by other places, and by other counties', async () => {
    await answer()
    const readers: Receiver[] = [
      { ...care.desk, roles: ['manager', 'trainer', 'administrator', 'privacy-officer', 'prosecutor'] },
      { ...care.desk, organizationId: newId() },
      { ...care.desk, jurisdictionId: newId() },
      { ...care.officer, organizationId: newId() },
      await holderOf(await care.send()),
    ]
    for (const reader of readers) {
      expect(await see(reader)).toBeUndefined()
      expect(await rowsFor(reader)).toEqual(NOTHING)
    }
  })
})

describe('the ledger', () => {
  const entries = async () =>
    (
      await care.base.admin.query(
        `select d.basis, d.to_organization_id, d.to_member_id, d.channel from disclosure d
         join referral r on r.person_id = any(d.person_ids) where r.id = $1 order by d.at`,
        [id],
      )
    ).rows

  test('has each look by the place, and none by the sender at what is their own', async () => {
    await see(care.officer)
    expect(await entries()).toEqual([])
    await see()
    await see(holder)
    await listReceived(care.asActor, care.desk, { limit: 100, channel: 'api' })
    const shown = { basis: 'referral', to_organization_id: care.county.provider }
    expect(await entries()).toMatchObject([
      { ...shown, to_member_id: care.desk.memberId, channel: 'page' },
      { ...shown, to_member_id: null, channel: 'page' },
      { ...shown, to_member_id: care.desk.memberId, channel: 'api' },
    ])
  })

  test('has one line for a list, with everybody on it, and none for an empty one', async () => {
    await care.send()
    const before = (await care.base.admin.query('select from disclosure')).rowCount ?? 0
    const listed = await listReceived(care.asActor, care.desk, { limit: 100, channel: 'page' })
    const { rows } = await care.base.admin.query(
      'select cardinality(person_ids) as people from disclosure order by at offset $1',
      [before],
    )
    expect(rows).toEqual([{ people: listed.length }])
    const nobody = { ...care.desk, organizationId: newId<'organization'>() }
    expect(await listReceived(care.asActor, nobody, { limit: 100, channel: 'page' })).toEqual([])
  })

  test('that cannot be written shows nothing', async () => {
    await care.base.admin.query('alter table disclosure rename column purpose to purpose_gone')
    const list = () => listReceived(care.asActor, care.desk, { limit: 9, channel: 'page' })
    for (const look of [() => see(), () => see(holder), list]) await expect(look()).rejects.toThrow('purpose')
    await care.base.admin.query('alter table disclosure rename column purpose_gone to purpose')
    expect(await see()).toMatchObject({ id })
  })
})

test('what waits for an answer stands first, the most urgent before all', async () => {
  const [answered, later, sooner] = [await care.send(), await care.send(), await care.send()]
  await answer(answered)
  const closes = (id: string, after: string) =>
    care.base.admin.query('update referral set open_until = now() + $2::interval where id = $1', [id, after])
  await closes(sooner, '1 hour')
  await closes(later, '1 year')
  const listed = (await listReceived(care.asActor, care.desk, { limit: 100, channel: 'page' })).map(
    (line) => line.id,
  )
  const places = [sooner, later, answered].map((one) => listed.indexOf(one))
  expect(places).toEqual([...places].sort((a, b) => a - b))
  expect(places).not.toContain(-1)
})
