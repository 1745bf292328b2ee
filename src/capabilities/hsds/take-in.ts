import { isDeepStrictEqual } from 'node:util'
import { checkFacts } from './check-facts.ts'
import { emptyTables, type Facts, type HsdsObject, type Kind, OBJECTS, type OpenTables } from './objects.ts'

/** Something about a file that whoever has it should know. */
export type Finding = {
  /** Where: the table's file, or how the object is reached in JSON. */
  readonly where: string
  /** The line of the table; for JSON the number of the outermost object. Both count from 1. */
  readonly line: number
  readonly kind: 'left-out' | 'not-hsds'
  readonly detail: string
}

/** What a file says, taken in row by row. */
export type TakenIn = {
  readonly tables: OpenTables
  readonly findings: Finding[]
  /** How many rows or objects were read, those that said a thing again among them. */
  read: number
}

export const nothingYet = (): TakenIn => ({ tables: emptyTables(), findings: [], read: 0 })

/** Where something stands in the file. */
export type Place = { readonly where: string; readonly line: number }

/** Takes in one row; says why where it cannot be used. */
export const takeRow = (
  into: TakenIn,
  kind: Kind,
  said: Readonly<Record<string, unknown>>,
  from: 'table' | 'json',
  at: Place,
): Facts | undefined => {
  into.read++
  const { facts, troubles } = checkFacts(kind, said, from)
  for (const { attribute, says } of troubles)
    into.findings.push({ ...at, kind: 'left-out', detail: `${kind} ${attribute}: ${says}` })
  if (!facts) return undefined
  const rows = into.tables.get(kind) as Map<string, Facts>
  const before = rows.get(facts.id)
  if (!before) {
    rows.set(facts.id, facts)
    return facts
  }
  const differing = Object.keys(facts).find(
    (name) => name in before && !isDeepStrictEqual(before[name], facts[name]),
  )
  if (differing) {
    const detail = `${kind} ${facts.id} is said twice, with another ${differing}; the first counts.`
    into.findings.push({ ...at, kind: 'left-out', detail })
    return undefined
  }
  rows.set(facts.id, { ...before, ...facts })
  return facts
}

/** Takes in an object of HSDS JSON with everything that lies in it. */
export const takeObject = (
  into: TakenIn,
  kind: Kind,
  said: unknown,
  at: Place,
  ties: Readonly<Record<string, string>> = {},
): void => {
  if (typeof said !== 'object' || said === null || Array.isArray(said)) {
    into.findings.push({ ...at, kind: 'left-out', detail: `Here should be an object (${kind}).` })
    return
  }
  const { attributes, lists, ones } = OBJECTS[kind] as HsdsObject
  const values = said as Record<string, unknown>
  // An id alone only refers to what is said elsewhere.
  if (
    Object.keys(values).join() === 'id' &&
    attributes.some(({ name, required }) => required && name !== 'id')
  )
    return
  const own: Record<string, unknown> = { ...ties, ...values }
  for (const one of ones) {
    const id = idOf(values[one.name])
    if (id !== undefined) own[one.by] ??= id
  }
  const services = kind === 'organization' ? [...lists, SERVICES] : lists
  const known = new Set([...attributes, ...services, ...ones].map(({ name }) => name))
  for (const name of Object.keys(values))
    if (!known.has(name))
      into.findings.push({ ...at, kind: 'not-hsds', detail: `${kind} has no ${name} in HSDS 3.1.` })
  const facts = takeRow(into, kind, own, 'json', at)
  const id = facts?.id ?? idOf(values)
  for (const one of ones)
    if (values[one.name] != null) takeObject(into, one.kind, values[one.name], inside(at, one.name))
  for (const list of services) {
    const inner = values[list.name]
    if (inner == null) continue
    if (!Array.isArray(inner)) {
      into.findings.push({ ...at, kind: 'left-out', detail: `${kind} ${list.name}: It has to be a list.` })
      continue
    }
    for (const [index, child] of inner.entries())
      takeObject(into, list.kind, child, inside(at, `${list.name} ${index + 1}`), id ? { [list.by]: id } : {})
  }
}

/** An organization given whole has its services in it. */
const SERVICES = { name: 'services', kind: 'service', by: 'organization_id' } as const

const inside = ({ where, line }: Place, name: string): Place => ({ where: `${where} › ${name}`, line })

const idOf = (said: unknown): string | undefined =>
  typeof said === 'object' && said !== null && 'id' in said && typeof said.id === 'string'
    ? said.id
    : undefined
