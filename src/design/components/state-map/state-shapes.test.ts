import { describe, expect, it } from 'vitest'
import { STATE_NUMBERS } from '#kernel/us-states.ts'
import { stateAt, stateShape } from './state-shapes.ts'

describe('the shape of a state', () => {
  it('is there for all fifty and the District of Columbia, each with its counties', () => {
    expect(Object.keys(STATE_NUMBERS)).toHaveLength(51)
    const counties = Object.keys(STATE_NUMBERS).map((state) => stateShape(state)?.counties.length ?? 0)
    expect(Math.min(...counties)).toBe(1)
    // Counties and what counts as one, as the Census had them in 2017.
    expect(counties.reduce((sum, count) => sum + count, 0)).toBe(3142)
  })

  it('puts a place into its county and onto the sheet, north above south', () => {
    const maine = stateShape('ME')
    expect(maine?.name).toBe('Maine')
    expect(maine?.countyAt({ latitude: 44.39, longitude: -68.2 })?.name).toBe('Hancock')
    expect(maine?.countyAt({ latitude: 38.03, longitude: -78.48 })).toBeUndefined()
    const north = maine?.onSheet({ latitude: 47, longitude: -69 })
    const south = maine?.onSheet({ latitude: 44, longitude: -69 })
    expect(north?.[1]).toBeLessThan(south?.[1] ?? 0)
    expect(maine?.onSheet({ latitude: 30, longitude: -69 })).toBeUndefined()
  })

  it('reaches across the date line', () => {
    expect(stateShape('AK')?.countyAt({ latitude: 52.85, longitude: 173.18 })?.name).toBe('Aleutians West')
  })

  it('is found by a place in it', () => {
    expect(stateAt({ latitude: 38.03, longitude: -78.48 })).toBe('VA')
    expect(stateAt({ latitude: 38.9, longitude: -77.03 })).toBe('DC')
    expect(stateAt({ latitude: 40, longitude: -40 })).toBeUndefined()
  })

  it('is not there for what is no state', () => {
    for (const text of ['', 'XX', 'me', '__proto__']) expect(stateShape(text), text).toBeUndefined()
  })
})
