import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { attempt, insertOf } from '#tests/support/attempt.ts'
import { type CareCounty, careCounty } from '#tests/support/care-county.ts'
import { BASES, type Basis } from './ledger.ts'
import { listDisclosures } from './list-disclosures.ts'

let care: CareCounty
let person: string
beforeAll(async () => {
  care = await careCounty()
  person = await care.meet()
})
afterAll(() => care.close())

const row = (changes: Record<string, unknown>): Record<string, unknown> => ({
  ...{ id: newId(), jurisdiction_id: care.county.id, person_ids: [person] },
  ...{ from_organization_id: care.county.provider, to_organization_id: care.county.police },
  ...{ to_member_id: care.officer.memberId, data_classes: ['identity'], purpose: 'what the law asks for' },
  ...{ channel: 'print', redisclosure_rule: 'none' },
  ...changes,
})

describe('the ledger leaves room for every ground in law (P2-068, 42 CFR 2.12(c), 2.51 to 2.54, 2.61 to 2.67)', () => {
  const LATER = Object.keys(BASES).filter(
    (basis) => !['release', 'tpo', 'criminal-justice', 'emergency'].includes(basis),
  )

  test('court orders, a crime on the premises, a report of child abuse, audit and research are among them', () => {
    expect(LATER).toEqual(
      expect.arrayContaining(['court-order', 'crime-on-premises', 'child-abuse-report', 'audit', 'research']),
    )
  })

  test.each(LATER)('a line on the ground %s has a place, and is read with its words', async (basis) => {
    const written = row({ basis })
    await care.base.admin.query(...insertOf('disclosure', written))
    const office = await care.county.hire('provider', 'privacy-officer')
    const [seen] = await listDisclosures(care.asActor, office, { basis: basis as Basis })
    expect([seen?.id, BASES[seen?.basis ?? 'release']]).toEqual([written.id, BASES[basis as Basis]])
  })

  test('and no other ground has one', async () => {
    const invented = row({ basis: 'curiosity' })
    await expect(care.base.admin.query(...insertOf('disclosure', invented))).rejects.toThrow('basis')
  })

  test('those that have no way of their own yet cannot be claimed by whoever wants to be told', async () => {
    for (const basis of LATER.filter((one) => one !== 'referral')) {
      const claimed = insertOf('disclosure', row({ basis }))
      await expect(attempt(care.base.app, care.officer, ...claimed), basis).rejects.toThrow(
        'row-level security',
      )
    }
  })
})
