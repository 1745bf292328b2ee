import { describe, expect, it } from 'vitest'
import { longestPlaceIn, townsIn } from './locate.ts'

const places = ['Pierpoint', 'East Pierpoint', 'Dock', 'San José', '東港'].map((name) => ({ name }))
const found = (text: string) => longestPlaceIn(text, places)?.name

describe('a place in what somebody typed', () => {
  it('is found whatever surrounds it', () => {
    expect(found('Corner of 3rd, Pierpoint')).toBe('Pierpoint')
    expect(found('PIERPOINT')).toBe('Pierpoint')
    expect(found('near san jose church')).toBe('San José')
    expect(found('東港')).toBe('東港')
  })

  it('is the longest name that fits', () => {
    expect(found('Dock Street, East Pierpoint')).toBe('East Pierpoint')
    expect(found('Dock Street, Pierpoint')).toBe('Pierpoint')
  })

  it('is found by whole words only', () => {
    expect(found('Pierpointe Mall')).toBeUndefined()
    expect(found('the docks')).toBeUndefined()
    expect(found('')).toBeUndefined()
  })
})

describe('a town in what somebody typed', () => {
  const read = (text: string) => townsIn(text).map(({ city, state }) => `${city}/${state ?? '?'}`)

  it('may have its state behind it', () => {
    expect(read('Charlottesville, VA')).toEqual(['Charlottesville/VA'])
    expect(read('charlottesville va')).toEqual(['charlottesville/VA', 'charlottesville va/?'])
  })

  it('may have a street before it', () => {
    expect(read('12 Dock Street, Charlottesville, VA')).toEqual([
      '12 Dock Street, Charlottesville/VA',
      'Charlottesville/VA',
    ])
    expect(read('Dock Street, Charlottesville')).toEqual([
      'Dock Street, Charlottesville/?',
      'Charlottesville/?',
    ])
  })

  it('is not read out of nothing', () => {
    expect(read('')).toEqual([])
    expect(read(' , ')).toEqual([])
    expect(read('VA')).toEqual(['VA/?'])
  })
})
