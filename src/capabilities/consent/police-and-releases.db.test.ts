import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Actor, ROLES } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { attempt, insertOf } from '#tests/support/attempt.ts'
import { type CareCounty, careCounty, inAnotherRole } from '#tests/support/care-county.ts'
import { namedSigning, releaseRowsOf } from '#tests/support/release-rows.ts'
import { type NamedRelease, namedRelease } from './release.ts'
import { signRelease } from './sign-release.ts'
import { stopRelease } from './stop-release.ts'

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

const signed = async (): Promise<string> => {
  const one = namedRelease(signing())
  expect(await signRelease(care.asActor, care.desk, one)).toEqual({ id: one.id })
  return one.id
}

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
