import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addOrganization } from '#identity'
import type { MemberActor } from '#kernel/actor.ts'
import { type Id, newId } from '#kernel/ids.ts'
import { isRefusal } from '#kernel/refusal.ts'
import type { FormFields } from '#platform/http/form-body.ts'
import { makeReferral } from '#referrals'
import { attempt } from '#tests/support/attempt.ts'
import { type CareCounty, careCounty, referral } from '#tests/support/care-county.ts'
import type { AgreementKind } from './agreement.ts'
import { emptyForm } from './agreement-form.ts'
import { endAgreement } from './end-agreement.ts'
import { findAgreement, openDocument } from './find-agreement.ts'
import { listRegister, tasksOf } from './list-agreements.ts'
import { renewAgreement } from './renew-agreement.ts'
import { requireAgreement } from './require-agreement.ts'
import { addDocument, attestSignedPaper, signAgreement } from './sign-agreement.ts'
import { remindOfAgreements, tellOfAgreement } from './tell-of-agreement.ts'
import { keepAgreementDraft, makeAgreement } from './write-agreement.ts'

const ZONE = 'America/New_York'
const PAPER = Buffer.from('%PDF-1.7 signed %%EOF')

let care: CareCounty
let chief: MemberActor
let director: MemberActor
let mailOnly: string
beforeAll(async () => {
  care = await careCounty()
  chief = await care.county.hire('police', 'manager')
  director = await care.county.hire('provider', 'administrator')
  const added = await addOrganization({ kind: 'operator' }, care.asActor, {
    jurisdictionId: care.county.id,
    name: 'Mail Only Clinic',
    kind: 'treatment-provider',
  })
  if (isRefusal(added)) throw new Error(added.refused)
  mailOnly = added.id
})
afterAll(() => care.close())

const query = async (text: string, values: unknown[] = []) => (await care.base.admin.query(text, values)).rows

const form = (kind: AgreementKind, partyIds: readonly string[]): FormFields =>
  emptyForm(kind, { partyIds, now: new Date(), zone: ZONE })

const make = async (partyIds = [care.county.police, care.county.provider], fields: FormFields = {}) => {
  const id: Id<'agreement'> = newId()
  const made = await makeAgreement(care.asActor, chief, {
    id,
    fields: { ...form('deflection', partyIds), ...fields },
  })
  if (isRefusal(made)) throw new Error(JSON.stringify(made))
  return id
}

const view = async (id: string, actor = chief) => {
  const found = await findAgreement(care.asActor, actor, id, new Date())
  if (!found) throw new Error('There is no such agreement.')
  return found
}

const sign = async (actor: MemberActor, id: string) =>
  signAgreement(care.asActor, actor, { id, signatory: 'A. Name', sha256: (await view(id)).textSha256 })

const signed = async (id: string) => {
  await Promise.all([sign(chief, id), sign(director, id)])
  return id
}

const refusedBy = (actor: MemberActor, statement: string, values: unknown[] = []) =>
  expect(attempt(care.base.app, actor, statement, values), statement).rejects.toMatchObject({ code: '42501' })

describe('an agreement between two organizations', () => {
  test('counts when the last of its parties has signed, however closely they do', async () => {
    const id = await make()
    expect((await view(id)).state).toBe('waiting')
    await signed(id)
    const { state, acceptedAt, history } = await view(id)
    expect([state, acceptedAt]).toEqual(['in-force', expect.any(Date)])
    expect(history.map(({ what }) => what)).toContain('Every party has signed')
  })

  test('made twice by one press is made once, and sent with one message left to write', async () => {
    const id: Id<'agreement'> = newId()
    const fields = form('data-sharing', [care.county.police, care.county.provider])
    const press = () => makeAgreement(care.asActor, chief, { id, fields })
    expect(await Promise.all([press(), press()])).toEqual([{ id }, { id }])
    const [{ left }] = await query(
      `select count(*)::int as left from pgboss.job where name = 'tell-of-agreement' and data->>'agreementId' = $1`,
      [id],
    )
    expect(left).toBe(1)
  })

  test('is signed by whoever answers for a party: for their own, once, in the words that they read', async () => {
    const id = await make()
    const officer = await sign(care.officer, id)
    expect(officer).toEqual({ refused: 'not-yours-to-sign' })
    const other = await signAgreement(care.asActor, chief, {
      id,
      signatory: 'R. Doyle',
      sha256: 'f'.repeat(64),
    })
    expect(other).toEqual({ refused: 'words-changed' })
    await sign(chief, id)
    expect(await sign(chief, id)).toEqual({ refused: 'signed-before' })
    const forOthers = { id, organizationId: care.county.provider, signatory: 'B.', file: PAPER }
    expect(await attestSignedPaper(care.asActor, chief, forOthers)).toEqual({ refused: 'not-yours-to-sign' })
  })

  test('is recorded from paper with its scan, for an organization at which nobody can sign here', async () => {
    const id = await make([care.county.police, mailOnly])
    const paper = { id, organizationId: mailOnly, signatory: 'Dr. P. Ames, Director' }
    expect(await attestSignedPaper(care.asActor, chief, { ...paper, file: undefined })).toEqual({
      refused: 'no-file',
    })
    expect(await attestSignedPaper(care.asActor, chief, { ...paper, file: PAPER })).toEqual({ id })
    await sign(chief, id)
    const { state, documents, parties } = await view(id)
    expect([state, documents.length]).toEqual(['in-force', 1])
    expect(parties.find(({ id: party }) => party === mailOnly)?.how).toBe('paper')
  })

  test('is renewed in a press, without an hour between the two, and the one before ends with it', async () => {
    const id = await signed(await make())
    const next = newId<'agreement'>()
    const press = () => renewAgreement(care.asActor, director, { id, nextId: next, zone: ZONE })
    expect(await Promise.all([press(), press()])).toEqual([{ id: next }, { id: next }])
    await signed(next)
    const [before, after] = [await view(id), await view(next)]
    expect([before.state, after.state]).toEqual(['in-force', 'to-come'])
    expect(after.startsAt?.getTime()).toBe(before.expiresAt.getTime() + 1)
    expect(after.scope).toBe(before.scope)
  })

  test('with other terms takes the place of the one before as soon as all have signed', async () => {
    const id = await signed(await make())
    const next = await make(undefined, { supersedesId: [id], scope: ['Overdoses alone.'] })
    await sign(chief, next)
    expect((await view(id)).state).toBe('in-force')
    await sign(director, next)
    expect((await view(id)).state).toBe('ended')
    expect((await view(next)).text).toContain('Overdoses alone.')
  })
})

describe('what needs an agreement', () => {
  const refer = () => makeReferral(care.asActor, care.officer, referral(care.serviceId))

  test('is refused while it is missing, with whom to ask and where; sent when it is signed; refused when it ends (P2-004)', async () => {
    await query(`update agreement set ended_at = now(), ended_because = 'Anew.' where kind = 'deflection'`)
    const [{ name }] = await query('select name from jurisdiction where id = $1', [care.county.id])
    const rule = { county: name, kind: 'deflection', from: 'police', to: 'treatment-provider' } as const
    expect(await requireAgreement(care.asActor, { ...rule, to: 'clinics' })).toEqual({
      refused: 'no-such-kind',
    })
    for (let time = 0; time < 2; time++)
      expect(await requireAgreement(care.asActor, rule)).toEqual({ county: name })
    const without = await refer()
    if (!isRefusal(without)) throw new Error('It was sent.')
    expect(without.refused).toBe('agreement-missing')
    expect(without.fields?.serviceId).toMatch(
      /the “Deflection agreement” is missing\. Ask manager number \d+, Pierpoint Police.+\/agreements\/new\?kind=deflection&with=/,
    )
    const id = await make()
    await sign(chief, id)
    expect(isRefusal(await refer())).toBe(true)
    await sign(director, id)
    expect(isRefusal(await refer())).toBe(false)
    await endAgreement(care.asActor, director, { id, because: 'We have no beds.' })
    expect(await refer()).toMatchObject({ refused: 'agreement-missing' })
    await requireAgreement(care.asActor, rule, { noLonger: true })
    expect(isRefusal(await refer())).toBe(false)
  })
})

describe('the end of an agreement', () => {
  test('needs a reason, is a party’s to declare, and is told to all', async () => {
    const id = await signed(await make())
    expect(await endAgreement(care.asActor, director, { id, because: '' })).toMatchObject({
      refused: 'no-reason',
    })
    const stranger = await (await care.neighbour()).hire('police', 'manager')
    expect(await endAgreement(care.asActor, stranger, { id, because: 'No.' })).toEqual({
      refused: 'not-yours-to-end',
    })
    expect(await endAgreement(care.asActor, director, { id, because: 'No beds.' })).toEqual({ id })
    const { state, history } = await view(id)
    expect([state, history.at(-1)?.what]).toEqual(['ended', 'Ended: No beds.'])
    expect(await endAgreement(care.asActor, chief, { id, because: 'Again.' })).toEqual({
      refused: 'not-yours-to-end',
    })
  })

  test('is announced at 90, 30 and 7 days, each once, in words that name nobody', async () => {
    const id = await signed(await make())
    const left = (days: number) =>
      query(`update agreement set expires_at = now() + $2 * interval '1 day' where id = $1`, [id, days])
    const reminders = async () =>
      (
        await query('select days from agreement_reminder where agreement_id = $1 order by days desc', [id])
      ).map(({ days }) => days)
    await remindOfAgreements(care.asActor, new Date())
    expect(await reminders()).toEqual([])
    for (const [days, told] of [
      [80, [90]],
      [79, [90]],
      [29, [90, 30]],
      [6, [90, 30, 7]],
    ] as const) {
      await left(days)
      await remindOfAgreements(care.asActor, new Date())
      expect(await reminders()).toEqual(told)
    }
    const wordId: Id<'message'> = newId()
    const word = { agreementId: id, wordId, what: 'ends' } as const
    const postage = { asActor: care.asActor, mailer: undefined, origin: 'https://causeway.example.org' }
    await tellOfAgreement(postage, word)
    await tellOfAgreement(postage, word)
    const letters = await query(`select to_address, body from message where body like '%' || $1 || '%'`, [id])
    expect(letters.map(({ to_address }) => to_address).sort()).toEqual(
      (
        await query(
          `select email from member where roles && '{administrator,manager}' and organization_id = any($1)`,
          [[care.county.police, care.county.provider]],
        )
      )
        .map(({ email }) => email)
        .sort(),
    )
    for (const { body } of letters) expect(body).not.toMatch(/Pierpoint|Recovery|Deflection/)
  })

  test('is a task of each party until it is renewed', async () => {
    const id = await signed(await make())
    await query(`update agreement set expires_at = now() + interval '20 days' where id = $1`, [id])
    const tasks = async () => {
      const now = new Date()
      const { agreements } = await listRegister(care.asActor, director, now)
      return tasksOf(agreements, director.organizationId, now).filter(({ agreement }) =>
        [agreement.id, agreement.supersedesId].includes(id),
      )
    }
    expect((await tasks()).map(({ what }) => what)).toEqual(['renew'])
    await renewAgreement(care.asActor, chief, { id, nextId: newId(), zone: ZONE })
    expect((await tasks()).map(({ what }) => what)).toEqual(['sign'])
  })
})

describe('the wall around the register', () => {
  test('lets nobody put in force what not all have signed, move its days, or bind somebody afterwards', async () => {
    const id = await make()
    await refusedBy(chief, 'update agreement set accepted_at = now() where id = $1', [id])
    await refusedBy(chief, 'update agreement set expires_at = now() where id = $1', [id])
    await refusedBy(
      chief,
      `insert into agreement_signature (id, agreement_id, jurisdiction_id, organization_id, signatory, how,
         recorded_by_member_id, text_sha256)
       select gen_random_uuid(), id, jurisdiction_id, $2, 'B.', 'application', actor_member_id(), text_sha256
       from agreement where id = $1`,
      [id, care.county.provider],
    )
    await sign(chief, id)
    await refusedBy(chief, 'insert into agreement_party values ($1, $2, $3)', [id, care.county.id, mailOnly])
  })

  test('lets nobody make one in the place of what is not theirs', async () => {
    const of = await signed(await make())
    const [id, manager] = [newId<'agreement'>(), await (await care.neighbour()).hire('police', 'manager')]
    const neighbours = (
      await query('select id from organization where jurisdiction_id = $1', [manager.jurisdictionId])
    ).map((one) => one.id)
    const fields = { ...form('deflection', neighbours), supersedesId: [of] }
    expect(await makeAgreement(care.asActor, manager, { id, fields })).toEqual({ id })
    expect((await view(id, manager)).supersedesId).toBeNull()
  })

  test('keeps drafts at home, and files among the parties', async () => {
    const draft = newId<'agreement'>()
    await keepAgreementDraft(care.asActor, chief, { id: draft, fields: form('deflection', []) })
    expect((await listRegister(care.asActor, chief, new Date())).drafts.map(({ id }) => id)).toContain(draft)
    expect((await listRegister(care.asActor, director, new Date())).drafts).toEqual([])
    const id = await make([care.county.police, mailOnly])
    const annex = await addDocument(care.asActor, chief, { id, title: 'Annex A', file: PAPER })
    if (isRefusal(annex)) throw new Error(annex.refused)
    const open = (actor: MemberActor) => openDocument(care.asActor, actor, { id, documentId: annex.id })
    expect((await open(care.officer))?.title).toBe('Annex A')
    expect(await open(director)).toBeUndefined()
    expect(await addDocument(care.asActor, director, { id, title: 'B', file: PAPER })).toEqual({
      refused: 'not-yours',
    })
  })
})
