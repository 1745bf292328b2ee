import { describe, expect, it } from 'vitest'
import { isState, timeZoneOf } from './time-zones.ts'

describe('the time zone of a place', () => {
  it('is its state’s where there is one', () => {
    expect(timeZoneOf('VA')).toBe('America/New_York')
    expect(timeZoneOf('PR', 'San Juan')).toBe('America/Puerto_Rico')
    expect(timeZoneOf('HI')).toBe('Pacific/Honolulu')
    expect(timeZoneOf('MT', 'Hill')).toBe('America/Denver')
  })

  it('is its county’s in a state with two', () => {
    expect(timeZoneOf('FL', 'Miami-Dade')).toBe('America/New_York')
    expect(timeZoneOf('FL', 'Escambia County')).toBe('America/Chicago')
    expect(timeZoneOf('TX', 'El Paso')).toBe('America/Denver')
    expect(timeZoneOf('TX', 'Harris')).toBe('America/Chicago')
    expect(timeZoneOf('TN', 'Knox')).toBe('America/New_York')
    expect(timeZoneOf('TN', 'Davidson')).toBe('America/Chicago')
    expect(timeZoneOf('IN', 'La Porte')).toBe('America/Chicago')
    expect(timeZoneOf('KY', 'Mc Cracken')).toBe('America/Chicago')
    expect(timeZoneOf('ID', 'Kootenai')).toBe('America/Los_Angeles')
  })

  it('is not guessed where the county is unknown or lies in two zones', () => {
    expect(timeZoneOf('FL')).toBeUndefined()
    expect(timeZoneOf('FL', '')).toBeUndefined()
    expect(timeZoneOf('FL', 'Gulf')).toBeUndefined()
    expect(timeZoneOf('AZ', 'Navajo')).toBeUndefined()
    expect(timeZoneOf('AZ', 'Maricopa')).toBe('America/Phoenix')
    expect(timeZoneOf('ZZ')).toBeUndefined()
  })

  it('is one that the computer knows, for every state', () => {
    const codes =
      'AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY PR VI GU AS MP'
    for (const state of codes.split(' ')) {
      const zone = timeZoneOf(state, 'Somewhere')
      expect(isState(state), state).toBe(true)
      expect(() => new Intl.DateTimeFormat('en', { timeZone: zone ?? 'none' }), state).not.toThrow()
    }
  })
})
