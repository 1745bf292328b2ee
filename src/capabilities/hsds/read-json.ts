import { KINDS, type Kind, OBJECTS } from './objects.ts'
import { type Place, type TakenIn, takeObject, takeRow } from './take-in.ts'

/** From the name of a table to its kind. */
export const KIND_OF_FILE: ReadonlyMap<string, Kind> = new Map(
  KINDS.map((kind) => [OBJECTS[kind].file, kind]),
)

/**
 * Takes in an HSDS JSON document: one object, a list, an answer of an HSDS API (a page with `contents`), an export of
 * ours (lists by the names of the tables), or tables as JSON (`services.csv` and so on).
 *
 * @returns whether anything in it is HSDS
 */
export const takeDocument = (into: TakenIn, said: unknown): boolean => {
  if (Array.isArray(said)) return takeList(into, said, undefined, 'item')
  if (!isObject(said)) return false
  if (Array.isArray(said.contents)) return takeList(into, said.contents, undefined, 'contents')
  const lists = Object.entries(said).filter(([, rows]) => Array.isArray(rows)) as [string, unknown[]][]
  const tables = lists.filter(([name]) => KIND_OF_FILE.has(name.replace(/\.csv$/, '')))
  // An organization has lists of the same names, and an id.
  if (tables.length > 0 && !('id' in said)) {
    for (const [name, rows] of tables) {
      const kind = KIND_OF_FILE.get(name.replace(/\.csv$/, '')) as Kind
      if (!name.endsWith('.csv')) takeList(into, rows, kind, name)
      else
        for (const [index, row] of rows.entries())
          if (isObject(row)) takeRow(into, kind, row, 'table', { where: name, line: index + 1 })
    }
    return true
  }
  return takeOne(into, said, undefined, { where: 'item 1', line: 1 })
}

const takeList = (
  into: TakenIn,
  items: readonly unknown[],
  kind: Kind | undefined,
  name: string,
): boolean => {
  let isAny = items.length === 0
  for (const [index, item] of items.entries())
    if (takeOne(into, item, kind, { where: `${name} ${index + 1}`, line: index + 1 })) isAny = true
  return isAny
}

/** Takes in one object of a list or a line, by what it looks like where nothing says its kind. */
export const takeOne = (into: TakenIn, item: unknown, kind: Kind | undefined, at: Place): boolean => {
  const found = kind ?? (isObject(item) ? kindOf(item) : undefined)
  if (found) takeObject(into, found, item, at)
  else
    into.findings.push({
      ...at,
      kind: 'left-out',
      detail: 'It is no object of HSDS 3.1 that can be told by itself.',
    })
  return found !== undefined
}

const isObject = (said: unknown): said is Record<string, unknown> =>
  typeof said === 'object' && said !== null && !Array.isArray(said)

/** What only one kind has, beside those of an organization, which have a name and a description like a taxonomy. */
const TELLING: readonly (readonly [Kind, readonly string[]])[] = [
  ['service', ['status']],
  ['location', ['location_type']],
  ['service_at_location', ['location', 'location_id', 'service']],
  ['taxonomy_term', ['taxonomy_detail', 'taxonomy_id', 'parent_id', 'term_uri', 'taxonomy', 'code']],
]

const kindOf = (said: Record<string, unknown>): Kind | undefined => {
  if (typeof said.id !== 'string') return undefined
  const told = TELLING.find(([, names]) => names.some((name) => name in said))
  if (told) return told[0]
  if (!('name' in said)) return undefined
  const isTaxonomy =
    Object.keys(said).every((name) => TAXONOMY_SAYS.has(name)) && ('version' in said || 'uri' in said)
  return isTaxonomy ? 'taxonomy' : 'organization'
}

const TAXONOMY_SAYS = new Set(['metadata', ...OBJECTS.taxonomy.attributes.map(({ name }) => name)])
