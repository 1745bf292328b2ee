import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { MemberActor } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { attempt } from '#tests/support/attempt.ts'
import { type CareCounty, careCounty, inAnotherRole } from '#tests/support/care-county.ts'
import { partner, wholeRelease } from '#tests/support/whole-release.ts'
import { findLiveReleases } from './find-live-release.ts'
import { listSignedReleases } from './list-signed-releases.ts'
import { signRelease } from './sign-release.ts'
import { stopRelease } from './stop-release.ts'

let care: CareCounty
beforeAll(async () => {
  care = await careCounty()
})
afterAll(() => care.close())
afterEach(() => vi.useRealTimers())

let person: string
let line: string
beforeEach(async () => {
  const id = await care.send()
  person = await care.personOf(id)
  line = await care.release(id, 'handoff')
})

const liveFor = (actor: MemberActor) =>
  care.asActor(actor, (tx) => findLiveReleases(tx, person, actor.organizationId))

const isLiveFor = async (actor: MemberActor): Promise<boolean> => (await liveFor(actor)).length === 1

/** Asked as the discloser, who sees ended lines too: as the recipient, the policies of the line would answer. */
const covers = async (dataClass: string, discloser = care.county.provider): Promise<boolean> => {
  const ask = 'select release_covers($1, $2, $3, $4) as is'
  const asked = [person, discloser, care.county.police, dataClass]
  return (await attempt(care.base.app, care.desk, ask, asked)).rows[0].is
}

/** How many lines and releases about the person this actor sees in the tables. */
const traceFor = async (actor: MemberActor): Promise<[lines: number | null, releases: number | null]> => [
  (await attempt(care.base.app, actor, 'select from release_line where person_id = $1', [person])).rowCount,
  (await attempt(care.base.app, actor, 'select from release where person_id = $1', [person])).rowCount,
]

const endsIn = (interval: string) =>
  care.base.admin.query('update release_line set expires_at = now() + $2::interval where id = $1', [
    line,
    interval,
  ])

const stop = (how: 'written' | 'oral' = 'oral', actor: MemberActor = care.desk) =>
  stopRelease(care.asActor, actor, { lineId: line, how })

describe('a live release', () => {
  test('is found by the organization that it names, with what it lists and when it ends', async () => {
    const from = care.county.provider
    const found = {
      lineId: line,
      fromOrganizationId: from,
      dataClasses: ['handoff'],
      kind: 'named-recipient',
    }
    const said = { discloserName: 'Harbor Recovery', purpose: expect.any(String), redisclosureRule: 'none' }
    expect(await liveFor(care.officer)).toEqual([{ ...found, ...said, expiresAt: expect.any(Date) }])
  })

  test('covers the class that it lists of the place that gave it, and no other', async () => {
    expect([await covers('handoff'), await covers('contact-made'), await covers('')]).toEqual([
      true,
      false,
      false,
    ])
    expect(await covers('handoff', newId())).toBe(false)
  })

  test('is seen by the discloser, the named organization and the privacy officer, and by nobody else', async () => {
    const manager = inAnotherRole(care.desk, 'manager', 'trainer', 'administrator')
    const elsewhere = { ...care.officer, organizationId: newId<'organization'>() }
    const otherCounty = { ...care.officer, jurisdictionId: newId<'jurisdiction'>() }
    for (const actor of [care.desk, care.officer, inAnotherRole(care.desk, 'privacy-officer')])
      expect(await traceFor(actor)).toEqual([1, 1])
    for (const actor of [manager, elsewhere, otherCounty]) expect(await traceFor(actor)).toEqual([0, 0])
  })
})

describe('the end of a release (P2-016)', () => {
  test('comes by the database’s clock: it lives a second before, and not a second after', async () => {
    await endsIn('1 second')
    expect([await isLiveFor(care.officer), await covers('handoff')]).toEqual([true, true])
    await endsIn('-1 second')
    expect([await isLiveFor(care.officer), await covers('handoff')]).toEqual([false, false])
  })

  test('needs no job: it comes while everybody waits', async () => {
    await endsIn('400 milliseconds')
    expect(await isLiveFor(care.officer)).toBe(true)
    await new Promise((resume) => setTimeout(resume, 450))
    expect([await isLiveFor(care.officer), await covers('handoff')]).toEqual([false, false])
  })

  test('does not move with the application’s clock', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2039-01-01') })
    expect(await isLiveFor(care.officer)).toBe(true)
    vi.setSystemTime(new Date('2001-01-01'))
    await endsIn('-1 second')
    expect(await isLiveFor(care.officer)).toBe(false)
  })

  test('leaves the named organization no trace, and the discloser what was signed', async () => {
    await endsIn('-1 second')
    expect(await traceFor(care.officer)).toEqual([0, 0])
    expect(await traceFor(care.desk)).toEqual([1, 1])
    const own = await care.asActor(care.desk, (tx) => listSignedReleases(tx, { personId: person }))
    const lines = own.flatMap((release) => release.lines)
    expect(lines.map(({ id, stoppedAt, isLive }) => [id, stoppedAt, isLive])).toEqual([[line, null, false]])
  })
})

describe('stopping a release (P2-015)', () => {
  test('takes effect for the next statement, also of a transaction that has begun', async () => {
    await care.asActor(care.officer, async (tx) => {
      const ask = () => findLiveReleases(tx, person, care.officer.organizationId)
      expect(await ask()).toHaveLength(1)
      await stop()
      expect(await ask()).toHaveLength(0)
    })
    expect(await covers('handoff')).toBe(false)
  })

  test('leaves the named organization no trace', async () => {
    await stop()
    expect(await traceFor(care.officer)).toEqual([0, 0])
    expect(await care.asActor(care.officer, (tx) => listSignedReleases(tx, { personId: person }))).toEqual([])
  })

  test.each(['oral', 'written'] as const)(
    'is done by an %s wish, which is kept and recorded',
    async (how) => {
      await stop(how)
      const { rows } = await care.base.admin.query(
        'select revoked_at <= now() as stopped, revoked_how from release_line where id = $1',
        [line],
      )
      expect(rows).toEqual([{ stopped: true, revoked_how: how }])
      expect(await recordsOfStopping()).toEqual([{ outcome: 'done', detail: { how } }])
    },
  )

  test('again changes nothing, and says so in the record', async () => {
    await stop('oral')
    const at = async () =>
      (await care.base.admin.query('select revoked_at, revoked_how from release_line where id = $1', [line]))
        .rows
    const first = await at()
    await stop('written')
    expect(await at()).toEqual(first)
    expect((await recordsOfStopping()).map(({ outcome }) => outcome)).toEqual(['done', 'refused'])
  })

  test('one line leaves the other recipient’s as it was (LEAD-01)', async () => {
    const other = await partner(care, 'hospital', 'provider')
    const lines = await signForTwo(other)
    await stopRelease(care.asActor, care.desk, { lineId: lines.police, how: 'oral' })
    expect([await isLiveFor(other), await traceFor(other)]).toEqual([true, [1, 1]])
    expect((await liveFor(care.officer)).map(({ lineId }) => lineId)).toEqual([line])
  })

  test('can be of all that one signature gave, and of all that the person signed', async () => {
    const other = await partner(care, 'hospital', 'provider')
    const first = await signForTwo(other)
    expect(await stopRelease(care.asActor, care.desk, { releaseId: first.release, how: 'written' })).toEqual({
      stopped: 2,
    })
    expect([await isLiveFor(other), await isLiveFor(care.officer)]).toEqual([false, true])
    await signForTwo(other)
    expect(await stopRelease(care.asActor, care.desk, { personId: person, how: 'oral' })).toEqual({
      stopped: 3,
    })
    expect([await liveFor(other), await liveFor(care.officer)]).toEqual([[], []])
  })

  test('is open to the privacy officer, and to nobody of another organization', async () => {
    await stop('oral', { ...care.desk, organizationId: newId(), memberId: newId() })
    expect(await isLiveFor(care.officer)).toBe(true)
    await stop('oral', inAnotherRole(care.desk, 'privacy-officer'))
    expect(await isLiveFor(care.officer)).toBe(false)
  })
})

const recordsOfStopping = async () =>
  (
    await care.base.admin.query(
      `select outcome, detail from audit_record
       where action = 'consent.stop' and subject_ids = array[$1::uuid] order by at`,
      [line],
    )
  ).rows

/** One signature that names the police and another place, and its lines. */
const signForTwo = async (other: MemberActor) => {
  const signing = wholeRelease('multi-party', {
    personId: person,
    police: care.county.police,
    partner: other.organizationId,
  })
  const [police, partnerLine] = signing.lines.map((one) => ({ ...one, id: newId<'release-line'>() }))
  if (!police || !partnerLine) throw new Error('There are two lines.')
  const kept = await signRelease(care.asActor, care.desk, { ...signing, lines: [police, partnerLine] })
  if ('refused' in kept) throw new Error(kept.refused)
  return { release: signing.id, police: police.id, partner: partnerLine.id }
}
