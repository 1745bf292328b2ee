import { createHash } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { actorSettings } from '#platform/database/actor-settings.ts'
import { attempt, insertOf } from '#tests/support/attempt.ts'
import { type CareCounty, careCounty } from '#tests/support/care-county.ts'
import { namedSigning, releaseRowsOf } from '#tests/support/release-rows.ts'
import { partner } from '#tests/support/whole-release.ts'
import { type NamedRelease, namedRelease } from './release.ts'
import { signRelease } from './sign-release.ts'

let care: CareCounty
let person: string
let releaseRow: ReturnType<typeof releaseRowsOf>['releaseRow']
let lineRow: ReturnType<typeof releaseRowsOf>['lineRow']
let drafted: ReturnType<typeof releaseRowsOf>['drafted']
beforeAll(async () => {
  care = await careCounty()
  person = await care.meet()
  ;({ releaseRow, lineRow, drafted } = releaseRowsOf(care, () => person))
})
afterAll(() => care.close())

const signing = (changes?: Partial<NamedRelease>): NamedRelease => namedSigning(care, person, changes)

const rowsOf = async (releaseId: string) => {
  const { rows } = await care.base.admin.query(
    `select release.*, line.data_classes, line.expires_at, line.recipient_organization_id
     from release join release_line line on line.release_id = release.id where release.id = $1`,
    [releaseId],
  )
  return rows
}

const asDesk = (statement: string, values: unknown[]) => attempt(care.base.app, care.desk, statement, values)

/** Writes a draft with one line as the desk would, has it made active, and takes it all back. */
const activate = async (release: Record<string, unknown> = {}, line: Record<string, unknown> = {}) => {
  const client = new pg.Client(care.base.app)
  await client.connect()
  try {
    await client.query('begin')
    await client.query(actorSettings(care.desk))
    const draft = releaseRow(release)
    await client.query(...insertOf('release', draft))
    await client.query(...insertOf('release_line', lineRow(draft.id as string, line)))
    return (await client.query(`update release set status = 'active' where id = $1`, [draft.id])).rowCount
  } finally {
    await client.end()
  }
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
      expires_at: new Date('2026-12-25T04:59:59.999Z'),
      signature: 'S. Rivers',
      signed_at: new Date('2026-11-24T08:00:00Z'),
      obtained_by_member_id: care.desk.memberId,
      form_language: 'en',
    })
    expect(row.form_text).toContain('This ends on December 24, 2026.')
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
    for (const lie of [{ person_id: await care.meet() }, { recipient_organization_id: care.county.provider }])
      await expect(asDesk(...insertOf('release_line', lineRow(release, lie)))).rejects.toMatchObject({
        code: '23514',
      })
  })
})
