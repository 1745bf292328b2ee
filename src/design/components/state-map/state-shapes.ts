import { createRequire } from 'node:module'
import {
  type GeoPermissibleObjects,
  geoAzimuthalEqualArea,
  geoBounds,
  geoCentroid,
  geoContains,
  geoPath,
} from 'd3-geo'
import type { Feature, FeatureCollection, Geometry } from 'geojson'
import { feature, mesh } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import type { Coordinates } from '#kernel/geo.ts'
import { STATE_NUMBERS } from '#kernel/us-states.ts'

export type CountyShape = {
  /** The Census's number of the county: two digits of the state and three of its own. */
  readonly id: string
  readonly name: string
  /** The data of an SVG path on the state's sheet. */
  readonly path: string
  readonly middle: Coordinates
}

/** A state as it is drawn: its counties on a sheet, and where on it a place of the earth lies. */
export type StateShape = {
  readonly name: string
  readonly width: number
  readonly height: number
  readonly counties: readonly CountyShape[]
  /** All borders, each once. */
  readonly borders: string
  /** Undefined for what lies off the sheet. */
  readonly onSheet: (place: Coordinates) => readonly [x: number, y: number] | undefined
  /** The county in which a place lies; undefined for one outside the state. */
  readonly countyAt: (place: Coordinates) => CountyShape | undefined
}

type Named = GeometryCollection<{ name: string }>
type Atlas = Topology<{ counties: Named; states: Named }>

const WIDTH = 800
const MARGIN = 8
/** Of the widest to the highest state: Tennessee lies flat, Idaho stands. */
const HIGHEST = 640

let opened: Atlas | undefined
const drawn = new Map<string, StateShape>()

/**
 * The counties of a state by its two letters; undefined for what is no state. Shapes are the Census Bureau's cartographic
 * boundaries of 2017 (us-atlas), drawn once and then kept: a tenth of a second for the largest.
 */
export const stateShape = (state: string): StateShape | undefined => {
  const number = Object.hasOwn(STATE_NUMBERS, state) ? STATE_NUMBERS[state] : undefined
  if (!number) return undefined
  const shape = drawn.get(state) ?? drawState(number)
  drawn.set(state, shape)
  return shape
}

type Outline = { readonly state: string; readonly outline: Feature<Geometry>; readonly isNear: IsNear }
let outlines: readonly Outline[] | undefined

/** The two letters of the state in which a place lies; undefined outside all of them. */
export const stateAt = ({ latitude, longitude }: Coordinates): string | undefined => {
  outlines ??= outlinesOf(openAtlas())
  return outlines.find(
    ({ outline, isNear }) => isNear(latitude, longitude) && geoContains(outline, [longitude, latitude]),
  )?.state
}

const outlinesOf = (atlas: Atlas): Outline[] => {
  const letters = new Map(Object.entries(STATE_NUMBERS).map(([state, number]) => [number, state]))
  return feature(atlas, atlas.objects.states).features.flatMap((outline) => {
    const state = letters.get(String(outline.id))
    return state ? [{ state, outline, isNear: boxOf(outline) }] : []
  })
}

const openAtlas = (): Atlas => {
  opened ??= createRequire(import.meta.url)('us-atlas/counties-10m.json') as Atlas
  return opened
}

const drawState = (number: string): StateShape => {
  const atlas = openAtlas()
  const own: Named = {
    type: 'GeometryCollection',
    geometries: atlas.objects.counties.geometries.filter(({ id }) => String(id).startsWith(number)),
  }
  const shapes: FeatureCollection<Geometry, { name: string }> = feature(atlas, own)
  const [longitude, latitude] = geoCentroid(shapes)
  // Around its own middle a state looks as people know it, Alaska across the date line too.
  const projection = geoAzimuthalEqualArea().rotate([-longitude, -latitude])
  projection.fitExtent(
    [
      [MARGIN, MARGIN],
      [WIDTH - MARGIN, HIGHEST - MARGIN],
    ],
    shapes,
  )
  const draw = geoPath(projection).digits(0)
  const [[left, top], [right, bottom]] = draw.bounds(shapes)
  const { scale, translate } = { scale: projection.scale(), translate: projection.translate() }
  projection.scale(scale).translate([translate[0] - left + MARGIN, translate[1] - top + MARGIN])
  const width = Math.ceil(right - left + 2 * MARGIN)
  const height = Math.ceil(bottom - top + 2 * MARGIN)
  const counties = shapes.features.map((one) => countyOf(one, draw))
  const onSheet = ({ latitude: north, longitude: east }: Coordinates) => {
    const point = projection([east, north])
    return point && point[0] >= 0 && point[0] <= width && point[1] >= 0 && point[1] <= height
      ? point
      : undefined
  }
  return {
    name: nameOf(atlas, number),
    width,
    height,
    counties: counties.map(({ shape }) => shape),
    borders: draw(mesh(atlas, own)) ?? '',
    onSheet,
    countyAt: ({ latitude: north, longitude: east }) =>
      counties.find(({ isNear, outline }) => isNear(north, east) && geoContains(outline, [east, north]))
        ?.shape,
  }
}

const nameOf = (atlas: Atlas, number: string): string => {
  const properties = atlas.objects.states.geometries.find(({ id }) => id === number)?.properties
  return properties && 'name' in properties ? properties.name : ''
}

type IsNear = (latitude: number, longitude: number) => boolean

/** Whether a place is in the box around a shape, which is asked first because the shape itself takes long. */
const boxOf = (outline: Feature<Geometry>): IsNear => {
  const [[west, south], [east, north]] = geoBounds(outline)
  return (latitude, longitude) =>
    latitude >= south &&
    latitude <= north &&
    // West lies west of east, unless the shape lies across the date line.
    (west <= east ? longitude >= west && longitude <= east : longitude >= west || longitude <= east)
}

const countyOf = (
  outline: Feature<Geometry, { name: string }>,
  draw: (shape: GeoPermissibleObjects) => string | null,
) => {
  const [longitude, latitude] = geoCentroid(outline)
  return {
    outline,
    isNear: boxOf(outline),
    shape: {
      id: String(outline.id),
      name: outline.properties.name,
      path: draw(outline) ?? '',
      middle: { latitude, longitude },
    } satisfies CountyShape,
  }
}
