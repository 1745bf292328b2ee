import { type CountyShape, type StateShape, stateShape } from '#design'
import { type Coordinates, milesBetween } from '#kernel/geo.ts'
import { listZips } from '#kernel/zip.ts'

/** What a county needs within reach, each with what the directory has to say for a place to count. */
export const KINDS = {
  methadone: 'Methadone',
  'same-day-buprenorphine': 'Buprenorphine, same day',
  detox: 'Detox',
  'syringe-program': 'Syringe program',
  naloxone: 'Naloxone',
  disposal: 'Disposal of syringes',
} as const
export type CoverageKind = keyof typeof KINDS
export const KIND_NAMES = Object.keys(KINDS) as readonly CoverageKind[]
export const isKind = (text: string | undefined): text is CoverageKind =>
  text !== undefined && Object.hasOwn(KINDS, text)

/** Miles that can be chosen: a walk, a bus ride, a drive, a long drive. */
export const DISTANCES = [5, 10, 25, 50, 100] as const

/** A place that offers some of it, as whoever asks is shown it. */
export type CoveringPlace = Coordinates & {
  readonly kinds: readonly CoverageKind[]
  readonly city: string
  readonly zip: string
}

/** A county, or where one ZIP code is: where people live, not where the map has its middle. */
export type Area = Coordinates & { readonly id: string; readonly name: string; readonly county: string }

export type AreaCoverage = {
  readonly area: Area
  /** Miles to the nearest that is known; undefined where none is. */
  readonly nearest: Readonly<Record<CoverageKind, number | undefined>>
}

type Areas = { readonly counties: readonly Area[]; readonly zips: readonly Area[] }
const found = new Map<string, Areas>()

/** The counties of a state and its ZIP codes. Asked once a state: putting 900 ZIP codes into their counties takes a moment. */
export const areasOf = (state: string): Areas | undefined => {
  const shape = stateShape(state)
  if (!shape) return undefined
  const areas = found.get(state) ?? findAreas(shape)
  found.set(state, areas)
  return areas
}

const findAreas = (shape: StateShape): Areas => {
  const zips = [...listZips()].flatMap(([zip, place]): Area[] => {
    // Whether it lies on the sheet is known at once; in which county, less so.
    const county = shape.onSheet(place) && shape.countyAt(place)
    return county ? [{ ...place, id: zip, name: `ZIP code ${zip}`, county: county.name }] : []
  })
  const inCounty = Map.groupBy(zips, ({ county }) => county)
  const counties = shape.counties.map(({ id, name, middle }: CountyShape): Area => {
    const inside = inCounty.get(name) ?? []
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
    const where =
      inside.length === 0
        ? middle
        : {
            latitude: mean(inside.map(({ latitude }) => latitude)),
            longitude: mean(inside.map(({ longitude }) => longitude)),
          }
    return { ...where, id, name, county: name }
  })
  return { counties: counties.toSorted((a, b) => a.name.localeCompare(b.name)), zips }
}

/** ZIP codes by the town in which the directory has somebody there; the others keep their number. */
export const townsOf = (
  zips: readonly Area[],
  places: readonly Pick<CoveringPlace, 'city' | 'zip'>[],
): Area[] => {
  const names = new Map(places.map(({ zip, city }) => [zip, city]))
  return zips
    .map((area) => ({ ...area, name: names.has(area.id) ? `${names.get(area.id)}, ${area.id}` : area.name }))
    .toSorted((a, b) => a.county.localeCompare(b.county) || a.name.localeCompare(b.name))
}

/** How far the nearest of each kind is from each area, as the crow flies. */
export const coverageOf = (areas: readonly Area[], places: readonly CoveringPlace[]): AreaCoverage[] => {
  const byKind = KIND_NAMES.map((kind) => [kind, places.filter(({ kinds }) => kinds.includes(kind))] as const)
  return areas.map((area) => ({
    area,
    nearest: Object.fromEntries(
      byKind.map(([kind, some]) => [
        kind,
        some.reduce<number | undefined>((least, place) => {
          const miles = milesBetween(area, place)
          return least === undefined || miles < least ? miles : least
        }, undefined),
      ]),
    ) as AreaCoverage['nearest'],
  }))
}

/** Whether nobody of a kind is known within the miles. */
export const isGap = ({ nearest }: AreaCoverage, kind: CoverageKind, miles: number): boolean =>
  (nearest[kind] ?? Number.POSITIVE_INFINITY) > miles

/** The kinds that are missing in an area. */
export const gapsOf = (coverage: AreaCoverage, miles: number): CoverageKind[] =>
  KIND_NAMES.filter((kind) => isGap(coverage, kind, miles))
