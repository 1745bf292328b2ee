import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Actor, ROLES } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { attempt, insertOf } from '#tests/support/attempt.ts'
import { type CareCounty, careCounty, inAnotherRole } from '#tests/support/care-county.ts'
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

const signing = (changes: object = {}): Parameters<typeof signRelease>[1] => ({
  id: newId(),
  personId: person,
  recipient: { id: care.county.police, name: 'Pierpoint Police' },
  discloser: { name: 'Harbor Recovery' },
  input: {
    personName: 'Sam Rivers',
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
  ...changes,
})

const signed = async (): Promise<string> => {
  const { id } = await care.asActor(care.desk, async (tx) => {
    const one = signing()
    await signRelease(tx, one)
    return one
  })
  return id
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
    const sign = (input = one.input) => care.asActor(care.desk, (tx) => signRelease(tx, { ...one, input }))
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

  test('when any one element of it is dropped or blank (P2-010)', async () => {
    const whole = releaseRow()
    for (const element of Object.keys(whole))
      await expect(asDesk(...insertOf('release', { ...whole, [element]: null })), element).rejects.toThrow(
        /null value|row-level security/,
      )
    const words = ['person_name', 'purpose', 'how_to_revoke', 'form_text', 'signature']
    for (const element of words)
      for (const blank of ['', '  '])
        await expect(asDesk(...insertOf('release', { ...whole, [element]: blank })), element).rejects.toThrow(
          'check constraint',
        )
  })

  test('when its words are not those that were fingerprinted (P2-014)', async () => {
    await expect(asDesk(...insertOf('release', releaseRow({ form_text: 'Other words.' })))).rejects.toThrow(
      'check constraint',
    )
  })

  test.each(['tpo', 'intermediary', 'proceedings', 'counseling-notes'])(
    'of the kind “%s”: only one that names its recipient lets police know anything (P2-020)',
    async (kind) => {
      await expect(asDesk(...insertOf('release', releaseRow({ kind })))).rejects.toMatchObject({
        code: '23514',
      })
    },
  )

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
  test('when any one element of it is dropped, or it lists nothing (P2-010)', async () => {
    const whole = lineRow(await signed())
    expect((await asDesk(...insertOf('release_line', whole))).rowCount).toBe(1)
    for (const element of Object.keys(whole))
      await expect(
        asDesk(...insertOf('release_line', { ...whole, [element]: null })),
        element,
      ).rejects.toThrow(/null value|row-level security|belongs to the person/)
    await expect(asDesk(...insertOf('release_line', { ...whole, data_classes: [] }))).rejects.toThrow(
      'check constraint',
    )
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
    const line = lineRow(await signed(), { data_classes: ['handoff', dataClass] })
    await expect(asDesk(...insertOf('release_line', line))).rejects.toMatchObject({ code: '23514' })
  })

  test('about another person than its release, or for another organization', async () => {
    const release = await signed()
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
    const release = await signed()
    const own = { from_organization_id: care.county.police, obtained_by_member_id: care.officer.memberId }
    const toProvider = {
      from_organization_id: care.county.police,
      recipient_organization_id: care.county.provider,
    }
    await expect(care.asActor(police, (tx) => signRelease(tx, signing()))).rejects.toThrow(
      'row-level security',
    )
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
      await care.asActor(police, (tx) => stopRelease(tx, line.rows[0].id, 'oral'))
      const touched = await attempt(
        care.base.app,
        police,
        `update release_line set revoked_at = now(), revoked_how = 'oral'`,
      )
      const stopped = 'select revoked_at from release_line where id = $1'
      const after = await care.base.admin.query(stopped, [line.rows[0].id])
      expect([touched.rowCount, after.rows]).toEqual([0, [{ revoked_at: null }]])
      await care.asActor(care.desk, (tx) => stopRelease(tx, line.rows[0].id, 'oral'))
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
      await expect(care.asActor(actor, (tx) => signRelease(tx, signing()))).rejects.toThrow('by a member')
  })
})
