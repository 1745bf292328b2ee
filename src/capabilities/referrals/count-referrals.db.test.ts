import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MemberActor } from '#kernel/actor.ts'
import { lastEndedQuarter, monthsOf, quarterCode } from '#kernel/quarter.ts'
import { attempt } from '#tests/support/attempt.ts'
import { type CareCounty, careCounty, inAnotherRole, referral } from '#tests/support/care-county.ts'
import { countReferrals } from './count-referrals.ts'
import { countsCsv } from './counts.page.tsx'
import { makeReferral } from './make-referral.ts'

const ZONE = 'America/New_York'
const quarter = lastEndedQuarter(ZONE, new Date())
const [first = '', second = '', third = ''] = monthsOf(quarter)

let care: CareCounty
let manager: MemberActor

const send = async (people: number, needs: readonly string[], day: string) => {
  for (let person = 0; person < people; person++)
    await makeReferral(care.asActor, care.officer, referral(care.serviceId, { needs: [...needs] }), {
      sentAt: new Date(`${day.slice(0, 8)}15T17:00:00Z`),
    })
}

beforeAll(async () => {
  care = await careCounty()
  manager = await care.county.hire('provider', 'manager')
  await send(14, ['treatment'], first)
  await send(12, ['treatment'], second)
  await send(13, ['treatment', 'moud'], third)
  await send(4, ['moud'], first)
  await send(12, ['moud'], second)
  // At the last moment of the quarter by the county's clock, and at the first of the next.
  const nextYear = quarter.number === 4
  const next = monthsOf({
    year: quarter.year + Number(nextYear),
    number: nextYear ? 1 : ((quarter.number + 1) as 2),
  })[0]
  const midnight = (await care.base.admin.query(`select $1::timestamp at time zone $2 as at`, [next, ZONE]))
    .rows[0].at as Date
  for (const late of [-1000, 0])
    await makeReferral(care.asActor, care.officer, referral(care.serviceId, { needs: ['treatment'] }), {
      sentAt: new Date(midnight.getTime() + late),
    })
})
afterAll(() => care.close())

const raw = async (actor: MemberActor, day = first) =>
  (await attempt(care.base.app, actor, 'select * from count_referrals($1)', [day])).rows

describe('a manager', () => {
  test('counts the referrals of the county’s quarter by need and month, with small counts withheld', async () => {
    const { table, needs } = await countReferrals(care.asActor, manager, quarter)
    const row = (need: string) => table.cells[needs.indexOf(need as 'moud')]
    // 4 is too small to show; what hides it goes with it.
    expect(row('moud')?.[0]).toBeUndefined()
    expect(
      [...(row('treatment') ?? []), ...(row('moud') ?? [])].filter((shown) => shown === undefined),
    ).toHaveLength(4)
    expect(row('shelter')).toEqual([0, 0, 0])
    expect(table.total).toBe(14 + 12 + 13 + 1 + 4 + 12 + 13)
  })

  test('sees not one of the referrals that are counted', async () => {
    expect((await attempt(care.base.app, manager, 'select from referral')).rowCount).toBe(0)
    const after = await attempt(
      care.base.app,
      manager,
      `with counted as materialized (select count(*) from count_referrals('${first}')) select actor_kind(), actor_job() from counted`,
    )
    expect(after.rows).toEqual([{ actor_kind: 'member', actor_job: null }])
  })

  test('is given the same as CSV, with nothing but what the page shows', async () => {
    const csv = countsCsv(await countReferrals(care.asActor, manager, quarter))
    const lines = csv.trimEnd().split('\r\n')
    expect(lines[0]).toBe(
      `"Need","${first.slice(0, 7)}","${second.slice(0, 7)}","${third.slice(0, 7)}","Total"`,
    )
    expect(lines[2]).toMatch(/^"Medicine for opioid use","withheld",/)
    expect(csv).not.toMatch(/"4"/)
  })

  test('counts no quarter that is not over, nor a stretch of days that is none', async () => {
    const running = new Date()
    const begins = new Date(
      Date.UTC(running.getUTCFullYear(), running.getUTCMonth() - (running.getUTCMonth() % 3), 1),
    )
    expect(await raw(manager, begins.toISOString().slice(0, 10))).toEqual([])
    expect(await raw(manager, `${first.slice(0, 8)}02`)).toEqual([])
    expect(await raw(manager, second)).toEqual([])
  })

  test('of another county counts nothing of this one', async () => {
    const other = await care.neighbour()
    expect(await raw(await other.hire('provider', 'manager'))).toEqual([])
  })

  test('leaves a record of having counted', async () => {
    await countReferrals(care.asActor, manager, quarter)
    const { rows } = await care.base.admin.query(
      `select outcome, detail from audit_record where action = 'referrals.count' order by at desc limit 1`,
    )
    expect(rows).toEqual([{ outcome: 'seen', detail: { quarter: quarterCode(quarter) } }])
  })
})

test.each(['officer', 'provider', 'administrator', 'privacy-officer', 'trainer'] as const)(
  '%s counts nothing',
  async (role) => {
    expect(await raw(inAnotherRole(manager, role))).toEqual([])
  },
)
