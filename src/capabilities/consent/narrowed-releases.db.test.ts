import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { MemberActor } from '#kernel/actor.ts'
import type { DataClass } from '#kernel/data-classes.ts'
import { newId } from '#kernel/ids.ts'
import { attempt } from '#tests/support/attempt.ts'
import { type CareCounty, careCounty } from '#tests/support/care-county.ts'
import { heldCharge, partner, wholeRelease } from '#tests/support/whole-release.ts'
import { endReleases } from './end-releases.ts'
import { findLiveReleases } from './find-live-release.ts'
import { liftRestriction, listRestrictions, restrictRelease } from './restrict-release.ts'
import { signRelease } from './sign-release.ts'

let care: CareCounty
let monitor: MemberActor
let supervisorId: string
beforeAll(async () => {
  care = await careCounty()
  monitor = await partner(care, 'prosecutor', 'prosecutor')
  supervisorId = (await care.county.hire('provider', 'manager')).memberId
  // Who is monitored with has kept the golden rule, as everybody at police and courts who may see a release.
  await care.attest(monitor)
})
afterAll(() => care.close())

let person: string
beforeEach(async () => {
  const found = await care.base.admin.query('select person_id from referral where id = $1', [
    await care.send(),
  ])
  person = found.rows[0].person_id
})

const toldTo = async (actor: MemberActor): Promise<DataClass[]> =>
  (await care.asActor(actor, (tx) => findLiveReleases(tx, person, actor.organizationId))).flatMap(
    ({ dataClasses }) => dataClasses,
  )

const covers = async (dataClass: string): Promise<boolean> =>
  (
    await attempt(care.base.app, care.officer, 'select release_covers($1, $2, $3, $4) as is', [
      person,
      care.county.provider,
      care.county.police,
      dataClass,
    ])
  ).rows[0].is

const signed = async (kind: Parameters<typeof wholeRelease>[0], changes: object = {}) => {
  const heldChargeId = await heldCharge(care, person, monitor)
  const parties = {
    personId: person,
    police: care.county.police,
    partner: monitor.organizationId,
    charge: { monitor, heldChargeId, supervisorId },
  }
  const whole = { ...wholeRelease(kind, parties), ...changes }
  expect(await signRelease(care.asActor, care.desk, whole)).toEqual({ id: whole.id })
  return { heldChargeId, whole }
}

describe('a restriction that a person asks for (P2-064)', () => {
  const ask = (dataClasses: DataClass[], changes: object = {}) =>
    restrictRelease(care.asActor, care.desk, {
      id: newId(),
      personId: person,
      fromOrganizationId: care.county.provider,
      dataClasses,
      ...changes,
    })

  test('takes out of a live release what they asked, for the next statement', async () => {
    await signed('named-recipient')
    expect(await toldTo(care.officer)).toEqual(['handoff', 'contact-made'])
    await ask(['handoff'])
    expect([await toldTo(care.officer), await covers('handoff'), await covers('contact-made')]).toEqual([
      ['contact-made'],
      false,
      true,
    ])
  })

  test('leaves no trace of a release of which nothing is left, and none of itself to those it keeps out', async () => {
    await signed('named-recipient')
    await ask(['handoff', 'contact-made'])
    expect(await toldTo(care.officer)).toEqual([])
    for (const table of ['release', 'release_line', 'release_restriction'])
      expect(
        (await attempt(care.base.app, care.officer, `select from ${table} where person_id = $1`, [person]))
          .rowCount,
        table,
      ).toBe(0)
  })

  test('holds for releases that come after it', async () => {
    await ask(['handoff'])
    await signed('named-recipient')
    expect(await toldTo(care.officer)).toEqual(['contact-made'])
  })

  test('against one organization leaves the others, and against another leaves this one', async () => {
    await signed('named-recipient')
    await ask(['handoff'], { recipientOrganizationId: monitor.organizationId })
    expect(await toldTo(care.officer)).toEqual(['handoff', 'contact-made'])
    await ask(['handoff'], { recipientOrganizationId: care.county.police })
    expect(await toldTo(care.officer)).toEqual(['contact-made'])
  })

  test('is lifted at their word, for good; asked twice it was asked once', async () => {
    await signed('named-recipient')
    const id = newId<'release-restriction'>()
    for (const _ of [1, 2]) expect(await ask(['handoff'], { id })).toEqual({ id })
    expect(await listRestrictions(care.asActor, care.desk, person)).toMatchObject([
      { id, askedHow: 'oral', liftedAt: null },
    ])
    expect(await liftRestriction(care.asActor, care.officer, id)).toEqual({ lifted: false })
    expect(await liftRestriction(care.asActor, care.desk, id)).toEqual({ lifted: true })
    expect(await liftRestriction(care.asActor, care.desk, id)).toEqual({ lifted: false })
    expect(await toldTo(care.officer)).toEqual(['handoff', 'contact-made'])
  })

  test('cannot be written round: what a line holds back follows the restriction, whatever is written there', async () => {
    await signed('named-recipient')
    await ask(['handoff'])
    const written = await attempt(
      care.base.app,
      care.desk,
      `update release_line set withheld_classes = '{}' where person_id = $1 returning withheld_classes`,
      [person],
    )
    expect(written.rows).toEqual([{ withheld_classes: ['handoff'] }])
  })

  test('is nothing that asks for nothing, and nothing that another system can ask', async () => {
    expect(await ask([])).toEqual({ refused: 'nothing-to-restrict' })
    const system = { kind: 'job', name: 'some job' } as const
    expect(
      await restrictRelease(care.asActor, system, {
        id: newId(),
        personId: person,
        fromOrganizationId: care.county.provider,
        dataClasses: ['handoff'],
      }),
    ).toEqual({ refused: 'may-not-restrict' })
  })
})

describe('what ends with an event (P2-012)', () => {
  test('ends when it is said to have happened, for this person, and for what ends on it alone', async () => {
    const { whole } = await signed('named-recipient')
    const lines = whole.lines.map((line) => ({
      ...line,
      expiresAt: undefined,
      endsOn: 'case-closed' as const,
    }))
    await signRelease(care.asActor, care.desk, { ...whole, id: newId(), lines })
    expect(await toldTo(care.officer)).toHaveLength(4)
    const say = (event: 'case-closed' | 'proceedings-ended') =>
      endReleases(care.asActor, care.desk, { personId: person, event })
    expect(await say('proceedings-ended')).toEqual({ ended: 0 })
    expect(await say('case-closed')).toEqual({ ended: 1 })
    expect(await toldTo(care.officer)).toEqual(['handoff', 'contact-made'])
  })
})
