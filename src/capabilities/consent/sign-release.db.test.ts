import { createHash } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Actor, ROLES } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { actorSettings } from '#platform/database/actor-settings.ts'
import { attempt, insertOf } from '#tests/support/attempt.ts'
import { type CareCounty, careCounty, inAnotherRole } from '#tests/support/care-county.ts'
import { partner } from '#tests/support/whole-release.ts'
import { type NamedRelease, namedRelease } from './release.ts'
import { signRelease } from './sign-release.ts'
import { stopRelease } from './stop-release.ts'

let care: CareCounty
let person: string
beforeAll(async () => {
  care = await careCounty()
  const found = await care.base.admin.query('select person_id from referral where id = $1', [
    await care.send(),
  ])
  person = found.rows[0].person_id
})
afterAll(() => care.close())

const signing = (changes: Partial<NamedRelease> = {}): NamedRelease => ({
  id: newId(),
  personId: person,
  recipient: { id: care.county.police, name: 'Pierpoint Police' },
  discloser: { name: 'Harbor Recovery' },
  input: {
    personName: 'Sam Rivers',
    isAdult: 'yes',
    dataClasses: ['handoff', 'contact-made'],
    purpose: 'So that the officer knows I am safe',
    days: 30,
    signature: 'S. Rivers',
  },
  at: new Date('2026-11-24T08:00:00Z'),
  day: (at) => at.toISOString().slice(0, 10),
  ...changes,
})

const rowsOf = async (releaseId: string) => {
  const { rows } = await care.base.admin.query(
    `select release.*, line.data_classes, line.expires_at, line.recipient_organization_id
     from release join release_line line on line.release_id = release.id where release.id = $1`,
    [releaseId],
  )
  return rows
}

const asDesk = (statement: string, values: unknown[]) => attempt(care.base.app, care.desk, statement, values)

const releaseRow = (changes: Record<string, unknown> = {}): Record<string, unknown> => ({
  id: newId(),
  jurisdiction_id: care.county.id,
  person_id: person,
  from_organization_id: care.county.provider,
  kind: 'named-recipient',
  person_name: 'Sam Rivers',
  purpose: 'So that the officer knows I am safe',
  how_to_revoke: 'Tell us.',
  form_text: 'The words.',
  form_version: '1',
  form_sha256: createHash('sha256').update('The words.').digest('hex'),
  form_language: 'en',
  discloser_name: 'Harbor Recovery',
  is_adult: true,
  signature_how: 'typed',
  signature: 'Sam Rivers',
  signed_at: new Date(),
  obtained_by_member_id: care.desk.memberId,
  ...changes,
})

const lineRow = (releaseId: string, changes: Record<string, unknown> = {}): Record<string, unknown> => ({
  id: newId(),
  release_id: releaseId,
  jurisdiction_id: care.county.id,
  person_id: person,
  from_organization_id: care.county.provider,
  recipient_organization_id: care.county.police,
  data_classes: ['handoff'],
  expires_at: new Date(Date.now() + 86_400_000),
  participant_interest: 'They will not look for me',
  ...changes,
})

/** Writes a draft with one line as the desk would, has it made active, and takes it all back. */
const activate = async (release: Record<string, unknown> = {}, line: Record<string, unknown> = {}) => {
  const client = new pg.Client(care.base.app)
  await client.connect()
  try {
    await client.query(`begin; ${actorSettings(care.desk)}`)
    const draft = releaseRow(release)
    await client.query(...insertOf('release', draft))
    await client.query(...insertOf('release_line', lineRow(draft.id as string, line)))
    return (await client.query(`update release set status = 'active' where id = $1`, [draft.id])).rowCount
  } finally {
    await client.end()
  }
}

/** A release that was written and not signed, in the database's own hand. */
const drafted = async (): Promise<string> => {
  const draft = releaseRow()
  await care.base.admin.query(...insertOf('release', draft))
  return draft.id as string
}

const signed = async (): Promise<string> => {
  const one = namedRelease(signing())
  expect(await signRelease(care.asActor, care.desk, one)).toEqual({ id: one.id })
  return one.id
}

describe('a signed release', () => {
  test('is kept whole: every element of 42 CFR 2.31, who obtained it, and the very words (P2-010, P2-014)', async () => {
    const id = await signed()
    const [row] = await rowsOf(id)
    expect(row).toMatchObject({
      person_name: 'Sam Rivers',
      from_organization_id: care.county.provider,
      data_classes: ['handoff', 'contact-made'],
      recipient_organization_id: care.county.police,
      purpose: 'So that the officer knows I am safe',
      how_to_revoke: expect.stringContaining('You can stop this on any day'),
      expires_at: new Date('2026-12-24T08:00:00Z'),
      signature: 'S. Rivers',
      signed_at: new Date('2026-11-24T08:00:00Z'),
      obtained_by_member_id: care.desk.memberId,
      form_language: 'en',
    })
    expect(row.form_text).toContain('This ends on 2026-12-24.')
    expect(createHash('sha256').update(row.form_text, 'utf8').digest('hex')).toBe(row.form_sha256)
  })

  test('signed twice with one id is one, as it was signed first, and recorded once', async () => {
    const one = signing()
    const sign = (input = one.input) => signRelease(care.asActor, care.desk, namedRelease({ ...one, input }))
    const before = await recordsOfSigning()
    await sign()
    await sign({ ...one.input, dataClasses: ['enrolled'] })
    expect((await rowsOf(one.id)).map((row) => row.data_classes)).toEqual([['handoff', 'contact-made']])
    expect(await recordsOfSigning()).toBe(before + 1)
  })
})

const recordsOfSigning = async (): Promise<number> =>
  (await care.base.admin.query(`select from audit_record where action = 'consent.sign'`)).rowCount ?? 0

describe('the database refuses a release', () => {
  test('and takes a whole one, so that what follows is refused for what is missing', async () => {
    expect((await asDesk(...insertOf('release', releaseRow()))).rowCount).toBe(1)
  })

  test('as a draft without an element: it is never active, and the constraint names what is missing (P2-010)', async () => {
    const elements = {
      person_name: 'person_name',
      discloser_name: 'discloser_name',
      purpose: 'purpose',
      how_to_revoke: 'how_to_revoke',
      is_adult: 'age',
      signature: 'signature',
      signature_how: 'signature',
      signed_at: 'signed_at',
      form_text: 'form',
      form_version: 'form',
      form_sha256: 'form',
      form_language: 'form',
    }
    for (const [column, element] of Object.entries(elements))
      await expect(activate({ [column]: null }), column).rejects.toMatchObject({
        code: '23514',
        constraint: `release_missing_${element}`,
      })
    await expect(activate({}, { data_classes: [] })).rejects.toMatchObject({
      constraint: 'release_missing_data_classes',
    })
    await expect(activate({}, { expires_at: null })).rejects.toMatchObject({
      constraint: 'release_missing_ending',
    })
    await expect(activate({}, { participant_interest: null })).rejects.toMatchObject({
      constraint: 'release_missing_participant_interest',
    })
    expect(await activate()).toBe(1)
  })

  test('that says of itself that it is active: only the database says so', async () => {
    for (const lie of [{ status: 'active' }, { activated_at: new Date() }])
      await expect(asDesk(...insertOf('release', releaseRow(lie)))).rejects.toThrow('permission denied')
  })

  test('with an element that is blank', async () => {
    const words = ['person_name', 'purpose', 'how_to_revoke', 'form_text', 'signature', 'discloser_name']
    for (const element of words)
      for (const blank of ['', '  '])
        await expect(
          asDesk(...insertOf('release', releaseRow({ [element]: blank }))),
          element,
        ).rejects.toThrow('check constraint')
  })

  test('when its words are not those that were fingerprinted (P2-014)', async () => {
    await expect(asDesk(...insertOf('release', releaseRow({ form_text: 'Other words.' })))).rejects.toThrow(
      'check constraint',
    )
  })

  test('when it is in the name of another member or organization', async () => {
    const other = await care.county.hire('provider', 'provider')
    for (const lie of [
      { obtained_by_member_id: other.memberId },
      { from_organization_id: care.county.police },
      { jurisdiction_id: newId() },
    ])
      await expect(asDesk(...insertOf('release', releaseRow(lie)))).rejects.toThrow('row-level security')
  })
})

describe('the database refuses a line', () => {
  test('when it has no recipient, or belongs to no release', async () => {
    const whole = lineRow(await drafted())
    expect((await asDesk(...insertOf('release_line', whole))).rowCount).toBe(1)
    for (const element of [
      'id',
      'release_id',
      'jurisdiction_id',
      'person_id',
      'from_organization_id',
      'recipient_organization_id',
    ])
      await expect(
        asDesk(...insertOf('release_line', { ...whole, [element]: null })),
        element,
      ).rejects.toThrow(/null value|row-level security|belongs to the person/)
  })

  test('when its release is signed: nobody is added to that', async () => {
    const late = { recipient_organization_id: (await partner(care, 'police', 'officer')).organizationId }
    await expect(asDesk(...insertOf('release_line', lineRow(await signed(), late)))).rejects.toMatchObject({
      constraint: 'release_line_of_draft',
    })
  })

  test('that says of itself that it is active, or holds nothing back', async () => {
    const release = await drafted()
    for (const lie of [{ active: true }, { withheld_classes: [] }, { ended_at: null }])
      await expect(asDesk(...insertOf('release_line', lineRow(release, lie)))).rejects.toThrow(
        'permission denied',
      )
    await care.base.admin.query(...insertOf('release_line', lineRow(release)))
    await expect(
      asDesk('update release_line set active = true where release_id = $1', [release]),
    ).rejects.toThrow('a line is active with its release')
  })

  test.each([
    'identity',
    'placement',
    'attendance',
    'care-plan',
    'clinical',
    'legal',
    'counselling-notes',
    'supplies',
    'everything',
  ])('that lists “%s” for police (P2-011)', async (dataClass) => {
    const line = lineRow(await drafted(), { data_classes: ['handoff', dataClass] })
    await expect(asDesk(...insertOf('release_line', line))).rejects.toMatchObject({ code: '23514' })
  })

  test('about another person than its release, or for another organization', async () => {
    const release = await drafted()
    const other = await care.base.admin.query('select person_id from referral where id = $1', [
      await care.send(),
    ])
    for (const lie of [
      { person_id: other.rows[0].person_id },
      { recipient_organization_id: care.county.provider },
    ])
      await expect(asDesk(...insertOf('release_line', lineRow(release, lie)))).rejects.toMatchObject({
        code: '23514',
      })
  })
})

describe('police, in whatever role (P2-017)', () => {
  test.each(ROLES)('cannot make a release as %s, by the verb or by SQL', async (role) => {
    const police = inAnotherRole(care.officer, role)
    const release = await drafted()
    const own = { from_organization_id: care.county.police, obtained_by_member_id: care.officer.memberId }
    const toProvider = {
      from_organization_id: care.county.police,
      recipient_organization_id: care.county.provider,
    }
    expect(await signRelease(care.asActor, police, namedRelease(signing()))).toEqual({
      refused: 'may-not-sign',
    })
    for (const [table, row] of [
      ['release', releaseRow(own)],
      ['release', releaseRow()],
      ['release_line', lineRow(release)],
      ['release_line', lineRow(release, toProvider)],
    ] as const)
      await expect(attempt(care.base.app, police, ...insertOf(table, row))).rejects.toThrow(
        /row-level security|belongs to the person/,
      )
  })

  test('cannot change what a release says; nobody can', async () => {
    await signed()
    for (const actor of [care.officer, care.desk])
      for (const change of [
        `data_classes = array['enrolled']`,
        `expires_at = now() + interval '9 years'`,
        'recipient_organization_id = from_organization_id',
        'person_id = id',
      ])
        await expect(attempt(care.base.app, actor, `update release_line set ${change}`)).rejects.toThrow(
          'permission denied',
        )
    for (const actor of [care.officer, care.desk])
      for (const statement of [
        `update release set purpose = 'other'`,
        'update release set activated_at = now()',
        'delete from release',
        'delete from release_line',
        'truncate release_line, release',
      ])
        await expect(attempt(care.base.app, actor, statement)).rejects.toThrow('permission denied')
  })

  test.each(ROLES)(
    'cannot stop one as %s, by the verb or by SQL, and read only what names them',
    async (role) => {
      const police = inAnotherRole(care.officer, role)
      const release = await signed()
      const line = await care.base.admin.query('select id from release_line where release_id = $1', [release])
      expect(await stopRelease(care.asActor, police, { lineId: line.rows[0].id, how: 'oral' })).toEqual({
        stopped: 0,
      })
      const touched = await attempt(
        care.base.app,
        police,
        `update release_line set revoked_at = now(), revoked_how = 'oral'`,
      )
      const stopped = 'select revoked_at from release_line where id = $1'
      const after = await care.base.admin.query(stopped, [line.rows[0].id])
      expect([touched.rowCount, after.rows]).toEqual([0, [{ revoked_at: null }]])
      await stopRelease(care.asActor, care.desk, { lineId: line.rows[0].id, how: 'oral' })
      for (const table of ['release', 'release_line'])
        expect(
          (
            await attempt(
              care.base.app,
              police,
              `select from ${table} where person_id = $1 and id = any($2)`,
              [person, [release, line.rows[0].id]],
            )
          ).rowCount,
        ).toBe(0)
    },
  )

  test('cannot make one through another of their systems, or as the holder of a link', async () => {
    const place = { organizationId: care.county.police, jurisdictionId: care.county.id }
    const systems: Actor[] = [
      { kind: 'token', tokenId: newId(), roles: ['officer'], ...place },
      { kind: 'link', linkId: newId(), referralId: newId(), ...place },
    ]
    for (const actor of systems)
      expect(await signRelease(care.asActor, actor, namedRelease(signing()))).toEqual({
        refused: 'may-not-sign',
      })
  })
})
