import { describe, expect, it } from 'vitest'
import { milesBetween } from './geo.ts'
import { findZip, findZipIn, isWherePeopleLive, restoreZeros } from './zip.ts'

describe('a ZIP code', () => {
  it('gets back the zeros that a spreadsheet took', () => {
    expect(restoreZeros('2139', 5)).toBe('02139')
    expect(restoreZeros('653', 5)).toBe('00653')
    expect(restoreZeros('42', 4)).toBe('0042')
    expect(restoreZeros('35630', 5)).toBe('35630')
  })

  it('is not made out of what cannot be one', () => {
    for (const text of ['', '0', '00000', 'K1A 0B1', '123456', '-123', '12 34', '22902-4420', '٢٢٩٠٢'])
      expect(restoreZeros(text, 5)).toBeUndefined()
  })

  it('is found in what a person typed', () => {
    expect(findZipIn('22902')).toBe('22902')
    expect(findZipIn(' 22902-4420 ')).toBe('22902')
    expect(findZipIn('Dock Street, Pierpoint 22902')).toBe('22902')
    expect(findZipIn('call 434555012345')).toBeUndefined()
    expect(findZipIn('12 Dock Street')).toBeUndefined()
  })
})

describe('where a ZIP code is', () => {
  it('is its centroid', () => {
    const downtown = { latitude: 38.03, longitude: -78.48 }
    const found = findZip('22902')
    expect(found && milesBetween(found, downtown)).toBeLessThan(10)
  })

  it('is close by for post-office boxes, which have no area', () => {
    const charlottesville = { latitude: 38.03, longitude: -78.48 }
    const found = findZip('22906')
    expect(found && milesBetween(found, charlottesville)).toBeLessThan(30)
  })

  it('is in town for the two codes that the census file puts in the wilderness', () => {
    const anchorage = { latitude: 61.2181, longitude: -149.9003 }
    const fairbanks = { latitude: 64.8378, longitude: -147.7164 }
    expect(milesBetween(findZip('99503') ?? fairbanks, anchorage)).toBeLessThan(5)
    expect(milesBetween(findZip('99701') ?? anchorage, fairbanks)).toBeLessThan(5)
  })

  it('is nowhere for a code that does not exist', () => {
    expect(findZip('00000')).toBeUndefined()
    expect(findZip('2290')).toBeUndefined()
    expect(findZip('abcde')).toBeUndefined()
  })
})

describe('where people live', () => {
  const lives = (latitude: number, longitude: number) => isWherePeopleLive({ latitude, longitude })

  it('is towns and cities, from Puerto Rico to the Arctic', () => {
    expect(lives(38.03, -78.48)).toBe(true)
    expect(lives(18.33, -65.65)).toBe(true)
    expect(lives(21.31, -157.86)).toBe(true)
    expect(lives(71.3, -156.76)).toBe(true)
    expect(lives(66.9, -162.58)).toBe(true)
  })

  it('is sparse country too, where the next post office is an hour away', () => {
    expect(lives(34.4165, -107.4985)).toBe(true)
    expect(lives(40.8, -115.9)).toBe(true)
  })

  it('is not the sea', () => {
    expect(lives(0, 0)).toBe(false)
    expect(lives(37.5, -123.5)).toBe(false)
    expect(lives(28.5, -90)).toBe(false)
    expect(lives(40.2, -73)).toBe(false)
    expect(lives(20.5, -157.5)).toBe(false)
    expect(lives(43.5, -87.2)).toBe(false)
    expect(lives(30, -60)).toBe(false)
  })

  it('is not abroad', () => {
    expect(lives(51.5, -0.12)).toBe(false)
    expect(lives(19.43, -99.13)).toBe(false)
    expect(lives(45.42, -75.7)).toBe(false)
  })

  it('is not where latitude and longitude were swapped, or a sign was lost', () => {
    expect(lives(-78.48, 38.03)).toBe(false)
    expect(lives(38.03, 78.48)).toBe(false)
  })
})
