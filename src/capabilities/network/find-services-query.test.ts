import { describe, expect, it } from 'vitest'
import { findServicesQuery } from './find-services-query.ts'

const read = (address: string) => {
  const query: Record<string, string | string[]> = {}
  const { searchParams } = new URL(address, 'https://county.example.org')
  for (const name of searchParams.keys()) {
    const values = searchParams.getAll(name)
    query[name] = values.length === 1 ? (values[0] as string) : values
  }
  return findServicesQuery.safeParse(query)
}
const accepted = (address: string) => read(address).data
const refused = (address: string) =>
  Object.fromEntries(read(address).error?.issues.map(({ path, message }) => [path.join(), message]) ?? [])

describe('a search as it comes in an address', () => {
  it('asks for nothing in particular when it is empty', () => {
    expect(accepted('/')).toEqual({ needs: [], referableOnly: false, limit: 20, offset: 0, near: undefined })
  })

  it('names needs with commas or one by one', () => {
    expect(accepted('/?needs=moud,shelter')?.needs).toEqual(['moud', 'shelter'])
    expect(accepted('/?needs=moud&needs=shelter')?.needs).toEqual(['moud', 'shelter'])
    expect(accepted('/?needs=')?.needs).toEqual([])
  })

  it('says where as two numbers that go together', () => {
    expect(accepted('/?latitude=44.3&longitude=-68.2')?.near).toEqual({ latitude: 44.3, longitude: -68.2 })
    expect(accepted('/?latitude=0&longitude=0')?.near).toEqual({ latitude: 0, longitude: 0 })
    expect(refused('/?latitude=44.3')).toEqual({ longitude: 'Latitude and longitude go together.' })
    expect(refused('/?longitude=-68.2')).toEqual({ longitude: 'Latitude and longitude go together.' })
  })

  it.each(['/?latitude=&longitude=', '/?latitude=%20&longitude=%20', '/?latitude=&longitude=&radiusMiles='])(
    'has no place when the numbers are left empty, rather than one off the coast of Africa: %s',
    (address) => {
      expect(read(address).success).toBe(true)
      expect(accepted(address)?.near).toBeUndefined()
    },
  )

  it('takes its usual size when that is left empty', () => {
    expect(accepted('/?limit=&offset=')).toMatchObject({ limit: 20, offset: 0 })
  })

  it('has a radius only around a place', () => {
    expect(accepted('/?latitude=44&longitude=-68&radiusMiles=10')?.radiusMiles).toBe(10)
    expect(refused('/?radiusMiles=10')).toEqual({
      radiusMiles: 'Say around what: give latitude and longitude too.',
    })
    expect(refused('/?latitude=&longitude=&radiusMiles=10')).toHaveProperty('radiusMiles')
  })

  it.each([
    ['latitude', '91'],
    ['latitude', 'north'],
    ['longitude', '-181'],
    ['radiusMiles', '0'],
    ['radiusMiles', '-5'],
    ['radiusMiles', 'Infinity'],
    ['needs', 'money'],
    ['payer', 'gold'],
    ['limit', '51'],
    ['limit', '2.5'],
    ['offset', '-1'],
    ['offset', '5001'],
    ['referableOnly', 'perhaps'],
    ['text', 'x'.repeat(201)],
  ])('is told in plain words to change %s when it is %s', (name, value) => {
    const whole = { latitude: '44', longitude: '-68', [name]: value }
    expect(refused(`/?${new URLSearchParams(whole)}`)).toEqual({ [name]: expect.stringMatching(/^Use /) })
  })
})
