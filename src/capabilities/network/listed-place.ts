import { isCoordinates, milesBetween } from '#kernel/geo.ts'
import { findZip, isWherePeopleLive, restoreZeros } from '#kernel/zip.ts'
import type { Finding } from './import-report.ts'
import { isState } from './time-zones.ts'

/** A row of a list, as texts. */
export type RawPlace = {
  readonly [Field in
    | 'name1'
    | 'name2'
    | 'street1'
    | 'street2'
    | 'city'
    | 'state'
    | 'zip'
    | 'zip4'
    | 'county'
    | 'latitude'
    | 'longitude']: string
}

/** A row of a list that can be used. Absent texts are empty. */
export type ListedPlace = Omit<RawPlace, 'latitude' | 'longitude'> & {
  readonly line: number
  readonly latitude: number
  readonly longitude: number
}

const LONGEST_FIELD = 300

/** Further than this from its own ZIP code a place is stored as listed, but somebody should look. */
const FAR_MILES = 60

/**
 * Reads one row: repairs what can be repaired, and says why a row cannot be used.
 *
 * A row whose coordinates are no place in the United States is left out rather than put at its ZIP code: when the
 * numbers of a row are wrong, so may be its address, and nobody should be driven there.
 */
export const readPlace = (
  raw: RawPlace,
  line: number,
): { place?: ListedPlace; findings: readonly Finding[] } => {
  const name = raw.name2 ? `${raw.name1}, ${raw.name2}` : raw.name1
  const finding = (kind: Finding['kind'], detail: string): Finding => ({ line, kind, place: name, detail })
  const skip = (reason: string) => ({ findings: [finding('skipped', reason)] })

  const odd = Object.entries(raw).find(
    ([, text]) => text.length > LONGEST_FIELD || /[\p{Cc}\p{Cs}]/u.test(text),
  )
  if (odd) return skip(`Its ${odd[0]} is too long or holds characters that are not text.`)
  if (!raw.name1) return skip('It has no name.')
  if (!raw.city) return skip('It has no city.')
  const state = raw.state.toUpperCase()
  if (!isState(state)) return skip(`“${raw.state}” is not a state.`)
  const zip = restoreZeros(raw.zip, 5)
  if (!zip) return skip(`“${raw.zip}” is not a ZIP code.`)
  const where = { latitude: degrees(raw.latitude), longitude: degrees(raw.longitude) }
  if (!isCoordinates(where) || !isWherePeopleLive(where)) return skip(notAPlace(raw))

  const zip4 = raw.zip4 === '' ? '' : (restoreZeros(raw.zip4, 4) ?? '')
  const street1 = /[\p{L}\p{N}]/u.test(raw.street1) ? raw.street1 : ''
  const findings: Finding[] = []
  if (zip !== raw.zip) findings.push(finding('zip', `${raw.zip} is ${zip}.`))
  if (zip4 !== raw.zip4)
    findings.push(finding('zip4', zip4 ? `${raw.zip4} is ${zip4}.` : `“${raw.zip4}” cannot be one.`))
  if (!street1)
    findings.push(finding('withheld', `Found by its ZIP code and town only: ${raw.city}, ${state} ${zip}.`))
  const home = findZip(zip)
  const miles = home ? milesBetween(where, home) : 0
  if (miles > FAR_MILES)
    findings.push(finding('far', `Its coordinates lie ${Math.round(miles)} miles from ZIP code ${zip}.`))
  return { place: { ...raw, ...where, line, street1, state, zip, zip4 }, findings }
}

const degrees = (text: string): number => (/^[+-]?\d{1,3}(\.\d+)?$/.test(text) ? Number(text) : Number.NaN)

const notAPlace = ({ latitude, longitude }: RawPlace): string =>
  Number.isNaN(degrees(latitude)) || Number.isNaN(degrees(longitude))
    ? `“${latitude}”, “${longitude}” are not coordinates.`
    : `${latitude}, ${longitude} is not a place in the United States: it lies in the sea or abroad, or latitude and longitude are swapped.`
