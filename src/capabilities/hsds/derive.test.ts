import { expect, it } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { addressFrom, hoursFrom, languagesFrom, numbersFrom } from './derive.ts'

const said = (facts: Record<string, string | number>) => ({ id: newId(), ...facts })
const weekly = { freq: 'WEEKLY', byday: 'MO,SU', opens_at: '08:30:00', closes_at: '17:00' }

it('hours are what a weekly schedule says, and one that closes at midnight closes on the next day', () => {
  expect(
    hoursFrom([said(weekly), said({ ...weekly, byday: 'TU', interval: 1, closes_at: '00:00' })]),
  ).toEqual([
    { days: [1, 7], opens: '08:30', closes: '17:00' },
    { days: [2], opens: '08:30', closes: '00:00' },
  ])
})

it.each([
  { freq: 'MONTHLY', byday: '1MO' },
  { byday: '1MO' },
  { interval: 2 },
  { valid_to: '2026-12-31' },
  { until: '2026-12-31' },
  { timezone: -5 },
  { opens_at: 'morning' },
  { closes_at: '25:00' },
])('hours with %j among them are unknown rather than half of the truth', (limit) => {
  expect(hoursFrom([said(weekly), said({ ...weekly, ...limit })])).toBeNull()
})

it('nobody is given a fax machine to call', () => {
  expect(
    numbersFrom([
      said({ number: '1', type: 'fax' }),
      said({ number: '2', type: 'Crisis hotline' }),
      said({ number: '3', description: 'Intake' }),
      said({ number: '4', extension: 9, type: 'voice' }),
    ]),
  ).toEqual({
    phone: '4 ext. 9',
    intakePhones: ['3'],
    hotline: '2',
    afterHoursPhone: null,
    afterHoursWho: null,
  })
  expect(numbersFrom([])).toEqual({
    ...{ phone: null, intakePhones: [], hotline: null, afterHoursPhone: null, afterHoursWho: null },
  })
})

it('languages are told by name or by code, and English is no other language', () => {
  expect(
    languagesFrom([
      said({ code: 'es' }),
      said({ name: 'Haitian Creole' }),
      said({ code: 'en' }),
      said({ code: '?' }),
    ]),
  ).toEqual(['Spanish', 'Haitian Creole'])
  expect(languagesFrom([said({ note: 'some' })])).toBeNull()
})

it('an address outside the United States, or of a post-office box when there is a door, is not where a place is', () => {
  const at = { address_1: '4 Quay Street', city: 'Pierpoint', country: 'US' }
  const home = { ...at, state_province: 'ME', postal_code: '04609-1234' }
  expect(
    addressFrom([said({ ...at, state_province: 'Kent', postal_code: 'CT1 2AB', address_type: 'physical' })]),
  ).toBeUndefined()
  expect(addressFrom([said({ ...home, address_type: 'virtual' })])).toBeUndefined()
  const found = addressFrom([
    said({ ...home, address_1: 'PO Box 1', address_type: 'postal' }),
    said({ ...home, address_type: 'physical' }),
  ])
  expect(found?.is).toEqual({
    street: '4 Quay Street',
    street2: null,
    city: 'Pierpoint',
    state: 'ME',
    zip: '04609',
    zip4: '1234',
  })
})
