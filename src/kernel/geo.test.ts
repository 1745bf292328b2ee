import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isCoordinates, milesBetween, milesOfChord } from './geo.ts'

const place = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
})

describe('distance', () => {
  it('agrees with published great-circle distances', () => {
    const boston = { latitude: 42.3601, longitude: -71.0589 }
    const seattle = { latitude: 47.6062, longitude: -122.3321 }
    expect(milesBetween(boston, seattle)).toBeCloseTo(2485, -1)
    const degreeOfMeridian = milesBetween({ latitude: 40, longitude: -75 }, { latitude: 41, longitude: -75 })
    expect(degreeOfMeridian).toBeCloseTo(69.09, 1)
  })

  it('is the same in both directions, never negative, and nothing to where one already is', () => {
    fc.assert(
      fc.property(place, place, (here, there) => {
        expect(milesBetween(here, there)).toBeCloseTo(milesBetween(there, here), 6)
        expect(milesBetween(here, there)).toBeGreaterThanOrEqual(0)
        expect(milesBetween(here, here)).toBe(0)
      }),
    )
  })

  it('is never longer than half way round the earth', () => {
    fc.assert(fc.property(place, place, (here, there) => milesBetween(here, there) <= 12_437))
    expect(milesBetween({ latitude: 0, longitude: 0 }, { latitude: 0, longitude: 180 })).toBeCloseTo(
      12_436.8,
      0,
    )
  })

  it('is the same by way of the straight line through the earth', () => {
    const onUnitSphere = ({ latitude, longitude }: { latitude: number; longitude: number }) => {
      const [phi, lambda] = [(latitude * Math.PI) / 180, (longitude * Math.PI) / 180]
      return [Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)] as const
    }
    fc.assert(
      fc.property(place, place, (here, there) => {
        const [a, b] = [onUnitSphere(here), onUnitSphere(there)]
        const chord = Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])
        // Near the far side of the earth the line hardly changes any more.
        fc.pre(chord < 1.99)
        expect(milesOfChord(chord)).toBeCloseTo(milesBetween(here, there), 3)
      }),
    )
  })

  it('takes no notice of the date line', () => {
    const west = { latitude: 52, longitude: 179.9 }
    const east = { latitude: 52, longitude: -179.9 }
    expect(milesBetween(west, east)).toBeLessThan(10)
  })
})

it('knows what cannot be a place on the earth', () => {
  expect(isCoordinates({ latitude: 38, longitude: -78 })).toBe(true)
  expect(isCoordinates({ latitude: -90.1, longitude: 0 })).toBe(false)
  expect(isCoordinates({ latitude: 38, longitude: 181 })).toBe(false)
  expect(isCoordinates({ latitude: Number.NaN, longitude: 0 })).toBe(false)
})
