import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { isRefusal } from '#kernel/refusal.ts'
import { countyApi } from '#tests/support/county-api.ts'
import {
  ANSWERS,
  AT_DESK,
  type Desk,
  type Fields,
  forCharge,
  NAVIGATORS,
  POLICE,
  PROSECUTOR,
  post,
  signingDesk,
} from '#tests/support/signing-desk.ts'
import { finishSigning, formOf } from './finish-signing.ts'
import { findSigning } from './signing-draft.ts'

let at: Desk
let person: string
let charge: string
beforeAll(async () => {
  at = await signingDesk(await countyApi())
  person = (await at.somebody()).person
  charge = await at.hold(person)
  await at.county.base.admin.query(
    `insert into minors_rule (jurisdiction_id, law, signers) values ($1, 'A law of the state', 'with-parent')`,
    [AT_DESK.actor.jurisdictionId],
  )
})
afterAll(() => at.county.close())

type Changes = Readonly<Record<string, Fields>>
const startWith = (fields: Fields): Changes => ({ start: { ...ANSWERS.start, ...fields } })
const to = (id: string, classes: string[]): Changes => ({
  who: { recipients: [id] },
  'sees-1': { [`classes-${id}`]: classes },
  until: { [`until-${id}`]: '90' },
})
const OF_ALL = ['signer', 'personName', 'recipients', 'purpose']
const forOne = ['proposed', `classes-${NAVIGATORS}`, `until-${NAVIGATORS}`]
const other = { signerName: 'Ada Ibáñez', signerGround: 'court' }

/** Every way to a release: what its steps send, and which answers none can do without. */
const WAYS: Readonly<Record<string, () => { changes: Changes; needs: string[] }>> = {
  'named-recipient': () => ({
    changes: { ...startWith({ proposed: [NAVIGATORS] }), ...to(NAVIGATORS, ['care-plan']) },
    needs: forOne,
  }),
  'multi-party': () => ({
    changes: {},
    needs: [...forOne, `classes-${POLICE}`, `until-${POLICE}`, `interest-${POLICE}`],
  }),
  tpo: () => ({
    changes: {
      ...startWith({ kind: 'tpo', proposed: [NAVIGATORS] }),
      ...to(NAVIGATORS, ['clinical']),
      why: { purpose: 'tpo' },
    },
    needs: forOne,
  }),
  intermediary: () => ({
    changes: {
      ...startWith({ kind: 'intermediary', proposed: [NAVIGATORS] }),
      ...to(NAVIGATORS, ['placement']),
      through: { through: 'named', participants: 'Open Door Clinic\nLake House' },
    },
    needs: [...forOne, 'through', 'participants'],
  }),
  'counselling-notes': () => ({
    changes: {
      ...startWith({ kind: 'counselling-notes', proposed: [NAVIGATORS] }),
      ...to(NAVIGATORS, []),
    },
    needs: ['proposed', `until-${NAVIGATORS}`],
  }),
  proceedings: () => ({
    changes: {
      ...startWith({ kind: 'proceedings', proceeding: 'A hearing', proposed: [NAVIGATORS] }),
      ...to(NAVIGATORS, ['enrolled']),
    },
    needs: [...forOne, 'proceeding'],
  }),
  'criminal-justice': () => ({
    changes: forCharge(charge),
    needs: [
      ...['charge', 'monitor', 'duty', 'period', 'revocable', 'supervisor', 'counsel'],
      ...[`classes-${PROSECUTOR}`, `interest-${PROSECUTOR}`],
    ],
  }),
  'signed by a representative': () => ({
    changes: {
      ...startWith({ signer: 'representative', proposed: [NAVIGATORS] }),
      ...to(NAVIGATORS, ['care-plan']),
      signer: other,
    },
    needs: [...forOne, 'signerName', 'signerGround'],
  }),
  'signed by somebody under 18 and a parent': () => ({
    changes: {
      ...startWith({ signer: 'minor', proposed: [NAVIGATORS] }),
      ...to(NAVIGATORS, ['care-plan']),
      signer: other,
    },
    needs: [...forOne, 'signerName'],
  }),
}

const BOTH = { signature: 'Zoë Ibáñez', parentSignature: 'Ada Ibáñez', agree: 'yes' }
/** The same answers under another id, without some of them. */
const draftWithout = async (id: string, dropped: readonly string[]): Promise<string> => {
  const copy = newId()
  await at.county.base.admin.query(
    `insert into release_draft (id, jurisdiction_id, organization_id, member_id, person_id, fields)
     select $2, jurisdiction_id, organization_id, member_id, person_id, fields - $3::text[]
     from release_draft where id = $1`,
    [id, copy, dropped],
  )
  return copy
}

describe.each(Object.keys(WAYS))('a release: %s', (way) => {
  test('is signed with every answer, and with any of them missing it is not, past the pages either (P2-010)', async () => {
    const { changes, needs } = WAYS[way]?.() ?? { changes: {}, needs: [] }
    const id = await at.walk(person, 'sign', changes)
    await fc.assert(
      fc.asyncProperty(fc.subarray([...OF_ALL, ...needs], { minLength: 1 }), async (dropped) => {
        const lacking = await draftWithout(id, dropped)
        const found = await findSigning(at.county.database.asActor, AT_DESK, lacking)
        if (!found) throw new Error('The draft is not there.')
        const shown = formOf(found).sha256
        const pressed = await post(at.desk, `/signing/${lacking}/sign`, { ...BOTH, shown })
        expect(pressed.headers.get('location')).toMatch(`/signing/${lacking}/`)
        const kept = await finishSigning(at.county.database.asActor, AT_DESK, found, {
          ...{ signature: { how: 'typed', text: 'Zoë' }, second: { text: 'Ada' } },
          ...{ signedAt: new Date(), shown },
        })
        expect(isRefusal(kept), dropped.join()).toBe(true)
        expect(await at.linesOf(lacking)).toEqual([])
      }),
      { numRuns: 8 },
    )
    for (const missing of ['signature', 'agree'])
      expect((await at.sign(id, { ...BOTH, [missing]: '' })).status).toBe(422)
    expect((await at.sign(id, BOTH)).headers.get('location')).toContain(`/releases/${id}`)
    expect((await at.linesOf(id)).every(({ status }) => status === 'active')).toBe(true)
  })
})

describe('who signs beside the person, or in their place', () => {
  const signed = async (way: string) => {
    const id = await at.walk(person, 'sign', WAYS[way]?.().changes)
    const page = await at.desk('GET', `/signing/${id}/sign`)
    await at.sign(id, BOTH)
    const { rows } = await at.county.base.admin.query(
      'select is_adult, signed_by, signer_name, signer_ground, signature, signer_signature from release where id = $1',
      [id],
    )
    return { id, page: page.text, row: rows[0] }
  }

  test('a parent signs with somebody under 18: two signatures, and both stand on the copy (2.14(c))', async () => {
    const { id, page, row } = await signed('signed by somebody under 18 and a parent')
    expect(page).toContain('name="parentSignature"')
    expect(row).toEqual({
      ...{ is_adult: false, signed_by: 'parent', signer_name: 'Ada Ibáñez', signer_ground: null },
      ...{ signature: 'Zoë Ibáñez', signer_signature: 'Ada Ibáñez' },
    })
    const copy = (await at.desk('GET', `/releases/${id}`)).text
    expect(copy).toContain('También firma Ada Ibáñez, su padre, madre o tutor.')
    expect(copy).toContain('Padre, madre o tutor: Ada Ibáñez')
    const next = await at.walk(person, 'sign', WAYS['signed by somebody under 18 and a parent']?.().changes)
    const alone = await at.sign(next, { ...BOTH, parentSignature: '' })
    expect([alone.status, alone.text.includes('href="#parentSignature"')]).toEqual([422, true])
    expect((await at.desk('GET', `/signing/${next}/paper`)).text).toContain(
      'Aquí firma su padre, madre o tutor',
    )
  })

  test('a representative signs in their place, and says what lets them (2.15)', async () => {
    const { id, page, row } = await signed('signed by a representative')
    expect(page).not.toContain('name="parentSignature"')
    expect(row).toMatchObject({
      ...{ is_adult: true, signed_by: 'representative', signer_name: 'Ada Ibáñez', signer_signature: null },
      signer_ground: 'un juez le dejó decidir',
    })
    expect((await at.desk('GET', `/releases/${id}`)).text).toContain('Firmó por usted: Ada Ibáñez')
  })

  test('nobody under 18 is offered to sign where the county has no rule for it (P2-018)', async () => {
    const { admin } = at.county.base
    const id = await at.walk(person, 'start')
    expect((await at.desk('GET', `/signing/${id}/start`)).text).toContain('They are under 18')
    await admin.query('delete from minors_rule')
    expect((await at.desk('GET', `/signing/${id}/start`)).text).not.toContain('They are under 18')
    const start = { ...ANSWERS.start, signer: 'minor' }
    expect((await post(at.desk, `/signing/${id}/start`, start)).status).toBe(422)
  })
})

test('through a place that passes it on: the person reads to whom, and the form says it (2.31(a)(4)(ii), 2.24)', async () => {
  const { changes } = WAYS.intermediary?.() ?? { changes: {} }
  const named = await at.walk(person, 'passes', changes)
  expect((await at.desk('GET', `/signing/${named}/passes`)).text).toContain('<li>Lake House</li>')
  const treating = await at.walk(person, 'sign', { ...changes, through: { through: 'treating' } })
  expect((await at.desk('GET', `/signing/${treating}/sign`)).text).toContain(
    'Solo los lugares que le tratan a usted.',
  )
  await at.sign(treating)
  const { rows } = await at.county.base.admin.query(
    'select participants, treating_only from release where id = $1',
    [treating],
  )
  expect(rows).toEqual([{ participants: null, treating_only: true }])
})
