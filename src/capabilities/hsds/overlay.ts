import { isDeepStrictEqual } from 'node:util'
import { addressFrom, agesFrom, hoursFrom, intakeHoursFrom, languagesFrom, numbersFrom } from './derive.ts'
import type { Recorded } from './hsds.store.ts'
import type { ListedProvider, ListedService, ListedSite } from './hsds.table.ts'
import {
  addressOf,
  attributesOf,
  languagesOf,
  locationOf,
  organizationOf,
  phonesOf,
  schedulesOf,
  serviceAtLocationOf,
  serviceOf,
} from './native.ts'
import { emptyTables, type Facts, type Kind, type OpenTables, rowsOf, type Tables } from './objects.ts'
import { PROFILE_COLUMNS, profileFrom, TERMS } from './profile-terms.ts'

export type Listed = {
  readonly services: readonly ListedService[]
  readonly sites: readonly ListedSite[]
  readonly providers: readonly ListedProvider[]
}

/**
 * Lays what the directory says over what was recorded from elsewhere, so that each thing is said once. Where both speak
 * of the same, the directory decides: as long as a recorded part means what the directory says, the recorded one is
 * given, word for word and with all its details; once somebody has changed the directory, it goes.
 */
export const overlay = (listed: Listed, records: readonly Recorded[]): Tables => {
  const tables = emptyTables()
  const recordedAt = new Map<string, Date>()
  for (const { kind, id, facts, updatedAt } of records) {
    tables.get(kind)?.set(id, facts)
    if (kind === 'service') recordedAt.set(id, updatedAt)
  }
  for (const provider of listed.providers)
    lay(tables, 'organization', organizationOf(provider), ['name', 'website'])
  for (const site of listed.sites) laySite(tables, site)
  const recorded = PARTS.map((part) => [part, byOwner(rowsOf(tables, part.kind))] as const)
  const offerings = Map.groupBy(listed.services, ({ offeringId }) => offeringId)
  for (const services of offerings.values()) {
    layOffering(tables, services, recordedAt)
    for (const [part, parts] of recorded) layPart(tables, services, part, parts)
  }
  return tables
}

type ByOwner = ReadonlyMap<unknown, readonly Facts[]>

const OWNERS = ['service_at_location_id', 'service_id', 'location_id', 'link_id'] as const

export const byOwner = (parts: readonly Facts[]): ByOwner => {
  const found = new Map<unknown, Facts[]>()
  for (const facts of parts)
    for (const owner of OWNERS) {
      const id = facts[owner]
      if (id === undefined) continue
      const known = found.get(id)
      if (known) known.push(facts)
      else found.set(id, [facts])
    }
  return found
}

/** @param decided the attributes of which the directory's word counts, even if it is that there is none */
const lay = (tables: OpenTables, kind: Kind, native: Facts, decided: readonly string[]): void => {
  const rows = tables.get(kind) as Map<string, Facts>
  const recorded = rows.get(native.id)
  if (!recorded) {
    rows.set(native.id, native)
    return
  }
  const laid: Record<string, string | number> = { ...recorded }
  for (const attribute of decided) {
    const value = native[attribute]
    if (value === undefined) delete laid[attribute]
    else laid[attribute] = value
  }
  rows.set(native.id, laid as Facts)
}

const laySite = (tables: OpenTables, site: ListedSite): void => {
  const withheld = site.street === null
  lay(tables, 'location', locationOf(site), [
    'name',
    'organization_id',
    'latitude',
    'longitude',
    ...(withheld ? ['location_type'] : []),
  ])
  const addresses = tables.get('address') as Map<string, Facts>
  const here = [...addresses.values()].filter(({ location_id }) => location_id === site.id)
  if (withheld) for (const { id } of here) addresses.delete(id)
  const said = addressFrom(here)
  const { street, street2, city, state, zip, zip4 } = site
  if (said && isDeepStrictEqual(said.is, { street, street2, city, state, zip, zip4 })) return
  if (said) addresses.delete(said.of.id)
  const native = addressOf(site)
  if (native) addresses.set(native.id, native)
}

/** A service at several sites is as its most open site is. */
const STATUSES = ['active', 'temporarily-closed', 'inactive', 'defunct']

const layOffering = (
  tables: OpenTables,
  services: readonly ListedService[],
  recordedAt: ReadonlyMap<string, Date>,
): void => {
  const [first] = services.toSorted((a, b) => STATUSES.indexOf(a.status) - STATUSES.indexOf(b.status))
  if (!first) return
  const at = recordedAt.get(first.offeringId)
  const changedSince = at === undefined || services.some(({ updatedAt }) => updatedAt > at)
  lay(tables, 'service', serviceOf(first), [
    'organization_id',
    'name',
    'url',
    'status',
    'assured_date',
    ...(changedSince ? ['last_modified'] : []),
    ...(saysAges(tables.get('service')?.get(first.offeringId), first) ? [] : ['minimum_age', 'maximum_age']),
  ])
  for (const service of services)
    lay(tables, 'service_at_location', serviceAtLocationOf(service), ['service_id', 'location_id'])
}

/** Whether what was recorded of ages means what the directory says, in whatever way it is written. */
const saysAges = (recorded: Facts | undefined, { minAge, maxAge }: ListedService): boolean =>
  recorded !== undefined && isDeepStrictEqual(agesFrom(recorded), { minAge, maxAge })

/** A kind of part of which the directory keeps the gist. */
type Part = {
  readonly kind: Kind
  /** The recorded parts that count for a service at a site. */
  readonly of: (parts: ByOwner, service: ListedService) => readonly Facts[]
  /** What recorded parts mean, and what the directory says, in the same words. */
  readonly meaning: (facts: readonly Facts[]) => unknown
  readonly kept: (service: ListedService) => unknown
  readonly native: (service: ListedService) => readonly Facts[]
}

/** The nearest parts count: those of the service at this site, else of the service, else of the site. */
export const nearestParts = (
  parts: ByOwner,
  at: Pick<ListedService, 'serviceAtLocationId' | 'offeringId' | 'siteId'>,
): readonly Facts[] => {
  const said = (owner: (typeof OWNERS)[number], id: string) => {
    const found = parts.get(id)?.filter((facts) => facts[owner] === id) ?? []
    return found.length > 0 ? found : undefined
  }
  return (
    said('service_at_location_id', at.serviceAtLocationId) ??
    said('service_id', at.offeringId) ??
    said('location_id', at.siteId) ??
    []
  )
}

export const profileParts = (
  parts: ByOwner,
  { offeringId }: Pick<ListedService, 'offeringId'>,
): readonly Facts[] =>
  parts
    .get(offeringId)
    ?.filter(
      ({ link_id, taxonomy_term_id }) => link_id === offeringId && TERMS.has(String(taxonomy_term_id)),
    ) ?? []

const PARTS: readonly Part[] = [
  {
    kind: 'phone',
    of: nearestParts,
    meaning: numbersFrom,
    kept: ({ phone, intakePhones, hotline, afterHoursPhone, afterHoursWho }) => ({
      ...{ phone, intakePhones, hotline, afterHoursPhone, afterHoursWho },
    }),
    native: phonesOf,
  },
  {
    kind: 'schedule',
    of: nearestParts,
    meaning: (facts) => ({ hours: hoursFrom(facts), intakeHours: intakeHoursFrom(facts) }),
    kept: ({ hours, intakeHours }) => ({ hours, intakeHours }),
    native: schedulesOf,
  },
  {
    kind: 'language',
    of: nearestParts,
    meaning: languagesFrom,
    kept: ({ languages }) => languages,
    native: languagesOf,
  },
  {
    kind: 'attribute',
    of: profileParts,
    meaning: profileFrom,
    kept: (service) =>
      Object.fromEntries(
        PROFILE_COLUMNS.map((column) => [column, service[column as keyof ListedService] ?? null]),
      ),
    native: attributesOf,
  },
]

/** What a site says for everybody in it stays, and what a service says while one of its sites still means it. */
const layPart = (
  tables: OpenTables,
  services: readonly ListedService[],
  part: Part,
  recorded: ByOwner,
): void => {
  const rows = tables.get(part.kind) as Map<string, Facts>
  const outdated = services.filter(
    (service) => !isDeepStrictEqual(part.meaning(part.of(recorded, service)), part.kept(service)),
  )
  for (const service of outdated) {
    for (const facts of part.of(recorded, service))
      if (
        facts.service_at_location_id === service.serviceAtLocationId ||
        (outdated.length === services.length &&
          (facts.service_id === service.offeringId || facts.link_id === service.offeringId))
      )
        rows.delete(facts.id)
    for (const facts of part.native(service)) rows.set(facts.id, facts)
  }
}
