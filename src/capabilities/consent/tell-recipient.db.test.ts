import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { type CareCounty, careCounty } from '#tests/support/care-county.ts'
import { partner, wholeRelease } from '#tests/support/whole-release.ts'
import { restrictRelease } from './restrict-release.ts'
import { signRelease } from './sign-release.ts'
import { stopRelease } from './stop-release.ts'
import { tellRecipient, type WordWork } from './tell-recipient.ts'

let care: CareCounty
let hospital: string
beforeAll(async () => {
  care = await careCounty()
  hospital = (await partner(care, 'hospital', 'provider')).organizationId
  await care.base.admin.query(
    `update organization set intake_email = 'intake@hospital.example.org' where id = $1`,
    [hospital],
  )
})
afterAll(() => care.close())

/** Somebody signs for the hospital, and the work that this left. */
const left = async () => {
  const personId = await care.meet()
  const whole = wholeRelease('tpo', { personId, police: care.county.police, partner: hospital })
  const lineId = newId<'release-line'>()
  const lines = whole.lines.map((line) => ({ ...line, id: lineId }))
  expect(await signRelease(care.asActor, care.desk, { ...whole, lines })).toEqual({ id: whole.id })
  const { rows } = await care.base.admin.query(
    `select data from pgboss.job where name = 'tell-recipient' and data->>'lineId' = $1`,
    [lineId],
  )
  return { work: rows[0].data as WordWork, lineId, personId }
}

const run = (work: WordWork) =>
  tellRecipient({ asActor: care.asActor, mailer: undefined, origin: 'https://causeway.example' }, work)

const sent = async ({ messageId }: WordWork) =>
  (await care.base.admin.query('select to_address, subject, body from message where id = $1', [messageId]))
    .rows

const recorded = async (lineId: string) =>
  (
    await care.base.admin.query(
      `select action, outcome from audit_record where subject_ids = array[$1::uuid] and actor_kind = 'job' order by at`,
      [lineId],
    )
  ).rows

describe('word that there is something to read', () => {
  test('goes to the recipient’s intake, and says nothing of whom or what (P2-032)', async () => {
    const { work, lineId } = await left()
    await run(work)
    await run(work)
    const letters = await sent(work)
    expect(letters).toMatchObject([{ to_address: 'intake@hospital.example.org' }])
    expect(JSON.stringify(letters)).not.toMatch(/Sam|Rivers|Harbor|recover|treat|substance|clinical|42 CFR/i)
    expect(await recorded(lineId)).toEqual([{ action: 'consent.tell', outcome: 'done' }])
  })

  test('is not sent when the release was stopped after it was written, and the record says so (P2-015)', async () => {
    const { work, lineId } = await left()
    expect(await stopRelease(care.asActor, care.desk, { lineId, how: 'oral' })).toEqual({ stopped: 1 })
    await run(work)
    expect([await sent(work), await recorded(lineId)]).toEqual([
      [],
      [{ action: 'disclosure.blocked.revoked', outcome: 'refused' }],
    ])
  })

  test('is not sent when it ended, or the person asked that nothing of it be shared (P2-064)', async () => {
    const over = await left()
    await care.base.admin.query(
      `update release_line set expires_at = now() - interval '1 second' where id = $1`,
      [over.lineId],
    )
    const held = await left()
    await restrictRelease(care.asActor, care.desk, {
      id: newId(),
      personId: held.personId,
      fromOrganizationId: care.county.provider,
      dataClasses: ['clinical', 'placement'],
    })
    for (const { work, lineId } of [over, held]) {
      await run(work)
      expect([await sent(work), await recorded(lineId)]).toEqual([
        [],
        [{ action: 'disclosure.blocked.revoked', outcome: 'refused' }],
      ])
    }
  })

  test('is not written for a release that was refused', async () => {
    const whole = wholeRelease('tpo', { personId: newId(), police: care.county.police, partner: hospital })
    const count = async () =>
      (await care.base.admin.query(`select from pgboss.job where name = 'tell-recipient'`)).rowCount
    const before = await count()
    expect(await signRelease(care.asActor, care.desk, { ...whole, purpose: '' })).toMatchObject({
      refused: expect.any(String),
    })
    expect(await count()).toBe(before)
  })
})
