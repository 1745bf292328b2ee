import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { MemberActor } from '#kernel/actor.ts'
import type { DataClass } from '#kernel/data-classes.ts'
import { newId } from '#kernel/ids.ts'
import { attempt } from '#tests/support/attempt.ts'
import { type CareCounty, careCounty } from '#tests/support/care-county.ts'
import { type Monitored, monitored } from '#tests/support/monitored.ts'
import { endReleases } from './end-releases.ts'
import type { ReleaseKind } from './release-kinds.ts'
import { liftRestriction, listRestrictions, restrictRelease } from './restrict-release.ts'
import { signRelease } from './sign-release.ts'

let care: CareCounty
let monitor: MemberActor
let office: Monitored
beforeAll(async () => {
  care = await careCounty()
  office = await monitored(care)
  monitor = office.monitor
})
afterAll(() => care.close())

let person: string
beforeEach(async () => {
  person = await care.meet()
})

const toldTo = (actor: MemberActor) => office.toldTo(person, actor)

const covers = async (dataClass: string): Promise<boolean> =>
  (
    await attempt(care.base.app, care.officer, 'select release_covers($1, $2, $3, $4) as is', [
      person,
      care.county.provider,
      care.county.police,
      dataClass,
    ])
  ).rows[0].is

const signed = (kind: ReleaseKind, changes?: object) => office.sign(person, kind, changes)

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
