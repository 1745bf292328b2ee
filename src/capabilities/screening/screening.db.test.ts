import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MemberActor } from '#kernel/actor.ts'
import { dayAt } from '#kernel/calendar-day.ts'
import { newId } from '#kernel/ids.ts'
import { adoptTemplate } from '#pathways'
import { type CareCounty, careCounty } from '#tests/support/care-county.ts'
import { answerApproval } from './answer-approval.ts'
import { decide } from './decide.ts'
import { findDecision, listAsked } from './list-screening.ts'

const ANGEL = { medical: 'no', items: 'no', convictions: 'no', safety: 'no', age: 'yes' }

let care: CareCounty
let manager: MemberActor
let sergeant: MemberActor
let onAngel: string
let onLead: string
beforeAll(async () => {
  care = await careCounty()
  manager = await care.county.hire('police', 'manager')
  sergeant = await care.county.hire('police', 'sergeant')
  const today = dayAt(new Date(), 'America/New_York')
  const adopt = async (template: string) => {
    const id = newId()
    await adoptTemplate(care.asActor, manager, { id, template }, today)
    return care.send({ pathwayId: id })
  }
  onAngel = await adopt('angel')
  onLead = await adopt('lead-arrest-diversion')
})
afterAll(() => care.close())

const decideOn = (
  referralId: string,
  answers: Record<string, string>,
  overrideReason?: string,
  id = newId(),
) => decide(care.asActor, care.officer, { id, referralId, answers, overrideReason })

const standing = async (referralId: string, by: MemberActor = care.officer) =>
  care.asActor(by, (tx) => findDecision(tx, referralId))

const waiting = async (by: MemberActor) => (await listAsked(care.asActor, by)).filter(({ answer }) => !answer)

describe('a decision', () => {
  test('of a pathway on which the officer decides alone is approved by that', async () => {
    const twice = newId()
    await decideOn(onAngel, { ...ANGEL, warrant: 'no' }, undefined, twice)
    await decideOn(onAngel, { ...ANGEL, warrant: 'no' }, undefined, twice)
    expect(await standing(onAngel)).toMatchObject({ standing: 'approved', outcome: 'eligible' })
    const { rows } = await care.base.admin.query('select count(*)::int from pathway_decision')
    expect(rows[0].count).toBe(1)
  })

  test('does not keep why a check of records was failed, nor any answer (CJ-0)', async () => {
    await decideOn(onAngel, { ...ANGEL, warrant: 'yes' })
    const stands = await standing(onAngel)
    expect(stands).toMatchObject({ standing: 'ineligible' })
    expect(JSON.stringify(stands?.criteria)).not.toMatch(/warrant|convictions|yes/)
    const { rows } = await care.base.admin.query(
      `select detail ->> 'warrantCheck' as checked from audit_record where action = 'screening.decide'`,
    )
    expect(rows.map(({ checked }) => checked)).toContain('true')
  })

  test('is not made before all is answered, nor of a referral without a pathway', async () => {
    expect(await decideOn(onAngel, {})).toEqual({ refused: 'unfinished' })
    expect(await decideOn(await care.send(), ANGEL)).toEqual({ refused: 'not-found' })
  })

  test('keeps its version, whatever is published afterwards, and is nothing to the place', async () => {
    const { rows } = await care.base.admin.query(
      `select distinct d.pathway_version_id = p.pathway_version_id as same
       from pathway_decision d join referral_pathway p using (referral_id)`,
    )
    expect(rows).toEqual([{ same: true }])
    expect(await standing(onAngel, care.desk)).toBeUndefined()
  })
})

describe('an approval', () => {
  test('is asked of the sergeant, who sees no person and says yes once', async () => {
    await decideOn(onLead, { cause: 'yes', wanted: 'yes' })
    const [asked] = await waiting(sergeant)
    expect(asked?.definition.name).toBe('LEAD arrest diversion')
    expect(Object.keys(asked ?? {})).not.toContain('referralId')
    expect(await answerApproval(care.asActor, care.officer, asked?.id ?? '', 'yes')).toEqual({
      refused: 'not-asked',
    })
    expect(await answerApproval(care.asActor, sergeant, asked?.id ?? '', 'yes')).toEqual({ answer: 'yes' })
    expect(await answerApproval(care.asActor, sergeant, asked?.id ?? '', 'no')).toEqual({
      refused: 'not-asked',
    })
    expect((await standing(onLead))?.standing).toBe('approved')
  })

  test('of an override waits for the project manager, with the reason', async () => {
    await decideOn(onAngel, { ...ANGEL, warrant: 'no', safety: 'yes' }, 'They calmed down at once')
    expect((await standing(onAngel))?.standing).toBe('waiting')
    const [asked] = await waiting(manager)
    expect(asked).toMatchObject({
      isOverride: true,
      missed: ['safety'],
      overrideReason: 'They calmed down at once',
    })
    await answerApproval(care.asActor, manager, asked?.id ?? '', 'no')
    expect((await standing(onAngel))?.standing).toBe('not-approved')
  })

  test('is never asked for at a hard stop', async () => {
    await decideOn(onLead, { cause: 'no' }, 'Please')
    expect(await standing(onLead)).toMatchObject({ standing: 'stopped', approvals: [], overrideReason: null })
  })
})
