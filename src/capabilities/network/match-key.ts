/**
 * How an import recognises what it has seen before. Lists spell the same place in several ways: case, accents,
 * punctuation, `North Main Street` and `N. Main St`. These keys are equal where the difference says nothing, and are
 * never shown; what is stored and shown is what the list says.
 */

/** A text without capitals, accents and punctuation, in any script: `Women's Résidence` → `womens residence`. */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’‘]/g, '')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** The long forms that US Postal Service Publication 28 abbreviates in most addresses of the lists. */
const ABBREVIATIONS = new Map(
  Object.entries({
    street: 'st',
    avenue: 'ave',
    boulevard: 'blvd',
    road: 'rd',
    drive: 'dr',
    lane: 'ln',
    court: 'ct',
    circle: 'cir',
    place: 'pl',
    parkway: 'pkwy',
    highway: 'hwy',
    terrace: 'ter',
    square: 'sq',
    trail: 'trl',
    north: 'n',
    south: 's',
    east: 'e',
    west: 'w',
    northeast: 'ne',
    northwest: 'nw',
    southeast: 'se',
    southwest: 'sw',
    suite: 'ste',
    building: 'bldg',
    floor: 'fl',
    apartment: 'apt',
    first: '1st',
    second: '2nd',
    third: '3rd',
  }),
)

const foldAddress = (text: string): string =>
  fold(text)
    .split(' ')
    .map((word) => ABBREVIATIONS.get(word) ?? word)
    .join(' ')

/** A name of nothing but signs is its own key. */
const foldName = (name: string): string => fold(name) || name.trim()

type Named = { readonly name1: string; readonly name2: string }
type Addressed = {
  readonly street1: string
  readonly street2: string
  readonly city: string
  readonly state: string
  readonly zip: string
}

/** Equal for two rows that name the same place at the same address. */
export const siteKey = (row: Named & Addressed): string =>
  [
    foldName(row.name1),
    foldName(row.name2),
    foldAddress(row.street1),
    foldAddress(row.street2),
    fold(row.city),
    row.state,
    row.zip,
  ].join('|')

/** Equal for everybody at one street address, whatever their suite. Undefined where no street is published. */
export const addressKey = (row: Pick<Addressed, 'street1' | 'zip'>): string | undefined => {
  const street = foldAddress(row.street1)
  return street ? `${street}|${row.zip}` : undefined
}

/**
 * Equal for the places that one provider runs in one state. Across states the same name is more often two providers
 * (there are hundreds of places called New Beginnings), and one provider kept twice does less harm than two mixed up.
 */
export const providerKey = (row: { readonly name1: string; readonly state: string }): string =>
  `${foldName(row.name1)}|${row.state}`

/** How alike two names are, by the pairs of letters that they share (Dice): 0 nothing, 1 the same. */
export const likeness = (one: string, other: string): number => {
  const [a, b] = [fold(one), fold(other)]
  if (a === b) return 1
  const [pairsA, pairsB] = [pairs(a), pairs(b)]
  let shared = 0
  for (const [pair, count] of pairsA) shared += Math.min(count, pairsB.get(pair) ?? 0)
  const all = Math.max(0, a.length - 1) + Math.max(0, b.length - 1)
  return all === 0 ? 0 : (2 * shared) / all
}

const pairs = (text: string): Map<string, number> => {
  const found = new Map<string, number>()
  for (let index = 0; index + 1 < text.length; index++) {
    const pair = text.slice(index, index + 2)
    found.set(pair, (found.get(pair) ?? 0) + 1)
  }
  return found
}
