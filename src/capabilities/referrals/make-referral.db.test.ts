import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { isRefusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { type CareCounty, careCounty, inAnotherRole, referral } from '#tests/support/care-county.ts'
import { getReferral } from './get-referral.ts'
import { makeReferral, type Sender } from './make-referral.ts'
import { findDraft, saveDraft } from './save-draft.ts'

let care: CareCounty
beforeAll(async () => {
  care = await careCounty()
})
afterAll(() => care.close())

const make = (
  changes: Record<string, unknown> = {},
  actor: Sender = care.officer,
  asActor: AsActor = care.asActor,
) => makeReferral(asActor, actor, referral(care.serviceId, changes))

/** How many rows each table holds about one referral. */
const written = async (id: string): Promise<Record<string, number>> => {
  const { rows } = await care.base.admin.query(
    `select
       (select count(*)::int from referral where id = $1) as referral,
       (select count(*)::int from person p join referral r on r.person_id = p.id where r.id = $1) as person,
       (select count(*)::int from referral_identity where referral_id = $1) as identity,
       (select count(*)::int from handoff_step where referral_id = $1) as steps,
       (select count(*)::int from referral_link where referral_id = $1) as links,
       (select count(*)::int from audit_record where $1 = any(subject_ids)) as records,
       (select count(*)::int from pgboss.job j where j.data->>'referralId' = $1::text
          or exists (select from referral_link l where l.referral_id = $1 and j.data->>'linkId' = l.id::text)) as jobs`,
    [id],
  )
  return rows[0]
}

const ONE = { referral: 1, person: 1, identity: 1, steps: 1, links: 1, records: 1, jobs: 3 }
const NONE = { referral: 0, person: 0, identity: 0, steps: 0, links: 0, records: 0, jobs: 0 }

describe('an officer makes a referral', () => {
  test('and all of it is there at once: who, what, the first step, the link, the record and the jobs', async () => {
    const input = referral(care.serviceId)
    const made = await makeReferral(care.asActor, care.officer, input)
    const view = await getReferral(care.asActor, care.officer, input.id, 'page')
    expect(made).toEqual({ id: input.id, personId: view?.personId, isNew: true, view })
    expect(await written(input.id)).toEqual(ONE)
    const { rows } = await care.base.admin.query(
      `select r.needs, r.payer, r.contact_way, i.name, i.contact, i.whereabouts, i.shared, s.step, s.by_member_id,
         l.purpose, l.used_at, l.expires_at = r.open_until as same_end,
         r.answer_due_at - r.submitted_at = '30 minutes' as has_half_an_hour,
         l.expires_at - r.submitted_at = '72 hours' as has_three_days
       from referral r join referral_identity i on i.referral_id = r.id join handoff_step s on s.referral_id = r.id
         join referral_link l on l.referral_id = r.id where r.id = $1`,
      [input.id],
    )
    expect(rows).toEqual([
      {
        needs: ['treatment'],
        payer: 'medicaid',
        contact_way: 'call',
        name: 'Sam',
        contact: '207-555-0177',
        whereabouts: 'Ferry ramp',
        shared: true,
        step: 'submitted',
        by_member_id: care.officer.memberId,
        purpose: 'answer',
        used_at: null,
        same_end: true,
        has_half_an_hour: true,
        has_three_days: true,
      },
    ])
  })

  test('and leaves three jobs in the same transaction: to announce now, to watch the clock, to end the link', async () => {
    const id = await care.send()
    const { rows } = await care.base.admin.query(
      `select j.name, j.start_after <= now() as is_due, j.start_after = r.answer_due_at as at_the_clock,
         j.start_after = r.open_until as at_the_end, j.data ? 'name' or j.data::text ~ 'Sam|0177|Ferry' as tells
       from pgboss.job j, referral r left join referral_link l on l.referral_id = r.id
       where r.id = $1 and (j.data->>'referralId' = r.id::text or j.data->>'linkId' = l.id::text) order by j.name`,
      [id],
    )
    expect(rows).toEqual([
      { name: 'announce-referral', is_due: true, at_the_clock: false, at_the_end: false, tells: false },
      { name: 'clock-ran-out', is_due: false, at_the_clock: true, at_the_end: false, tells: false },
      { name: 'expire-link', is_due: false, at_the_clock: false, at_the_end: true, tells: false },
    ])
  })

  test('and the draft of it is gone', async () => {
    const input = referral(care.serviceId)
    await saveDraft(care.asActor, care.officer, input.id, { name: ['Sam'] })
    await makeReferral(care.asActor, care.officer, input)
    expect(await findDraft(care.asActor, care.officer, input.id)).toBeUndefined()
  })

  test('about somebody who does not agree to contact, and what identifies them stays with the sender', async () => {
    const id = await care.send({ agreesToContact: false, contactWay: 'call' })
    const { rows } = await care.base.admin.query(
      'select contact_way, shared from referral join referral_identity on referral_id = id where id = $1',
      [id],
    )
    expect(rows).toEqual([{ contact_way: null, shared: false }])
  })

  test('as another system of the department, which has no member', async () => {
    const token: Sender = {
      kind: 'token',
      tokenId: newId(),
      organizationId: care.county.police,
      jurisdictionId: care.county.id,
      roles: ['officer'],
    }
    const made = await make({}, token)
    expect(isRefusal(made)).toBe(false)
  })

  test('about a person whom the department referred before', async () => {
    const again = await make({ personId: await care.meet() })
    expect(again).toMatchObject({ isNew: true })
  })
})

describe('one referral stays one', () => {
  test('sent twice', async () => {
    const id = newId()
    const [first, second] = [await make({ id }), await make({ id, name: 'Alex' })]
    expect([first, second]).toMatchObject([{ isNew: true }, { id, isNew: false }])
    expect(await written(id)).toEqual(ONE)
  })

  test('sent eight times at once', async () => {
    const id = newId()
    const people = async () => (await care.base.admin.query('select from person')).rowCount ?? 0
    const before = await people()
    const made = await Promise.all(Array.from({ length: 8 }, () => make({ id })))
    expect(made.filter((one) => !isRefusal(one) && one.isNew)).toHaveLength(1)
    expect(made.filter(isRefusal)).toEqual([])
    expect(await written(id)).toEqual(ONE)
    expect(await people()).toBe(before + 1)
  })

  test('run again because nobody knows whether the commit happened', async () => {
    const id = newId()
    const inDoubt: AsActor = async (actor, work) => {
      await care.asActor(actor, work)
      return care.asActor(actor, work)
    }
    expect(await make({ id }, care.officer, inDoubt)).toMatchObject({ id })
    expect(await written(id)).toEqual(ONE)
  })

  test('when another organization uses its id: that is refused, and told nothing', async () => {
    const id = await care.send()
    const other = { ...care.desk, roles: ['navigator'] as const }
    expect(await make({ id }, other)).toEqual({ refused: 'id-in-use' })
    expect(await written(id)).toEqual(ONE)
  })
})

describe('nothing is written', () => {
  const refusedWith = async (changes: Record<string, unknown>, actor: Sender = care.officer) => {
    const id = newId()
    const made = await make({ id, ...changes }, actor)
    expect(await written(id)).toEqual(NONE)
    const people = await care.base.admin.query(
      'select from person p where not exists (select from referral where person_id = p.id)',
    )
    expect(people.rowCount).toBe(0)
    return made
  }

  test.each(['temporarily-closed', 'inactive', 'defunct'] as const)(
    'when the place became %s while the form was open',
    async (status) => {
      const set = (to: string) =>
        care.base.admin.query('update service set status = $2 where id = $1', [care.serviceId, to])
      await set(status)
      const made = await refusedWith({})
      await set('active')
      expect(made).toEqual({
        refused: 'service-closed',
        fields: { serviceId: expect.stringContaining('nothing you wrote is lost') },
      })
    },
  )

  test('when the organization has closed', async () => {
    const close = (at: string) =>
      care.base.admin.query(`update organization set closed_at = ${at} where id = $1`, [care.county.provider])
    await close('now()')
    const made = await refusedWith({})
    await close('null')
    expect(made).toMatchObject({ refused: 'service-closed' })
  })

  test('when the place is in another county, takes no part, or does not exist', async () => {
    const { serviceId: far } = await care.neighbour()
    expect(await refusedWith({ serviceId: far })).toMatchObject({ refused: 'service-closed' })
    expect(await refusedWith({ serviceId: newId() })).toMatchObject({ refused: 'service-closed' })
    await care.base.admin.query('update service set organization_id = null where id = $1', [far])
    expect(await refusedWith({ serviceId: far })).toMatchObject({ refused: 'service-closed' })
  })

  test('when the place does not help with any of it; “something else” is for people to find out', async () => {
    expect(await refusedWith({ needs: ['shelter'] })).toMatchObject({
      refused: 'service-does-not-help-with',
      fields: { serviceId: expect.any(String) },
    })
    expect(await make({ needs: ['shelter', 'moud'] })).toMatchObject({ isNew: true })
    expect(await make({ needs: ['other'] })).toMatchObject({ isNew: true })
  })

  test('P2-050: when another organization entered the person, like when nobody did', async () => {
    const { rows } = await care.base.admin.query('select person_id from referral limit 1')
    const other = { ...care.desk, roles: ['navigator'] as const }
    for (const personId of [rows[0].person_id, newId()])
      expect(await refusedWith({ personId }, other)).toEqual({ refused: 'person-unknown' })
  })

  test('when the sender works with no people: the database refuses', async () => {
    const id = newId()
    for (const role of ['manager', 'trainer', 'privacy-officer', 'administrator', 'prosecutor'] as const)
      await expect(make({ id }, inAnotherRole(care.officer, role))).rejects.toThrow('row-level security')
    expect(await written(id)).toEqual(NONE)
  })
})
