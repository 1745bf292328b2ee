import { describe, expect, test } from 'vitest'
import type { LooksInQuarterHour, RecordsInWeek } from '#audit'
import type { ToldWithoutRelease } from '#disclosures'
import type { Hours } from '#kernel/hours.ts'
import { findAfterHours, findNoRelationship, findSpikes } from './unusual-access.ts'

const ZONE = 'America/New_York'
const member = 'member'
const organizationId = 'organization'

const MONDAYS = [
  '09-21',
  '09-28',
  '10-05',
  '10-12',
  '10-19',
  '10-26',
  '11-02',
  '11-09',
  '11-16',
  '11-23',
].map((day) => `2026-${day}`)
/** Weeks of one member, the last of which is that of November 23; null where they looked at nothing. */
const weeks = (...records: (number | null)[]): RecordsInWeek[] =>
  records.flatMap((count, index) => {
    const week = MONDAYS[MONDAYS.length - records.length + index]
    return count === null || !week ? [] : [{ memberId: member, organizationId, week, records: count }]
  })
const spikes = (...records: (number | null)[]) => findSpikes(weeks(...records), '2026-11-23')

describe('a spike (CJ-10)', () => {
  test('is more than three times the member’s own usual week', () => {
    expect(spikes(5, 6, 5, 16)).toEqual([
      {
        ...{ rule: 'spike', memberId: member, organizationId, about: '2026-11-23', week: '2026-11-23' },
        ...{ at: new Date('2026-11-23T12:00:00Z'), records: 16, usual: 5, weeks: 3, colleagues: 0 },
      },
    ])
    expect(spikes(5, 6, 5, 15)).toEqual([])
  })

  test('is never fewer than 15 records, so that a quiet desk is not watched for three people', () => {
    expect(spikes(1, 1, 1, 14)).toEqual([])
    expect(spikes(1, 1, 1, 15)).toHaveLength(1)
  })

  test('needs three weeks to compare with, of the eight before', () => {
    expect(spikes(2, 2, 40)).toEqual([])
    expect(spikes(2, null, 2, null, 2, 40)).toHaveLength(1)
    expect(spikes(2, null, null, null, null, null, null, null, 2, 40)).toEqual([])
    expect(spikes(2, 2, null, null, null, null, null, null, 2, 40)).toEqual([])
  })

  test('is measured by the middle week, which one busy week does not move', () => {
    expect(spikes(4, 60, 5, 4, 20)).toMatchObject([{ usual: 4 }])
  })

  test('is looked for from a week on, and in each week by itself', () => {
    expect(findSpikes(weeks(2, 2, 2, 40, 2), '2026-11-23')).toEqual([])
    expect(findSpikes(weeks(2, 2, 2, 40, 2), '2026-11-16')).toMatchObject([{ week: '2026-11-16' }])
  })

  describe('of somebody without three weeks of their own', () => {
    const ROLES: Record<string, string[]> = {
      [member]: ['provider'],
      ann: ['provider', 'manager'],
      bo: ['provider'],
      cy: ['manager'],
    }
    const of = (who: string, week: string, records: number) => ({
      memberId: who,
      organizationId,
      week,
      records,
    })
    const [last = '', now = ''] = MONDAYS.slice(-2)
    const found = (...others: RecordsInWeek[]) =>
      findSpikes([of(member, now, 40), ...others], now, (who) => ROLES[who] ?? [])

    test('is measured by colleagues of the same role, from the second week of a county on', () => {
      expect(found(of('ann', last, 6), of('ann', now, 8), of('bo', now, 7))).toMatchObject([
        { memberId: member, records: 40, usual: 7, weeks: 3, colleagues: 2 },
      ])
      expect(found(of('ann', last, 6), of('ann', now, 14), of('bo', now, 15))).toEqual([])
    })

    test('takes two colleagues and three weeks, of the same role and organization', () => {
      expect(found(of('ann', last, 6), of('ann', now, 8))).toEqual([])
      expect(found(of('ann', now, 6), of('bo', now, 8))).toEqual([])
      expect(found(of('ann', last, 6), of('ann', now, 8), of('cy', now, 7))).toEqual([])
      const elsewhere = { ...of('bo', now, 7), organizationId: 'elsewhere' }
      expect(found(of('ann', last, 6), of('ann', now, 8), elsewhere)).toEqual([])
    })
  })

  test('of one member is not compared with another', () => {
    const other = weeks(50, 50, 50).map((week) => ({ ...week, memberId: 'other' }))
    expect(findSpikes([...weeks(2, 2, 2, 40), ...other], '2026-11-23')).toMatchObject([{ memberId: member }])
  })
})

describe('a look outside working hours', () => {
  const DAYS: Hours = [{ days: [1, 2, 3, 4, 5], opens: '08:00', closes: '17:30' }]
  const look = (quarter: string, looks = 1): LooksInQuarterHour => ({
    ...{ memberId: member, organizationId, looks },
    quarter: new Date(quarter),
  })
  const found = (...looks: LooksInQuarterHour[]) => findAfterHours(looks, () => DAYS, ZONE)

  test('is told by day, with how often and from when to when, by the county’s clock', () => {
    expect(found(look('2026-11-25T03:00:00Z', 2), look('2026-11-25T04:15:00Z'))).toEqual([
      {
        ...{ rule: 'after-hours', memberId: member, organizationId, about: '2026-11-24', looks: 3 },
        ...{ at: new Date('2026-11-25T03:00:00Z'), until: new Date('2026-11-25T04:30:00Z') },
      },
    ])
  })

  test('begins half an hour after they end, and stops half an hour before they begin', () => {
    expect(found(look('2026-11-24T22:45:00Z'))).toEqual([])
    expect(found(look('2026-11-24T23:00:00Z'))).toHaveLength(1)
    expect(found(look('2026-11-24T12:30:00Z'))).toEqual([])
    expect(found(look('2026-11-24T12:15:00Z'))).toHaveLength(1)
  })

  test('is one on a day on which they do not work', () => {
    expect(found(look('2026-11-22T15:00:00Z'))).toMatchObject([{ about: '2026-11-22' }])
  })

  test('is none where nobody said when they work, and any where they never do', () => {
    expect(findAfterHours([look('2026-11-25T03:00:00Z')], () => undefined, ZONE)).toEqual([])
    expect(findAfterHours([look('2026-11-24T15:00:00Z')], () => [], ZONE)).toHaveLength(1)
  })
})

describe('no relationship', () => {
  const told = (changes: Partial<ToldWithoutRelease> = {}): ToldWithoutRelease => ({
    ...{ id: 'line', at: new Date('2026-11-24T15:00:00Z'), personIds: ['sam'], toMemberId: member },
    ...{
      fromOrganizationId: 'place',
      toOrganizationId: 'hospital',
      basis: 'emergency',
      breakGlassId: 'glass',
    },
    ...{ hadBasisBefore: false },
    ...changes,
  })
  const holder = (organizationId: string) => ({ organizationId, personIds: ['sam'] })

  test('is told once for each emergency, however often they looked and at whom', () => {
    const later = told({ id: 'other', at: new Date('2026-11-24T16:00:00Z'), personIds: ['sam', 'jo'] })
    expect(findNoRelationship([later, told()], [])).toEqual([
      {
        ...{
          rule: 'no-relationship',
          memberId: member,
          organizationId: 'hospital',
          about: 'glass',
          looks: 2,
        },
        ...{ at: told().at, basis: 'emergency', breakGlassId: 'glass', personIds: ['sam', 'jo'] },
      },
    ])
  })

  test('is none when a release names the organization, or it obtained one, ended or not', () => {
    expect(findNoRelationship([told()], [holder('place'), holder('hospital')])).toEqual([])
    expect(findNoRelationship([told()], [holder('place'), holder('police')])).toHaveLength(1)
    expect(findNoRelationship([told({ personIds: ['jo'] })], [holder('hospital')])).toHaveLength(1)
  })

  test('is none when it was told of the person on a release or referral before', () => {
    expect(findNoRelationship([told({ hadBasisBefore: true })], [])).toEqual([])
  })

  test('on another ground than an emergency is told line by line', () => {
    const audit = told({ basis: 'audit', breakGlassId: null })
    expect(findNoRelationship([audit, { ...audit, id: 'second' }], []).map(({ about }) => about)).toEqual([
      'line',
      'second',
    ])
  })
})
