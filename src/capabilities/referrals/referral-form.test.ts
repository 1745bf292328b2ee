import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { referralInput } from './referral.ts'
import { readReceiverQuery, readReferralForm } from './referral-form.ts'

const filled = {
  id: [newId()],
  serviceId: [newId()],
  needs: ['treatment', 'shelter'],
  name: ['Sam'],
  whereabouts: ['Ferry ramp'],
  latitude: ['44.3'],
  longitude: ['-68.2'],
  payer: ['medicaid'],
  agreesToContact: ['yes'],
  contactWay: ['text'],
  contact: ['207-555-0177'],
}

describe('a posted referral', () => {
  test('is read as it was filled in', () => {
    expect(referralInput.parse(readReferralForm(filled))).toEqual({
      id: filled.id[0],
      serviceId: filled.serviceId[0],
      needs: ['treatment', 'shelter'],
      name: 'Sam',
      whereabouts: 'Ferry ramp',
      latitude: 44.3,
      longitude: -68.2,
      payer: 'medicaid',
      agreesToContact: true,
      contactWay: 'text',
      contact: '207-555-0177',
    })
  })

  test('keeps away what was left empty, and takes “no” for no', () => {
    const { contactWay, ...rest } = readReferralForm({
      ...filled,
      name: [''],
      whereabouts: [''],
      contact: [''],
      payer: [''],
      agreesToContact: ['no'],
    })
    expect(contactWay).toBeUndefined()
    expect(referralInput.parse(rest)).toEqual({
      id: filled.id[0],
      serviceId: filled.serviceId[0],
      needs: ['treatment', 'shelter'],
      latitude: 44.3,
      longitude: -68.2,
      payer: 'not-sure',
      agreesToContact: false,
    })
  })

  test('that says nothing about agreeing is no yes', () => {
    for (const agreesToContact of [[], [''], ['true'], ['on']])
      expect(readReferralForm({ ...filled, agreesToContact }).agreesToContact).toBeUndefined()
  })

  test.each([
    ['', ''],
    ['44.3', ''],
    ['', '-68.2'],
    ['91', '0'],
    ['0', '181'],
    ['north', '-68.2'],
    ['NaN', 'NaN'],
    ['Infinity', '0'],
  ])('counts latitude “%s” and longitude “%s” as no place', (latitude, longitude) => {
    const read = readReferralForm({ ...filled, latitude: [latitude], longitude: [longitude] })
    expect(read).not.toHaveProperty('latitude')
    expect(read).not.toHaveProperty('longitude')
  })

  test('of anything at all is refused, never a fault', () => {
    const values = fc.array(fc.string(), { maxLength: 3 })
    const fields = fc.record(
      {
        id: values,
        serviceId: values,
        needs: values,
        latitude: values,
        payer: values,
        agreesToContact: values,
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(fields, (given) => {
        const { success } = referralInput.safeParse(readReferralForm(given))
        expect(success).toBe(false)
        expect(readReceiverQuery(given, 'America/New_York').limit).toBeGreaterThan(0)
      }),
    )
  })
})

describe('what places are looked for', () => {
  test('comes from the form, however little of it is filled in', () => {
    const query = readReceiverQuery({}, 'America/New_York')
    expect(query).toMatchObject({ needs: [], payer: undefined, whereabouts: '', position: undefined })
    expect(readReceiverQuery(filled, 'America/New_York')).toMatchObject({
      needs: ['treatment', 'shelter'],
      payer: 'medicaid',
      whereabouts: 'Ferry ramp',
      position: { latitude: 44.3, longitude: -68.2 },
      zone: 'America/New_York',
    })
  })

  test('leaves out what is on no list', () => {
    const query = readReceiverQuery(
      { needs: ['treatment', 'constructor', 'gold'], payer: ['toString'] },
      'UTC',
    )
    expect([query.needs, query.payer]).toEqual([['treatment'], undefined])
  })
})
