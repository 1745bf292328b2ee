import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { stopRelease } from '#consent'
import { DISCLOSURE_NOTICE } from '#disclosures'
import { addOrganization } from '#identity'
import { newId } from '#kernel/ids.ts'
import { attempt } from '#tests/support/attempt.ts'
import { type CareCounty, careCounty } from '#tests/support/care-county.ts'
import { answerReferral, type Receiver } from './answer-referral.ts'
import { confirmHandoff } from './confirm-handoff.ts'
import { getReferral } from './get-referral.ts'
import { listSent } from './list-referrals.ts'

let care: CareCounty
beforeAll(async () => {
  care = await careCounty()
})
afterAll(() => care.close())

let id: string
beforeEach(async () => {
  id = await care.send()
})

const accept = () => answerReferral(care.asActor, care.desk, id, { answer: 'accepted' })
const arrive = () => confirmHandoff(care.asActor, care.desk, id, true)

const seen = async () => {
  const referral = await getReferral(care.asActor, care.officer, id, 'page')
  return { steps: referral?.steps.map(({ step }) => step), told: referral?.release?.dataClasses }
}

/** What the officer's own transaction could read, whatever a verb leaves out. */
const stepsInTable = async (): Promise<string[]> => {
  const asked = 'select step from handoff_step where referral_id = $1 order by at, id'
  return (await attempt(care.base.app, care.officer, asked, [id])).rows.map(({ step }) => step)
}

const ledger = async () =>
  (
    await care.base.admin.query(
      `select basis, data_classes, release_line_id, notice_version, to_member_id, d.from_organization_id
       from disclosure d join referral r on r.person_id = any(person_ids)
       where r.id = $1 and basis = 'release' order by d.at`,
      [id],
    )
  ).rows

describe('an officer is told', () => {
  test('nothing of the place’s steps without a release (P2-002)', async () => {
    await accept()
    await arrive()
    expect(await seen()).toEqual({ steps: ['submitted'], told: undefined })
    expect(await stepsInTable()).toEqual(['submitted'])
    expect(await ledger()).toEqual([])
  })

  test('every step of the handoff under a release of the class “handoff”, and of nothing else', async () => {
    await accept()
    await care.release(id, 'handoff')
    expect(await seen()).toEqual({ steps: ['submitted', 'accepted'], told: ['handoff'] })
    await arrive()
    expect((await seen()).steps).toEqual(['submitted', 'accepted', 'arrived'])
    expect(await stepsInTable()).toEqual(['submitted', 'accepted', 'arrived'])
  })

  test('only that they arrived under a release of the class “contact-made”', async () => {
    await accept()
    await care.release(id, 'contact-made')
    expect(await seen()).toEqual({ steps: ['submitted'], told: ['contact-made'] })
    await arrive()
    expect((await seen()).steps).toEqual(['submitted', 'arrived'])
    expect(await stepsInTable()).toEqual(['submitted', 'arrived'])
  })

  test.each(['intake-done', 'enrolled', 'engaged', 'officer-next-step'] as const)(
    'no step under a release of the class “%s”',
    async (dataClass) => {
      await accept()
      await arrive()
      await care.release(id, dataClass)
      expect(await seen()).toEqual({ steps: ['submitted'], told: [dataClass] })
      expect(await stepsInTable()).toEqual(['submitted'])
    },
  )

  test('what several releases of the same place say, together', async () => {
    await accept()
    await arrive()
    await care.release(id, 'enrolled')
    await care.release(id, 'handoff')
    await care.release(id, 'contact-made')
    const { steps, told } = await seen()
    expect(steps).toEqual(['submitted', 'accepted', 'arrived'])
    expect([...(told ?? [])].sort()).toEqual(['contact-made', 'enrolled', 'handoff'])
    const shown = (await ledger()).flatMap(({ data_classes }) => data_classes)
    expect(shown.sort()).toEqual(['contact-made', 'enrolled', 'handoff'])
  })

  test('nothing of the answer itself: which, for when, why not, by which member’s account', async () => {
    await answerReferral(care.asActor, care.desk, id, { answer: 'accepted-for-date', forDate: '2027-01-04' })
    await care.release(id, 'handoff', 'contact-made', 'enrolled')
    const referral = await getReferral(care.asActor, care.officer, id, 'page')
    expect(referral?.answer).toBeUndefined()
    expect(JSON.stringify(referral)).not.toMatch(/2027-01-04|for-date/)
    const answers = await attempt(care.base.app, care.officer, 'select from referral_answer')
    expect(answers.rowCount).toBe(0)
  })
})

describe('what is told under a release', () => {
  test('stands in the ledger with its line and the notice before it is shown (P2-030)', async () => {
    await accept()
    const line = await care.release(id, 'handoff')
    await seen()
    expect(await ledger()).toEqual([
      {
        basis: 'release',
        data_classes: ['handoff'],
        release_line_id: line,
        notice_version: DISCLOSURE_NOTICE.version,
        to_member_id: care.officer.memberId,
        from_organization_id: care.county.provider,
      },
    ])
  })

  test('is in the ledger also when it is only that there is a release', async () => {
    await care.release(id, 'enrolled')
    expect((await seen()).told).toEqual(['enrolled'])
    expect(await ledger()).toMatchObject([{ data_classes: ['enrolled'] }])
  })

  test('is not shown when the ledger cannot be written', async () => {
    await accept()
    await care.release(id, 'handoff')
    await care.base.admin.query('alter table disclosure rename column purpose to purpose_gone')
    const shown = getReferral(care.asActor, care.officer, id, 'page')
    await expect(shown).rejects.toThrow('purpose')
    await care.base.admin.query('alter table disclosure rename column purpose_gone to purpose')
    expect((await seen()).steps).toEqual(['submitted', 'accepted'])
  })

  test('stays off lists, which carry no notice with each line', async () => {
    await accept()
    await arrive()
    await care.release(id, 'handoff')
    const [line] = await listSent(care.asActor, care.officer, { limit: 1 })
    expect(line).toMatchObject({ id, steps: ['submitted'], clockStoppedAt: undefined, answer: undefined })
    expect(await ledger()).toEqual([])
  })

  test('ends with the release, for the next look (P2-015)', async () => {
    await accept()
    const line = await care.release(id, 'handoff')
    expect((await seen()).steps).toContain('accepted')
    await stopRelease(care.asActor, care.desk, { lineId: line, how: 'oral' })
    expect(await seen()).toEqual({ steps: ['submitted'], told: undefined })
    expect(await stepsInTable()).toEqual(['submitted'])
  })

  test('reaches nobody but the organization that the release names', async () => {
    await accept()
    await care.release(id, 'handoff')
    const elsewhere = { ...care.officer, organizationId: newId<'organization'>() }
    expect(await getReferral(care.asActor, elsewhere, id, 'page')).toBeUndefined()
    const table = await attempt(care.base.app, elsewhere, 'select from handoff_step')
    expect(table.rowCount).toBe(0)
  })

  test('is what that place does, not what another place does about the same person', async () => {
    await accept()
    await care.release(id, 'handoff')
    const other = await askAnotherPlace()
    const theirs = await attempt(
      care.base.app,
      care.officer,
      'select step from handoff_step where referral_id = $1 order by at',
      [other],
    )
    expect(theirs.rows.map(({ step }) => step)).toEqual(['submitted'])
    const view = await getReferral(care.asActor, care.officer, other, 'page')
    expect([view?.steps.map(({ step }) => step), view?.release]).toEqual([['submitted'], undefined])
    expect(await ledger()).toEqual([])
  })
})

/** The same person, referred to a second place, which says yes and has signed nothing. */
const askAnotherPlace = async (): Promise<string> => {
  const place = newId<'organization'>()
  await addOrganization({ kind: 'operator' }, care.asActor, {
    id: place,
    jurisdictionId: care.county.id,
    name: `Open Door ${place}`,
    kind: 'recovery-support',
  })
  await care.base.admin.query('update service set organization_id = $1', [place])
  const other = await care.send({ personId: await care.personOf(id) })
  await care.base.admin.query('update service set organization_id = $1', [care.county.provider])
  const token: Receiver = {
    kind: 'token',
    tokenId: newId(),
    organizationId: place,
    jurisdictionId: care.county.id,
    roles: ['provider'],
  }
  await answerReferral(care.asActor, token, other, { answer: 'accepted' })
  return other
}
