import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addressKey, fold, likeness, providerKey, siteKey } from './match-key.ts'

const row = {
  name1: 'Harbor Light Center',
  name2: 'Women’s Program',
  street1: '12 North Dock Street',
  street2: 'Suite 3',
  city: 'Pierpoint',
  state: 'VA',
  zip: '22999',
}

describe('the same place in another spelling', () => {
  it('has the same key', () => {
    const spelled = {
      ...row,
      name1: 'HARBOR LIGHT CENTER ',
      name2: "Women's Program",
      street1: '12 N. Dock St.',
      street2: 'Ste 3',
    }
    expect(siteKey(spelled)).toBe(siteKey(row))
    expect(addressKey(spelled)).toBe(addressKey(row))
  })

  it('has the same key with and without accents', () => {
    expect(fold('Centro de Rehabilitación Ñandú')).toBe(fold('CENTRO DE REHABILITACION NANDU'))
    expect(fold('Hope & Home')).toBe(fold('Hope and Home'))
  })
})

describe('another place', () => {
  it('has another key when any part of its name or address differs', () => {
    const others = [
      { ...row, name1: 'Harbor Light Centre' },
      { ...row, name2: 'Men’s Program' },
      { ...row, street1: '14 North Dock Street' },
      { ...row, street1: '12 South Dock Street' },
      { ...row, street2: 'Suite 4' },
      { ...row, city: 'Marlow' },
      { ...row, state: 'MD' },
      { ...row, zip: '22998' },
    ]
    const keys = new Set([row, ...others].map(siteKey))
    expect(keys.size).toBe(others.length + 1)
  })

  it('keeps names apart in scripts that have no capitals or words', () => {
    const names = ['中文中心', '日本語センター', 'Клиника', 'عيادة', 'क्लिनिक', 'कलनक', '★★★', '☆☆☆']
    expect(new Set(names.map((name1) => siteKey({ ...row, name1 }))).size).toBe(names.length)
  })

  it('shares an address key with its neighbours in the building, but not without a street', () => {
    expect(addressKey({ ...row })).toBe(addressKey({ street1: '12 N Dock St', zip: '22999' }))
    expect(addressKey({ street1: '- - -', zip: '22999' })).toBeUndefined()
  })
})

it('takes a provider for one provider within a state only', () => {
  expect(providerKey({ name1: 'New Beginnings, Inc.', state: 'VA' })).toBe(
    providerKey({ name1: 'NEW BEGINNINGS INC', state: 'VA' }),
  )
  expect(providerKey({ name1: 'New Beginnings', state: 'VA' })).not.toBe(
    providerKey({ name1: 'New Beginnings', state: 'TX' }),
  )
})

describe('likeness', () => {
  it('is high for one name written in two ways and low for two names', () => {
    expect(likeness('Harbor Light Center', 'Harbor Light Ctr')).toBeGreaterThan(0.7)
    expect(likeness('Harbor Light Center', 'Tidewell Medication Program')).toBeLessThan(0.3)
    expect(likeness('', '')).toBe(1)
    expect(likeness('Harbor', '')).toBe(0)
  })

  it('is the same both ways, and between 0 and 1', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        const found = likeness(one, other)
        expect(found).toBe(likeness(other, one))
        expect(found).toBeGreaterThanOrEqual(0)
        expect(found).toBeLessThanOrEqual(1)
        expect(likeness(one, one)).toBe(1)
      }),
    )
  })
})
