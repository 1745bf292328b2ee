import type { RootKind } from './hsds.table.ts'
import { type Facts, KINDS, type Kind, type Tables } from './objects.ts'

/** A root to which something belongs; near, where no other root lies between. */
export type Root = { readonly kind: RootKind; readonly id: string; readonly isNear: boolean }

const ROOTS: Readonly<Record<string, RootKind>> = {
  organization_id: 'organization',
  location_id: 'location',
  service_id: 'service',
  service_at_location_id: 'service_at_location',
}

/** What a root lies in itself: whoever may not see that, may not see this. */
const ABOVE: Partial<Record<Kind, readonly string[]>> = {
  service: ['organization_id'],
  service_at_location: ['service_id', 'location_id'],
  location: ['organization_id'],
}

/** Of these an organization's page shows what lies in it. */
const NEAR_ORGANIZATION = new Set<Kind>(['organization', 'location'])

/** Everything to which one object belongs, however deep it lies in it. */
export const rootsOf = (tables: Tables, kind: Kind, facts: Facts): Root[] => {
  const found = new Map<string, Root>()
  const add = (root: Root) => {
    const key = `${root.kind} ${root.id}`
    if (root.isNear || !found.has(key)) found.set(key, root)
  }
  collect(tables, kind, facts, true, add, new Set())
  return [...found.values()]
}

const collect = (
  tables: Tables,
  kind: Kind,
  facts: Facts,
  isNear: boolean,
  add: (root: Root) => void,
  seen: Set<string>,
): void => {
  const key = `${kind} ${facts.id}`
  if (seen.has(key)) return
  seen.add(key)
  const above = ABOVE[kind]
  if (above || kind === 'organization') add({ kind: kind as RootKind, id: facts.id, isNear })
  for (const [tie, root] of Object.entries(ROOTS)) {
    const id = facts[tie]
    if (typeof id !== 'string') continue
    const isHere =
      isNear &&
      (!above || (kind === 'service_at_location' ? root === 'service' : NEAR_ORGANIZATION.has(kind)))
    const row = tables.get(root)?.get(id)
    add({ kind: root, id, isNear: isHere })
    // Beyond a root everything is far.
    if (row) collect(tables, root, row, false, add, seen)
  }
  for (const [owner, id] of [
    ['contact', facts.contact_id],
    ['phone', facts.phone_id],
  ] as const) {
    const row = tables.get(owner)?.get(String(id))
    if (row) collect(tables, owner, row, isNear, add, seen)
  }
  const meant = facts.link_id ?? facts.resource_id
  if (meant !== undefined) collectMeant(tables, facts, String(meant), isNear, add, seen)
}

const collectMeant = (
  tables: Tables,
  facts: Facts,
  id: string,
  isNear: boolean,
  add: (root: Root) => void,
  seen: Set<string>,
): void => {
  const named = String(facts.link_entity ?? facts.resource_type ?? '') as Kind
  const kinds = tables.get(named)?.has(id) ? [named] : KINDS
  for (const kind of kinds) {
    const row = tables.get(kind)?.get(id)
    if (row) collect(tables, kind, row, isNear, add, seen)
  }
}
