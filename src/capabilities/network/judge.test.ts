import { describe, expect, it } from 'vitest'
import type { Asks } from './asks.ts'
import { type Judged, judge } from './judge.ts'

const at = new Date('2026-11-24T07:00Z')
const hoursAgo = (hours: number) => new Date(at.getTime() - hours * 3_600_000)
const unknown: Judged = {
  openness: { state: 'unknown' },
  intake: { state: 'unknown' },
  timeZone: 'America/New_York',
  miles: 1,
}
const say = (service: Partial<Judged>, asks: Asks) =>
  judge({ ...unknown, ...service }, asks, at).map(
    ({ kind, text }) => `${kind}: ${text.replace(/\u00a0/g, ' ')}`,
  )

describe('what is asked for a person', () => {
  it.each<[string, Partial<Judged>, Asks, string[]]>([
    ['an age inside the span', { minAge: 18, maxAge: 64 }, { age: 64 }, ['fits: Takes ages 18 to 64']],
    ['an age one year too young', { minAge: 18 }, { age: 17 }, ['against: Takes ages 18 and up']],
    [
      'an age that a public list groups',
      { ages: ['adults'] },
      { age: 17 },
      ['against: Not listed for somebody who is 17'],
    ],
    [
      'a young adult where adults are listed',
      { ages: ['adults'] },
      { age: 19 },
      ['unsure: Ask if they take somebody who is 19'],
    ],
    ['a span before a group', { minAge: 16, ages: ['adults'] }, { age: 17 }, ['fits: Takes ages 16 and up']],
    [
      'a woman where men are listed',
      { genders: ['male'] },
      { gender: 'female' },
      ['against: Only men, not for: woman'],
    ],
    [
      'somebody who is neither',
      { genders: ['male'] },
      { gender: 'other' },
      ['unsure: Listed for men. Ask how they take in somebody who is neither'],
    ],
    [
      'pregnancy first in line',
      { pregnant: 'priority' },
      { pregnant: true },
      ['fits: Pregnant people first in line'],
    ],
    [
      'pregnancy not accepted',
      { pregnant: 'not-accepted' },
      { pregnant: true },
      ['against: Takes nobody who is pregnant'],
    ],
    ['children', { withChildren: false }, { children: true }, ['against: No children']],
    ['a pet', { pets: true }, { pet: true }, ['fits: Pets can come along']],
    ['no ID', { needsId: 'required' }, { noId: true }, ['against: Asks for an ID']],
    ['no ID, and nobody knows', {}, { noId: true }, ['unsure: Ask if they take somebody without ID']],
    ['steps', { stepFree: false }, { stepFree: true }, ['against: There are steps']],
    [
      'last use too short ago',
      { minHoursSinceUse: 12 },
      { used: '0-12' },
      ['against: Only from 12 hours after last use'],
    ],
    [
      'last use long enough ago',
      { minHoursSinceUse: 12 },
      { used: '12-24' },
      ['fits: Takes people from 12 hours after last use'],
    ],
    [
      'last use around the limit',
      { minHoursSinceUse: 18 },
      { used: '12-24' },
      ['unsure: Only from 18 hours after last use: ask about the hours'],
    ],
    [
      'last use too long ago',
      { maxHoursSinceUse: 72 },
      { used: '72-168' },
      ['against: Only up to 72 hours after last use'],
    ],
    ['last use, and no such rule', {}, { used: '0-12' }, []],
    ['walk-in', { walkIn: false }, { walkIn: true }, ['against: No walk-ins']],
    ['police', { policeDropOff: true }, { dropOff: true }, ['fits: Police can bring somebody']],
    ['too far', { miles: 20 }, { within: 'car-45' }, ['against: Further away']],
    ['nobody knows how far', { miles: undefined }, { within: 'miles-100' }, ['against: Further away']],
    [
      'who takes cash',
      { takes: ['private'], fees: ['cash'] },
      { payer: 'none' },
      ['unsure: No insurance: takes cash. Ask what it costs'],
    ],
    [
      'who takes only private insurance',
      { takes: ['private'] },
      { payer: 'medicaid' },
      ['against: Does not list Medicaid'],
    ],
  ])('%s', (_, service, asks, verdicts) => {
    expect(say(service, asks)).toEqual(verdicts)
  })

  it.each<[string, Partial<Judged>, Asks['moud'], string]>([
    [
      'starts it today',
      { moud: ['buprenorphine:start-same-day'] },
      'buprenorphine:start-same-day',
      'fits: Starts buprenorphine the same day',
    ],
    [
      'any that is started',
      { moud: ['naltrexone:start-same-day', 'methadone:continue'] },
      'any:start-same-day',
      'fits: Starts naltrexone the same day',
    ],
    [
      'goes on with it, does not start it',
      { moud: ['methadone:continue'] },
      'methadone:start-same-day',
      'against: Does not start methadone the same day',
    ],
    [
      'starts it: asked whether it goes on',
      { moud: ['methadone:start-same-day'] },
      'methadone:continue',
      'unsure: Ask if they go on with methadone',
    ],
    [
      'who goes on with it takes people who are on it',
      { moud: ['methadone:continue'] },
      'methadone:accept-on',
      'fits: Takes people who are on methadone',
    ],
    [
      'known to take nobody on methadone',
      { exclusions: ['methadone'] },
      'methadone:accept-on',
      'against: Takes nobody who is on methadone',
    ],
    [
      'a list of medicines without it',
      { medicines: ['naltrexone'] },
      'methadone:start-same-day',
      'against: Does not start methadone the same day',
    ],
    [
      'the same list for somebody who brings it',
      { medicines: ['naltrexone'] },
      'methadone:accept-on',
      'unsure: Ask if they take somebody who is on methadone',
    ],
    [
      'a list of medicines with it',
      { medicines: ['methadone'] },
      'methadone:start-same-day',
      'unsure: Ask if they start methadone today',
    ],
    ['nothing known', {}, 'any:start-same-day', 'unsure: Ask if they start medicine today'],
    ['none of it', { moud: [] }, 'any:start-same-day', 'against: Does not start medicine the same day'],
  ])('medicine: %s', (_, service, moud, verdict) => {
    expect(say(service, { moud })).toEqual([verdict])
  })

  it.each<[string, Partial<Judged>, Asks['level'], string]>([
    ['of its edition', { asamLevels: ['3.7'], asamEdition: '4' }, '4:3.7', 'fits: Offers level 3.7'],
    [
      'that it does not offer',
      { asamLevels: ['3.1', '3.5'], asamEdition: '4' },
      '4:3.7',
      'against: Offers level 3.1 and 3.5 (4th edition) only',
    ],
    [
      'near to one of the older edition',
      { asamLevels: ['3.7-WM'], asamEdition: '3' },
      '4:3.7',
      'unsure: Listed as level 3.7-WM (3rd edition): ask if that is what you look for',
    ],
    [
      'near to one of the newer edition',
      { asamLevels: ['1.7'], asamEdition: '4' },
      '3:OTP',
      'unsure: Listed as level 1.7 (4th edition): ask if that is what you look for',
    ],
    [
      'far from all of the older edition',
      { asamLevels: ['0.5'], asamEdition: '3' },
      '4:1.0',
      'against: Offers level 0.5 (3rd edition) only',
    ],
    ['of which nothing is known', {}, '3:3.2-WM', 'unsure: Ask if they offer level 3.2-WM'],
  ])('a level %s', (_, service, level, verdict) => {
    expect(say(service, { level })).toEqual([verdict])
  })

  it('is room now by the newest word, as long as it is fresh', () => {
    const room = (open: number | null, isOpen: boolean, hours: number) => ({
      room: [
        { level: 'detox' as const, open, isOpen, waitlistDays: isOpen ? null : 5, asOf: hoursAgo(hours) },
      ],
    })
    const asks = { room: 'detox' } as const
    expect(say(room(2, true, 3), asks)).toEqual(['fits: 2 detox beds, updated 3 h ago'])
    expect(say(room(null, true, 3), asks)).toEqual(['fits: Room in detox, updated 3 h ago'])
    expect(say(room(0, false, 3), asks)).toEqual(['against: Detox full, 5 days to wait, updated 3 h ago'])
    expect(say(room(0, false, 72), asks)).toEqual(['unsure: Detox full, 5 days to wait, updated 3 days ago'])
    expect(say(room(2, true, 72), asks)).toEqual(['unsure: 2 detox beds, updated 3 days ago'])
    expect(say(room(2, true, 3), { room: 'shelter' })).toEqual(['unsure: Nobody has said if there is room'])
  })

  it('is a door that is known to be open, or somebody who answers', () => {
    const shut = { intake: { state: 'shut' } } as const
    const until = new Date(at.getTime() + 5 * 3_600_000)
    expect(say({ intake: { state: 'open', until } }, { when: 'open' })).toEqual(['fits: Open until 7:00 AM'])
    expect(say({ intake: { state: 'closes-soon', until } }, { when: 'open' })[0]).toMatch(/^unsure/)
    expect(say(shut, { when: 'open' })).toEqual(['against: Closed'])
    expect(say({}, { when: 'open' })).toEqual(['against: Hours not known'])
    // A house that is open all night takes nobody new at night; who looks for help may ring there all the same.
    expect(say({ ...shut, openness: { state: 'open' } }, { when: 'door' })).toEqual([
      'fits: Open all day and night',
    ])
    expect(say({ ...shut, afterHoursPhone: '207-555-0100' }, { when: 'open' })).toEqual(['against: Closed'])
    expect(say({ ...shut, afterHoursPhone: '207-555-0100' }, { when: 'answering' })).toEqual([
      'fits: Closed, but somebody answers 207-555-0100',
    ])
    expect(say({ intake: { state: 'open', until, holiday: 'thanksgiving' } }, { when: 'open' })).toEqual([
      'unsure: Open until 7:00 AM, but today is Thanksgiving Day: call first',
    ])
  })
})
