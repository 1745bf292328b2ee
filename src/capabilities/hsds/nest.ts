import { type Facts, type HsdsObject, type Kind, OBJECTS, type Tables } from './objects.ts'

export type Json = { [name: string]: string | number | Json | Json[] }

/** What is there, without what is not. */
export const present = (some: readonly (Json | undefined)[]): Json[] =>
  some.filter((one) => one !== undefined)

/** From the name of a tie (`phone.service_id`) to the rows by whom they are tied to. */
type Ties = Map<string, Map<unknown, Facts[]>>

/**
 * Turns rows of tables into HSDS JSON, in which each object lies in what it belongs to. The tie itself is then left
 * out, as in the standard's own examples, except where it names something that is not there.
 */
export class Nest {
  readonly #tables: Tables
  readonly #ties: Ties = new Map()
  /** What was written, as kind and id. */
  readonly shown = new Set<string>()

  constructor(tables: Tables) {
    this.#tables = tables
  }

  /** An object with everything in it; `service` without the service, where it lies in one, and so on. */
  full(kind: Kind, id: string, without: readonly string[] = []): Json | undefined {
    const facts = this.#tables.get(kind)?.get(id)
    if (!facts) return undefined
    const { lists, ones } = OBJECTS[kind] as HsdsObject
    const json = this.#own(kind, facts)
    for (const one of ones) {
      if (without.includes(one.name)) continue
      const inside = this.full(one.kind, String(facts[one.by] ?? ''), INSIDE[one.kind])
      if (inside) json[one.name] = inside
    }
    for (const list of lists) {
      if (without.includes(list.name)) continue
      const inside = this.#tied(kind, list.kind, list.by, id)
      if (inside.length === 0) continue
      json[list.name] = present(inside.map((child) => this.full(list.kind, child.id, INSIDE[list.kind])))
    }
    return json
  }

  /** An object with only what there is one of: an organization, a program, a location. */
  basic(kind: Kind, id: string, without: readonly string[] = []): Json | undefined {
    const facts = this.#tables.get(kind)?.get(id)
    if (!facts) return undefined
    const json = this.#own(kind, facts)
    for (const one of (OBJECTS[kind] as HsdsObject).ones) {
      if (without.includes(one.name)) continue
      const inside = this.basic(one.kind, String(facts[one.by] ?? ''))
      if (inside) json[one.name] = inside
    }
    return json
  }

  /** Services of an organization, each whole or by its id alone. */
  servicesOf(organizationId: string, whole: boolean): Json[] {
    const services = this.#tied('organization', 'service', 'organization_id', organizationId)
    if (whole) return present(services.map(({ id }) => this.full('service', id, ['organization'])))
    return services.map(({ id, name = '', status = '' }) => ({ id, name, status }))
  }

  #own(kind: Kind, facts: Facts): Json {
    this.shown.add(`${kind} ${facts.id}`)
    const json: Json = {}
    for (const { name } of OBJECTS[kind].attributes) {
      const value = facts[name]
      if (value !== undefined && !this.#isPlain(name, value)) json[name] = value
    }
    return json
  }

  /** Whether it is plain from where the object lies. Terms and changes are only ever given inside what they speak of. */
  #isPlain(name: string, value: string | number): boolean {
    if (name === 'link_id' || name === 'resource_id') return true
    const named = TIED_TO[name]
    return named !== undefined && (this.#tables.get(named)?.has(String(value)) ?? false)
  }

  #tied(ownerKind: Kind, kind: Kind, by: string, id: string): readonly Facts[] {
    const key = `${kind}.${by}`
    let found = this.#ties.get(key)
    if (!found) {
      found = Map.groupBy(this.#tables.get(kind)?.values() ?? [], (facts) => facts[by])
      this.#ties.set(key, found)
    }
    const tied = found.get(id) ?? []
    return by === 'link_id' || by === 'resource_id'
      ? tied.filter((facts) => this.#isSaidOf(facts, ownerKind, id))
      : tied
  }

  /** A service and a service at a location may have one id; then the attribute says which of them is meant. */
  #isSaidOf(facts: Facts, ownerKind: Kind, id: string): boolean {
    const meant = String(facts.link_entity ?? facts.resource_type ?? '') as Kind
    return meant === ownerKind || !this.#tables.get(meant)?.has(id)
  }
}

/** Whom each tie names. */
const TIED_TO: Readonly<Record<string, Kind | undefined>> = {
  organization_id: 'organization',
  program_id: 'program',
  service_id: 'service',
  service_at_location_id: 'service_at_location',
  location_id: 'location',
  contact_id: 'contact',
  phone_id: 'phone',
  taxonomy_term_id: 'taxonomy_term',
  taxonomy_id: 'taxonomy',
  unit_id: 'unit',
}

/** What an object is without when it lies in another, which would else lie in it again. */
const INSIDE: Partial<Record<Kind, readonly string[]>> = {
  service: ['service_at_locations'],
  service_at_location: ['service'],
}
