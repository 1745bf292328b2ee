import { getCounty } from '#identity'
import { type Coordinates, milesBetween } from '#kernel/geo.ts'
import { findZip, findZipIn } from '#kernel/zip.ts'
import type { Tx } from '#platform/database/as-actor.ts'
import { listPlaces, listTowns } from './locate.store.ts'
import { fold } from './match-key.ts'
import { isState } from './time-zones.ts'

export type Located = Coordinates & {
  readonly label: string
  /** Whether the text says nothing beside where. */
  readonly isWholeText: boolean
}

/**
 * Where a text that a person typed is: a ZIP code, a place by a name that the county uses, or a town in which somebody
 * is listed. No map service is asked, so nobody outside learns where somebody needs help.
 */
export const locate = async (tx: Tx, text: string): Promise<Located | undefined> => {
  const zip = findZipIn(text)
  const centroid = zip && findZip(zip)
  if (centroid)
    return { ...centroid, label: `ZIP code ${zip}`, isWholeText: /^\d{5}(-\d{4})?$/.test(text.trim()) }
  const place = longestPlaceIn(text, await listPlaces(tx))
  if (place) {
    const { latitude, longitude, name } = place
    return { latitude, longitude, label: name, isWholeText: fold(name) === fold(text) }
  }
  return locateTown(tx, text)
}

/** The place whose name, as whole words, the text contains; of several the longest: "East Pierpoint" before "Pierpoint". */
export const longestPlaceIn = <Place extends { readonly name: string }>(
  text: string,
  places: readonly Place[],
): Place | undefined => {
  const words = ` ${fold(text)} `
  return places
    .filter(({ name }) => fold(name) !== '' && words.includes(` ${fold(name)} `))
    .toSorted((a, b) => fold(b.name).length - fold(a.name).length)[0]
}

const locateTown = async (tx: Tx, text: string): Promise<Located | undefined> => {
  for (const { city, state, isWholeText } of townsIn(text)) {
    const towns = await listTowns(tx, city, state)
    const town = towns.length > 1 ? await nearestToCounty(tx, towns) : towns[0]
    if (!town) continue
    const { latitude, longitude } = town
    return { latitude, longitude, label: `${town.city}, ${town.state}`, isWholeText }
  }
  return undefined
}

type TownReading = { city: string; state: string | undefined; isWholeText: boolean }

/** Readings of a text as a town: "Dock Street, Pierpoint, VA" is tried whole, then without its first part, and so on. */
export const townsIn = (text: string): TownReading[] => {
  const parts = text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
  const last = parts.at(-1)?.toUpperCase() ?? ''
  if (parts.length > 1 && isState(last)) return readings(parts.slice(0, -1), last)
  const [, before = '', code = ''] = /^(.*\S)\s+(\S{2})$/.exec(parts.at(-1) ?? '') ?? []
  const found = readings(parts, undefined)
  return isState(code.toUpperCase())
    ? [...readings([...parts.slice(0, -1), before], code.toUpperCase()), ...found]
    : found
}

const readings = (parts: readonly string[], state: string | undefined): TownReading[] =>
  parts.map((_, from) => ({ city: parts.slice(from).join(', '), state, isWholeText: from === 0 }))

/** Of towns with one name, the one that somebody of the county means; for a visitor the best known. */
const nearestToCounty = async <Town extends Coordinates>(
  tx: Tx,
  towns: readonly Town[],
): Promise<Town | undefined> => {
  const { actor } = tx
  if (!('jurisdictionId' in actor)) return towns[0]
  const county = await getCounty(tx, actor.jurisdictionId)
  return towns.toSorted((a, b) => milesBetween(county, a) - milesBetween(county, b))[0]
}
