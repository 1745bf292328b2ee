/** A place on the earth in decimal degrees (WGS 84). */
export type Coordinates = { readonly latitude: number; readonly longitude: number }

/** The mean radius of the earth (IUGG: 6371.0088 km) in statute miles. */
const EARTH_RADIUS_MILES = 3958.7613

const radians = (degrees: number): number => (degrees * Math.PI) / 180

/** The great-circle distance in statute miles: as the crow flies, not as the road goes. */
export const milesBetween = (from: Coordinates, to: Coordinates): number => {
  const across = Math.sin(radians(to.latitude - from.latitude) / 2) ** 2
  const along = Math.sin(radians(to.longitude - from.longitude) / 2) ** 2
  const chord = across + Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude)) * along
  // Rounding can push the chord of two antipodes a hair over 1, where asin has no answer.
  return 2 * EARTH_RADIUS_MILES * Math.asin(Math.sqrt(Math.min(1, chord)))
}

/** The great-circle distance whose straight line through a sphere of radius 1 is `chord`, from 0 to 2. */
export const milesOfChord = (chord: number): number =>
  2 * EARTH_RADIUS_MILES * Math.asin(Math.min(1, chord / 2))

/** The straight line through a sphere of radius 1 under a great-circle distance in statute miles. */
export const chordOfMiles = (miles: number): number => 2 * Math.sin(miles / (2 * EARTH_RADIUS_MILES))

/** Whether two numbers can be a place on the earth at all. */
export const isCoordinates = (place: Coordinates): boolean =>
  Number.isFinite(place.latitude) &&
  Number.isFinite(place.longitude) &&
  Math.abs(place.latitude) <= 90 &&
  Math.abs(place.longitude) <= 180
