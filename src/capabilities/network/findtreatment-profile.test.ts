import { describe, expect, test } from 'vitest'
import { readCodes } from './findtreatment-codes.ts'

const read = (entries: Record<string, string>, type = 'SA') =>
  readCodes(
    type,
    Object.entries(entries).map(([f2, f3]) => ({ f1: 'A category', f2, f3 })),
  )

describe('levels of The ASAM Criteria', () => {
  test('are those that SAMHSA’s survey names beside its settings', () => {
    expect(
      read({ SET: 'Outpatient; Regular outpatient treatment; Intensive outpatient treatment' }),
    ).toMatchObject({ asamLevels: ['1', '2.1'], asamEdition: '3' })
    expect(
      read({ SET: 'Residential; Short-term residential; Residential detoxification' }).asamLevels,
    ).toEqual(['3.5', '3.2-WM'])
  })

  test.each([
    'Long-term residential',
    'Hospital inpatient detoxification',
    'Outpatient detoxification; Regular outpatient treatment',
    'Residential',
    'Outpatient',
  ])('are unknown where a setting stands for two of them: %s', (SET) =>
    expect(read({ SET })).toMatchObject({ asamLevels: null, asamEdition: null }),
  )

  test('are not those of help with mental health', () =>
    expect(
      read({ SET: 'Intensive outpatient treatment', TC: 'Mental health treatment' }, 'MH').asamLevels,
    ).toBeNull())
})

describe('what can be done with a medicine', () => {
  test.each([
    ['Buprenorphine maintenance', ['buprenorphine:continue']],
    ['Methadone maintenance for predetermined time', ['methadone:continue']],
    ['Prescribes/administers naltrexone', ['naltrexone:continue']],
    [
      'Accepts clients on opioid medication',
      ['methadone:accept-on', 'buprenorphine:accept-on', 'naltrexone:accept-on'],
    ],
    ['Accepts clients using MAT for alcohol use disorder', null],
    ['Do not use medication for opioid addiction', null],
    ['Buprenorphine detoxification', null],
    ['Use methadone/buprenorphine for pain management or emergency dosing', null],
  ])('%s', (OT, moud) => expect(read({ OT }).moud).toEqual(moud))
})

test('of ages, pregnancy, children and walk-ins only a yes is said; the rest is unknown', () => {
  expect(read({ AGE: 'Young adults; Adults' })).toMatchObject({ minAge: 18, maxAge: null })
  expect(read({ AGE: 'Children/adolescents' })).toMatchObject({ minAge: null, maxAge: 17 })
  expect(read({ AGE: 'Children/adolescents; Adults' })).toMatchObject({ minAge: null, maxAge: null })
  expect(read({ SG: 'Pregnant/postpartum women' }).pregnant).toBe('accepted')
  expect(read({ SG: 'Veterans' }).pregnant).toBeNull()
  expect(read({ AS: 'Residential beds for clients’ children' }).withChildren).toBe(true)
  expect(read({ EMS: 'Psychiatric emergency walk-in services' }).walkIn).toBe(true)
  expect(read({})).toMatchObject({
    moud: null,
    minAge: null,
    pregnant: null,
    withChildren: null,
    walkIn: null,
  })
})
