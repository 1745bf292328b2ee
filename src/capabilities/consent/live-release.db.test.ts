import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addOrganization } from '#identity'
import type { MemberActor } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { attempt, insertOf } from '#tests/support/attempt.ts'
import { type CareCounty, careCounty, inAnotherRole } from '#tests/support/care-county.ts'
import { findLiveReleases } from './find-live-release.ts'
import { listOwnReleases } from './list-releases.ts'
import { stopRelease } from './stop-release.ts'

let care: CareCounty
beforeAll(async () => {
  care = await careCounty()
})
afterAll(() => care.close())

let person: string
let line: string
beforeEach(async () => {
  const id = await care.send()
  person = (await care.base.admin.query('select person_id from referral where id = $1', [id])).rows[0].person_id
  line = await care.release(id, 'handoff')
})

const liveFor = (actor: MemberActor) =>
  care.asActor(actor, (tx) => findLiveReleases(tx, person, actor.organizationId))

const covers = async (dataClass: string, recipient = care.county.police, actor = care.officer) =>
  (
    await attempt(care.base.app, actor, 'select release_covers($1, $2, $3) as is', [
      person,
      recipient,
      dataClass,
    ])
  ).rows[0].is

const traceFor = async (actor: MemberActor) => [
  (await attempt(care.base.app, actor, 'select from release_line where person_id = $1', [person])).rowCount,
  (await attempt(care.base.app, actor, 'select from release where person_id = $1', [person])).rowCount,
]

/** Another police department, with the same release naming it too. */
const addRecipient = async (): Promise<{ officer: MemberActor; line: string }> => {
  const organizationId = newId<'organization'>()
  await addOrganization({ kind: 'operator' }, care.asActor, {
    id: organizationId,
    jurisdictionId: care.county.id,
    name: `North Harbor Police ${organizationId}`,
    kind: 'police',
  })
  const id = newId()
  const [statement, values] = insertOf('release_line', { id, recipient_organization_id: organizationId })
  const first = await care.base.admin.query('select * from release_line where id = $1', [line])
  await care.base.admin.query(
    `insert into release_line select ($1::release_line).*`,
    [await rowText({ ...first.rows[0], id, recipient_organization_id: organizationId })],
  )
  return { officer: { ...care.officer, organizationId, memberId: newId() }, line: id }
}

describe('a live release', () => {
  test('is found by the organization that it names, with what it lists and when it ends', async () => {
    expect(await liveFor(care.officer)).toEqual([
      {
        lineId: line,
        fromOrganizationId: care.county.provider,
        dataClasses: ['handoff'],
        expiresAt: expect.any(Date),
      },
    ])
  })

  test('covers the class that it lists, and no other', async () => {
    expect([await covers('handoff'), await covers('contact-made'), await covers('')]).toEqual([true, false, false])
  })
})
