import { expect, it } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { agesFrom, hoursFrom, intakeHoursFrom, numbersFrom } from './derive.ts'
import type { ListedService } from './hsds.table.ts'
import { attributesOf, phonesOf, schedulesOf } from './native.ts'
import { type Profile, profileFrom, TERMS } from './profile-terms.ts'

const id = newId()
const UNKNOWN: Profile = {
  ...{ needs: ['other'], kind: 'other', holidays: 'unknown', medicines: null, payers: null, fees: null },
  ...{ ages: null, genders: null, settings: null, moud: null, exclusions: null, legalFlags: null },
  ...{ asamLevels: null, asamEdition: null, pregnant: null, needsId: null, withChildren: null, pets: null },
  ...{ needsInsuranceCard: null, needsClearance: null, stepFree: null, walkIn: null, policeDropOff: null },
  ...{ offersTransport: null, minHoursSinceUse: null, maxHoursSinceUse: null, transportMiles: null },
}
const WHOLE: Profile = {
  ...{ needs: ['treatment', 'moud'], kind: 'opioid-treatment-program', holidays: 'closed' },
  ...{
    medicines: ['methadone'],
    payers: [],
    fees: ['free'],
    ages: ['adults'],
    genders: [],
    settings: ['detox'],
  },
  ...{ moud: ['methadone:start-same-day', 'methadone:continue'], exclusions: [], legalFlags: ['part-2'] },
  ...{ asamLevels: ['1-WM', 'OTP'], asamEdition: '3', pregnant: 'priority', needsId: 'not-needed' },
  ...{ withChildren: false, pets: false, needsInsuranceCard: true, needsClearance: false, stepFree: true },
  ...{ walkIn: true, policeDropOff: false, offersTransport: true, minHoursSinceUse: 12 },
  ...{ maxHoursSinceUse: 72, transportMiles: 40 },
}
const service = (profile: object) =>
  ({ offeringId: id, serviceAtLocationId: id, intakePhones: [], ...profile }) as unknown as ListedService

it('a whole profile comes back from its terms as it was, and so does one of which nothing is known', () => {
  for (const profile of [WHOLE, UNKNOWN, { ...WHOLE, asamLevels: [], asamEdition: null, moud: [] }])
    expect(profileFrom(attributesOf(service(profile)))).toEqual(profile)
})

it('every term has a name and a code of its own', () => {
  const codes = [...TERMS.values()].map(({ facts }) => facts.code)
  expect(new Set(codes).size).toBe(codes.length)
  expect([...TERMS.values()].filter(({ facts }) => !facts.name)).toEqual([])
})

it('levels of two editions, and numbers that are none, are not mixed into a profile', () => {
  const attributes = [
    ...attributesOf(service({ ...UNKNOWN, asamLevels: ['3.7'], asamEdition: '3' })),
    ...attributesOf(service({ ...UNKNOWN, asamLevels: ['2.7'], asamEdition: '4', transportMiles: 0 })),
  ]
  expect(profileFrom(attributes)).toEqual({ ...UNKNOWN, asamLevels: ['2.7'], asamEdition: '4' })
})

it('hours of intake and a number after hours come back beside the others', () => {
  const hours = [{ days: [1, 7], opens: '08:00', closes: '17:00' }]
  const intakeHours = [{ days: [1], opens: '09:00', closes: '12:00' }]
  const said = service({
    hours,
    intakeHours,
    phone: '1',
    afterHoursPhone: '2',
    afterHoursWho: 'a nurse: Ada',
  })
  const schedules = schedulesOf(said)
  expect([hoursFrom(schedules), intakeHoursFrom(schedules)]).toEqual([hours, intakeHours])
  expect(numbersFrom(phonesOf(said))).toMatchObject({
    ...{ phone: '1', afterHoursPhone: '2', afterHoursWho: 'a nurse: Ada' },
  })
})

it('ages that nobody has are unknown', () => {
  expect(agesFrom({ minimum_age: 18, maximum_age: 25 })).toEqual({ minAge: 18, maxAge: 25 })
  for (const said of [{}, { minimum_age: 130 }, { minimum_age: 30, maximum_age: 20 }, { maximum_age: 2.5 }])
    expect(agesFrom(said)).toEqual({ minAge: null, maxAge: null })
})
