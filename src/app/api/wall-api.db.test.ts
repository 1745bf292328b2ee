import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DISCLOSURE_NOTICE } from '#disclosures'
import { addOrganization } from '#identity'
import { POLICE_DATA_CLASSES } from '#kernel/data-classes.ts'
import { newId } from '#kernel/ids.ts'
import { type Answer, type Ask, type CountyApi, countyApi } from '#tests/support/county-api.ts'
import { demoId } from '../demo/demo-id.ts'
import { COUNTY } from '../demo/organizations.ts'

let county: CountyApi
let officer: Ask
let desk: Ask
let otherOfficer: Ask

beforeAll(async () => {
  county = await countyApi()
  officer = await county.asMember('officer')
  desk = await county.asMember('provider')
  const otherPolice = newId<'organization'>()
  await addOrganization({ kind: 'operator' }, county.database.asActor, {
    id: otherPolice,
    jurisdictionId: COUNTY.id,
    name: 'North Harbor Police',
    kind: 'police',
  })
  otherOfficer = await county.asToken(otherPolice, 'officer')
})
afterAll(() => county.close())

const inTenDays = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10)

const at = (id: string, rest = '') => `/api/v1/referrals/${id}${rest}`

const send = async (): Promise<{ id: string; personId: string }> => {
  const { json } = await officer('POST', '/api/v1/referrals', {
    id: newId(),
    serviceId: demoId(6, 1),
    needs: ['treatment'],
    agreesToContact: false,
  })
  return json
}

/** The answer without what is different in any two: ids and moments. */
const bare = ({ status, text }: Answer): string =>
  `${status} ${text
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'ID')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'TIME')}`

const OUTCOMES: Record<string, (id: string) => Promise<unknown>> = {
  'not answered': async () => undefined,
  accepted: (id) => desk('POST', at(id, '/answer'), { answer: 'accepted' }),
  'accepted for a day': (id) =>
    desk('POST', at(id, '/answer'), { answer: 'accepted-for-date', forDate: inTenDays }),
  declined: (id) => desk('POST', at(id, '/answer'), { answer: 'declined', reason: 'criteria' }),
  'accepted and arrived': async (id) => {
    await desk('POST', at(id, '/answer'), { answer: 'accepted' })
    await desk('POST', at(id, '/handoff'), { personConfirms: true })
  },
}

describe('to an officer without a release', () => {
  it('every operation answers the same, whatever came of the referral (P2-050)', async () => {
    const heard = new Map<string, string[]>()
    for (const [outcome, happens] of Object.entries(OUTCOMES)) {
      const { id } = await send()
      await happens(id)
      const seen = [
        await officer('GET', at(id)),
        await officer('GET', '/api/v1/referrals?side=sent&limit=1'),
        await officer('POST', at(id, '/answer'), { answer: 'accepted' }),
        await officer('POST', at(id, '/handoff'), { personConfirms: false }),
        await officer('GET', at(id)),
      ]
      heard.set(outcome, seen.map(bare))
    }
    const [first, ...others] = heard.values()
    expect(first?.map((line) => line.slice(0, 3))).toEqual(['200', '200', '403', '200', '200'])
    expect(others).toHaveLength(4)
    for (const other of others) expect(other).toEqual(first)
  })

  it('of another agency, nothing tells a referral from one that does not exist, whatever came of it', async () => {
    const never = bare(await otherOfficer('GET', at(newId())))
    expect(never.slice(0, 3)).toBe('404')
    for (const happens of Object.values(OUTCOMES)) {
      const { id } = await send()
      await happens(id)
      expect(bare(await otherOfficer('GET', at(id)))).toBe(never)
      expect(bare(await otherOfficer('POST', at(id, '/handoff'), { personConfirms: true }))).toBe(never)
    }
    const list = await otherOfficer('GET', '/api/v1/referrals?side=sent')
    expect(list.json).toEqual({ referrals: [] })
  })
})

describe('to an officer with a live release', () => {
  it('the notice comes word for word with its scope, and the ledger says what was shown (P2-030)', async () => {
    const { id, personId } = await send()
    await desk('POST', at(id, '/answer'), { answer: 'accepted' })
    await county.release(id, 'handoff')
    const { json } = await officer('GET', at(id))
    expect(json.steps.map(({ step }: { step: string }) => step)).toEqual(['submitted', 'accepted'])
    expect(json.feedback.told).toEqual(['handoff'])
    expect(json.feedback.notice.text).toBe(DISCLOSURE_NOTICE.text)
    expect(json.feedback.notice.scope).toContain('Lantern House may tell you this and nothing else')
    expect(json.feedback.notice.scope).toContain(POLICE_DATA_CLASSES.handoff)
    const { rows } = await county.base.admin.query(
      `select channel, data_classes, notice_version from disclosure where basis = 'release' and $1 = any(person_ids)`,
      [personId],
    )
    expect(rows).toEqual([
      { channel: 'api', data_classes: ['handoff'], notice_version: DISCLOSURE_NOTICE.version },
    ])
  })

  it('a list shows nothing of it, because the notice would not be with each line', async () => {
    const { id } = await send()
    await desk('POST', at(id, '/answer'), { answer: 'accepted' })
    await county.release(id, 'handoff')
    const { json } = await officer('GET', '/api/v1/referrals?side=sent&limit=1')
    expect(json.referrals[0]).toMatchObject({ id, steps: ['submitted'] })
    expect(json.referrals[0]).not.toHaveProperty('clockStoppedAt')
  })

  it('stops telling at once when the person stops the release', async () => {
    const { id, personId } = await send()
    const before = bare(await officer('GET', at(id)))
    await desk('POST', at(id, '/answer'), { answer: 'accepted' })
    await county.release(id, 'handoff')
    expect((await officer('GET', at(id))).json.feedback).toHaveProperty('notice')
    await county.base.admin.query(
      `update release_line set revoked_at = now(), revoked_how = 'oral' where person_id = $1`,
      [personId],
    )
    expect(bare(await officer('GET', at(id)))).toBe(before)
  })
})
