import { describe, expect, it } from 'vitest'
import { readCodes } from './findtreatment-codes.ts'

const codes = (entries: Record<string, string>) =>
  Object.entries(entries).map(([f2, f3]) => ({ f1: 'A category', f2, f3 }))

describe('what a row of FindTreatment.gov says', () => {
  it('of a clinic that gives methadone', () => {
    const facts = readCodes(
      'SA',
      codes({
        TC: 'Substance use treatment',
        SET: 'Outpatient; Outpatient methadone/buprenorphine or naltrexone treatment',
        OT: 'SAMHSA-certified Opioid Treatment Program; Methadone maintenance',
        OM: 'Methadone used in Treatment',
        PHR: 'Methadone; Buprenorphine with naloxone  (Suboxone®)',
        PAY: 'Medicaid; Private health insurance; Cash or self-payment',
        AGE: 'Adults; Young adults',
        GN: 'Female; Male',
      }),
    )
    expect(facts).toMatchObject({
      kind: 'substance-use',
      needs: ['treatment', 'moud'],
      medicines: ['methadone', 'buprenorphine'],
      payers: ['medicaid', 'private'],
      fees: ['cash'],
      ages: ['young-adults', 'adults'],
      genders: ['female', 'male'],
      languages: null,
      settings: ['outpatient'],
    })
  })

  it('is unknown where it says nothing, which is not a no', () => {
    expect(readCodes('SA', [])).toMatchObject({
      kind: 'substance-use',
      needs: ['treatment'],
      medicines: null,
      payers: null,
      fees: null,
      ages: null,
      genders: null,
      languages: null,
      settings: null,
    })
  })

  it('keeps facilities for mental health alone apart from help with substance use', () => {
    expect(readCodes('MH', codes({ TC: 'Mental health treatment' })).needs).toEqual(['other'])
    expect(readCodes('MH', codes({ TC: 'Mental health treatment; Substance use treatment' })).needs).toEqual([
      'treatment',
    ])
  })
})

describe('medicine for opioid use', () => {
  const medicines = (entries: Record<string, string>) => readCodes('SA', codes(entries)).medicines

  it('is not given where people who already take it are merely accepted', () => {
    expect(medicines({ OT: 'Accepts clients on opioid medication' })).toEqual([])
  })

  it('is not given where methadone is for pain or emergencies', () => {
    expect(medicines({ OT: 'Use methadone/buprenorphine for pain management or emergency dosing' })).toEqual(
      [],
    )
  })

  it('is not given by a facility that says so, though it gives naltrexone for alcohol use', () => {
    const facts = readCodes(
      'SA',
      codes({ OT: 'Do not use medication for opioid addiction', PHR: 'Naltrexone (oral)' }),
    )
    expect(facts.medicines).toEqual([])
    expect(facts.needs).toEqual(['treatment'])
  })

  it('is told apart by name', () => {
    expect(medicines({ OT: 'Prescribes/administers buprenorphine' })).toEqual(['buprenorphine'])
    expect(medicines({ PHR: 'Extended-release, injectable Naltrexone (Vivitrol®)' })).toEqual(['naltrexone'])
    expect(medicines({ OT: 'Relapse prevention from naltrexone' })).toEqual(['naltrexone'])
    expect(medicines({ PHR: 'Disulfiram (Antabuse®)' })).toBeNull()
  })
})

describe('paying', () => {
  const pay = (PAY: string, PYAS?: string) => {
    const { payers, fees } = readCodes('SA', codes({ PAY, ...(PYAS ? { PYAS } : {}) }))
    return { payers, fees }
  }

  it('is for people without insurance where there is a sliding fee, assistance or no charge', () => {
    expect(
      pay('Cash or self-payment', 'Sliding fee scale (fee is based on income and other factors)'),
    ).toEqual({
      payers: ['none'],
      fees: ['sliding-fee', 'cash'],
    })
    expect(pay('No payment accepted')).toEqual({ payers: ['none'], fees: ['free'] })
    expect(pay('Medicare', 'Payment assistance (check with facility for details)').payers).toEqual([
      'medicare',
      'none',
    ])
  })

  it('does not become free because cash is taken', () => {
    expect(pay('Cash or self-payment')).toEqual({ payers: [], fees: ['cash'] })
  })

  it('knows the military in each spelling, and takes no state plan for Medicaid', () => {
    expect(pay('Military insurance (e.g., TRICARE)').payers).toEqual(['military'])
    expect(pay('U.S. Department of VA funds').payers).toEqual(['military'])
    expect(pay('State-financed health insurance plan other than Medicaid').payers).toEqual([])
  })
})

it('finds support in recovery, places to stay and help to stay safer', () => {
  expect(readCodes('SA', codes({ TC: 'Transitional housing, halfway house, or sober home' })).needs).toEqual([
    'treatment',
    'shelter',
  ])
  expect(readCodes('SA', codes({ AS: 'Consumer-run (peer-support) services' })).needs).toEqual([
    'treatment',
    'recovery-support',
  ])
  expect(readCodes('SA', codes({ EDU: 'Naloxone and overdose education' })).needs).toEqual([
    'treatment',
    'harm-reduction',
  ])
  expect(readCodes('SA', codes({ PHR: 'Buprenorphine with naloxone (Suboxone®)' })).needs).toEqual([
    'treatment',
    'moud',
  ])
})

it('reads languages by their names', () => {
  const { languages } = readCodes(
    'MH',
    codes({ OL: 'Spanish; German', SL: 'Services for the deaf and hard of hearing' }),
  )
  expect(languages).toEqual(['Spanish', 'German', 'American Sign Language'])
})
