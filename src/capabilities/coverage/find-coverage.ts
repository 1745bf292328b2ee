import { stateShape } from '#design'
import type { MemberActor } from '#kernel/actor.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { listCovering, listMapped, type MappedPlace } from './coverage.store.ts'
import { type Area, type AreaCoverage, areasOf, type CoveringPlace, coverageOf, townsOf } from './coverage.ts'

export type AreaKind = 'county' | 'town'
export type FoundCoverage = {
  readonly places: readonly CoveringPlace[]
  readonly areas: readonly AreaCoverage[]
}

/** A degree of latitude is 69 miles; of longitude, at the 60th parallel, half of it. */
const DEGREES = 2

/**
 * How far it is from each county or town of a state to the nearest place of each kind that whoever asks is shown, also
 * across the border of the state. Undefined where there is no such state.
 */
export const findCoverage = async (
  asActor: AsActor,
  actor: MemberActor,
  state: string,
  by: AreaKind,
): Promise<FoundCoverage | undefined> => {
  const areas = areasOf(state)
  if (!areas) return undefined
  const places = await asActor(actor, (tx) => listCovering(tx, boxAround([...areas.counties, ...areas.zips])))
  const asked = by === 'county' ? areas.counties : townsOf(areas.zips, places)
  return { places, areas: coverageOf(asked, places) }
}

const boxAround = (areas: readonly Area[]) => {
  const latitudes = areas.map(({ latitude }) => latitude)
  const longitudes = areas.map(({ longitude }) => longitude)
  return {
    south: Math.min(...latitudes) - DEGREES,
    north: Math.max(...latitudes) + DEGREES,
    west: Math.min(...longitudes) - 2 * DEGREES,
    east: Math.max(...longitudes) + 2 * DEGREES,
  }
}

export type CountyPlaces = { readonly name: string; readonly places: number }
export type FoundMap = { readonly places: readonly MappedPlace[]; readonly counties: readonly CountyPlaces[] }

/** Where the places of a state are, and how many in each of its counties. Undefined where there is no such state. */
export const findMap = async (
  asActor: AsActor,
  actor: MemberActor,
  state: string,
  need: string | undefined,
): Promise<FoundMap | undefined> => {
  const shape = stateShape(state)
  if (!shape) return undefined
  const places = await asActor(actor, (tx) => listMapped(tx, state, need))
  const counts = new Map(shape.counties.map(({ id }) => [id, 0]))
  const inCounty = new Map<string, string | undefined>()
  for (const place of places) {
    const at = `${place.latitude} ${place.longitude}`
    // Several programs share a roof.
    if (!inCounty.has(at)) inCounty.set(at, shape.countyAt(place)?.id)
    const id = inCounty.get(at)
    if (id) counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  const counties = shape.counties.map(({ id, name }) => ({ name, places: counts.get(id) ?? 0 }))
  return {
    places,
    counties: counties.toSorted((a, b) => b.places - a.places || a.name.localeCompare(b.name)),
  }
}
