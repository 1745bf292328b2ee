import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#kernel/actor.ts'
import type { DataClass } from '#kernel/data-classes.ts'
import { newId } from '#kernel/ids.ts'
import { type CareCounty, careCounty } from '#tests/support/care-county.ts'
import { eachLine, type Parties, partiesIn, wholeRelease } from '#tests/support/whole-release.ts'
import { findLiveReleases } from './find-live-release.ts'
import { type LineInput, RELEASE_KINDS, type ReleaseKind, type ReleaseSigning } from './release-kinds.ts'
import { signRelease } from './sign-release.ts'

let care: CareCounty
let parties: Parties
beforeAll(async () => {
  care = await careCounty()
  parties = await partiesIn(care)
})
afterAll(() => care.close())

const whole = (kind: ReleaseKind): ReleaseSigning => wholeRelease(kind, parties)
const sign = (signing: ReleaseSigning) => signRelease(care.asActor, care.desk, signing)

describe('police and courts', () => {
  const namingPolice = (kind: ReleaseKind, changes: Partial<LineInput> = {}) =>
    eachLine(whole(kind), {
      recipientOrganizationId: parties.police,
      dataClasses: ['enrolled'],
      participantInterest: 'They asked',
      ...changes,
    })

  test.each(['tpo', 'intermediary', 'counselling-notes', 'proceedings'] as const)(
    'are never named in a release of the kind “%s”; a line that names them is refused (P2-020)',
    async (kind) => {
      const dataClasses =
        kind === 'counselling-notes' ? (['counselling-notes'] as const) : (['enrolled'] as const)
      const { refused } = (await sign(namingPolice(kind, { dataClasses }))) as { refused: string }
      expect(refused).toBe(kind === 'counselling-notes' ? 'classes-not-for-police' : 'kind-not-for-police')
    },
  )

  test('learn nothing through a release for treatment, payment and operations (P2-020)', async () => {
    const signing = whole('tpo')
    await sign(signing)
    const seen = await care.asActor(care.officer, (tx) =>
      findLiveReleases(tx, parties.personId, care.county.police),
    )
    const named = await care.base.admin.query(
      'select from_organization_id, id from release_line where release_id = $1',
      [signing.id],
    )
    expect(seen.map(({ lineId }) => lineId)).not.toContain(named.rows[0].id)
    expect(seen.map(({ kind }) => kind)).not.toContain('tpo')
  })

  test.each([
    'everything',
    'all records',
    'clinical',
    'counselling-notes',
    'attendance',
    'care-plan',
    'legal',
  ])('are not told “%s”, in whatever kind names them (P2-011)', async (dataClass) => {
    for (const kind of ['named-recipient', 'multi-party', 'criminal-justice'] as const) {
      const listed = ['handoff', dataClass] as DataClass[]
      const lines = whole(kind).lines.map((line) => ({ ...line, dataClasses: listed }))
      expect(await sign({ ...whole(kind), lines }), kind).toMatchObject({
        refused: expect.stringMatching(/classes-not-for-police|stands-alone|not-accepted/),
      })
    }
  })

  test('cannot make any of them (P2-017)', async () => {
    for (const kind of RELEASE_KINDS)
      expect(await signRelease(care.asActor, care.officer, whole(kind)), kind).toEqual({
        refused: 'may-not-sign',
      })
    const system: Actor = {
      kind: 'token',
      tokenId: newId(),
      roles: ['provider'],
      organizationId: care.county.provider,
      jurisdictionId: care.county.id,
    }
    expect(await signRelease(care.asActor, system, whole('tpo'))).toEqual({ refused: 'may-not-sign' })
  })
})

describe('a document of its own (P2-013)', () => {
  test('is what counselling notes are: nothing else beside them, and they beside nothing', async () => {
    const both = { dataClasses: ['counselling-notes', 'clinical'] } as const
    for (const kind of ['counselling-notes', 'tpo', 'intermediary', 'proceedings'] as const)
      expect(await sign(eachLine(whole(kind), both)), kind).toEqual({ refused: 'stands-alone' })
    expect(await sign(eachLine(whole('counselling-notes'), { dataClasses: ['clinical'] }))).toEqual({
      refused: 'stands-alone',
    })
  })

  test.each(['proceedings', 'counselling-notes'] as const)(
    'is what “%s” is: no other release is signed with the same words',
    async (kind) => {
      const first = whole(kind)
      await sign(first)
      for (const other of RELEASE_KINDS.filter((one) => one !== kind))
        expect(await sign({ ...whole(other), form: first.form }), other).toEqual({ refused: 'stands-alone' })
      const ordinary = whole('tpo')
      await sign(ordinary)
      expect(await sign({ ...whole(kind), form: ordinary.form })).toEqual({ refused: 'stands-alone' })
    },
  )

  test('has one recipient, as a release that names one has; several need a line each', async () => {
    for (const kind of ['proceedings', 'named-recipient'] as const) {
      const [line] = whole(kind).lines as [LineInput]
      expect(await sign({ ...whole(kind), lines: [line, line] }), kind).toEqual({ refused: 'one-recipient' })
    }
  })
})

describe('somebody under 18 (P2-018)', () => {
  const rule = (signers: 'alone' | 'with-parent') =>
    care.base.admin.query(
      `insert into minors_rule (jurisdiction_id, law, signers) values ($1, 'Maine 22 MRSA 1502', $2)`,
      [care.county.id, signers],
    )

  test('signs nothing, whatever the kind, until the county has a rule for it', async () => {
    const minor = (kind: ReleaseKind) => ({ ...whole(kind), isAdult: false })
    for (const kind of RELEASE_KINDS) expect(await sign(minor(kind)), kind).toEqual({ refused: 'minor' })
    await rule('alone')
    for (const kind of RELEASE_KINDS) expect(await sign(minor(kind)), kind).toHaveProperty('id')
    await care.base.admin.query('delete from minors_rule')
    expect(await sign(minor('tpo'))).toEqual({ refused: 'minor' })
  })

  test('signs with a parent where the law asks for one: both, each with a signature (2.14(c))', async () => {
    await rule('with-parent')
    const parent = { by: 'parent', name: 'Ada Rivers', signature: { text: 'Ada Rivers' } } as const
    const minor = (signer?: ReleaseSigning['signer']) => sign({ ...whole('tpo'), isAdult: false, signer })
    expect(await minor()).toEqual({ refused: 'parent' })
    expect(await minor({ by: 'representative', name: 'Ada', ground: 'A court chose them' })).toEqual({
      refused: 'signer',
    })
    expect(await minor({ ...parent, signature: undefined })).toEqual({
      ...{ refused: 'missing', elements: ['signer-signature'] },
    })
    expect(await minor({ ...parent, name: ' ' })).toEqual({ refused: 'missing', elements: ['signer-name'] })
    expect(await minor(parent)).toHaveProperty('id')
    // On paper both stand on it, and a member attests that they do.
    const paper = { how: 'paper', attestedBy: care.desk.memberId } as const
    const onPaper = { ...whole('tpo'), isAdult: false, signature: paper }
    expect(await sign({ ...onPaper, signer: { ...parent, signature: undefined } })).toHaveProperty('id')
  })

  test('is who a parent signs with: nobody signs as the parent of an adult', async () => {
    const signer = { by: 'parent', name: 'Ada Rivers', signature: { text: 'Ada Rivers' } } as const
    expect(await sign({ ...whole('tpo'), signer })).toEqual({ refused: 'signer' })
  })
})
