import { milesBetween } from '#kernel/geo.ts'
import { type Id, newId } from '#kernel/ids.ts'
import type { Kind, Source } from './listing.ts'
import { addressKey, likeness, siteKey } from './match-key.ts'
import type { Facility } from './read-findtreatment.ts'

/** What the directory already has, as far as joining needs to know. */
export type KnownService = {
  readonly id: Id<'service'>
  readonly kind: Kind
  readonly name: string
  readonly findtreatmentId: string | null
  readonly source: Source
}
export type KnownSite<Service extends KnownService = KnownService> = {
  readonly id: Id<'site'>
  readonly providerName: string
  readonly name: string | null
  readonly latitude: number | null
  readonly longitude: number | null
  readonly addressKey: string | null
  /** Every name and address under which a list has it. */
  readonly keys: readonly string[]
  /** Oldest first. */
  readonly services: readonly Service[]
}

/** Where a row belongs: on a site, new or known, and in a service of it, unless it is a service of its own. */
export type Joined<Service extends KnownService, Site extends KnownSite<Service>> = {
  readonly facility: Facility
  readonly siteId: Id<'site'>
  readonly site: Site | undefined
  readonly service: Service | undefined
}

/** Two geocodings of one address are rarely further apart. */
const NEAR_MILES = 0.5
/** Below this two names are two names: "Harbor Light Center" and "Harbor Light Ctr" have 0.79. */
const ALIKE = 0.7

/**
 * Finds for each row the site and service that it describes, so that nothing is listed twice.
 *
 * A row is joined to what has its id; else to the same name and address; else to a place of a similar name at the same
 * street address. Two rows of one answer are never joined into one service: FindTreatment.gov lists help with
 * substance use and with mental health at one address as two rows, which become two services of one site.
 */
export const joinListings = <Service extends KnownService, Site extends KnownSite<Service>>(
  facilities: readonly Facility[],
  known: readonly Site[],
): Joined<Service, Site>[] => {
  const board = new Board<Service, Site>(facilities, known)
  const exact = facilities.map((facility) => board.joinExactly(facility))
  // Only when every row that is certain has its place may the others look for what is left.
  return facilities.map((facility, index) => exact[index] ?? board.joinByAddress(facility))
}

/** A site while rows are being placed. */
type Spot<Service, Site> = {
  readonly id: Id<'site'>
  readonly site: Site | undefined
  readonly providerName: string
  readonly name: string
  readonly latitude: number | null
  readonly longitude: number | null
  readonly kinds: Set<Kind>
  readonly free: Service[]
}

class Board<Service extends KnownService, Site extends KnownSite<Service>> {
  private readonly byKey = new Map<string, Spot<Service, Site>>()
  private readonly byAddress = new Map<string, Spot<Service, Site>[]>()
  private readonly byListing = new Map<string, { spot: Spot<Service, Site>; service: Service }>()

  constructor(facilities: readonly Facility[], known: readonly Site[]) {
    const present = new Set(facilities.map(({ findtreatmentId }) => findtreatmentId))
    for (const site of known) {
      // A service whose listing is in this answer belongs to that row. One whose listing is gone may have a new id.
      const free = site.services.filter(
        ({ findtreatmentId }) => !findtreatmentId || !present.has(findtreatmentId),
      )
      const kinds = new Set(site.services.map(({ kind }) => kind))
      const spot = { ...site, site, name: site.name ?? '', kinds, free }
      for (const key of site.keys) this.byKey.set(key, spot)
      this.addAddress(site.addressKey, spot)
      for (const service of site.services)
        if (service.findtreatmentId) this.byListing.set(service.findtreatmentId, { spot, service })
    }
  }

  joinExactly(facility: Facility): Joined<Service, Site> | undefined {
    const { place, findtreatmentId } = facility
    const key = siteKey(place)
    const listed = findtreatmentId === undefined ? undefined : this.byListing.get(findtreatmentId)
    const address = addressKey(place) ?? null
    const stayed =
      listed && (listed.spot.site?.keys.includes(key) || listed.spot.site?.addressKey === address)
    if (listed && stayed) return this.take(facility, listed.spot, listed.service)
    const spot = this.byKey.get(key)
    if (spot) return this.take(facility, spot, listed?.service ?? this.bestFree(spot, facility, 0))
    // The listing moved to an address where nobody was: the service goes along.
    if (listed) return this.take(facility, this.similarAt(facility) ?? this.newSpot(facility), listed.service)
    return undefined
  }

  joinByAddress(facility: Facility): Joined<Service, Site> {
    // An earlier row of the same name may have opened the site in the meantime.
    const named = this.byKey.get(siteKey(facility.place))
    if (named) return this.take(facility, named, this.bestFree(named, facility, 0))
    const near = this.similarAt(facility)
    const service = near && this.bestFree(near, facility, ALIKE)
    // Otherwise it is another program of the same kind at the address, as different as "Men" and "Women".
    const fits = near && (service || !near.kinds.has(facility.facts.kind))
    return this.take(facility, fits ? near : this.newSpot(facility), service)
  }

  private take(
    facility: Facility,
    spot: Spot<Service, Site>,
    service: Service | undefined,
  ): Joined<Service, Site> {
    if (service) {
      const at = spot.free.indexOf(service)
      if (at >= 0) spot.free.splice(at, 1)
    }
    spot.kinds.add(facility.facts.kind)
    this.byKey.set(siteKey(facility.place), spot)
    return { facility, siteId: spot.id, site: spot.site, service }
  }

  /** The service of the row's kind that is not taken and whose name is most like the row's. */
  private bestFree(
    spot: Spot<Service, Site>,
    { facts, place }: Facility,
    least: number,
  ): Service | undefined {
    const scored = spot.free
      .filter(({ kind }) => kind === facts.kind)
      .map((service) => ({ service, score: place.name2 && spot.name ? likeness(spot.name, place.name2) : 1 }))
      .toSorted((a, b) => b.score - a.score)
    const best = scored[0]
    return best && best.score >= least ? best.service : undefined
  }

  private similarAt({ place }: Facility): Spot<Service, Site> | undefined {
    const full = `${place.name1} ${place.name2}`
    const score = (spot: Spot<Service, Site>) => likeness(`${spot.providerName} ${spot.name}`, full)
    return (this.byAddress.get(addressKey(place) ?? '') ?? [])
      .filter((spot) => likeness(spot.providerName, place.name1) >= ALIKE && isNear(spot, place))
      .toSorted((a, b) => score(b) - score(a) || (a.id < b.id ? -1 : 1))[0]
  }

  private newSpot({ place }: Facility): Spot<Service, Site> {
    const { name1, name2, latitude, longitude } = place
    const spot = {
      id: newId<'site'>(),
      site: undefined,
      providerName: name1,
      name: name2,
      latitude,
      longitude,
      kinds: new Set<Kind>(),
      free: [],
    }
    this.addAddress(addressKey(place), spot)
    return spot
  }

  private addAddress(address: string | null | undefined, spot: Spot<Service, Site>): void {
    if (!address) return
    const there = this.byAddress.get(address)
    if (there) there.push(spot)
    else this.byAddress.set(address, [spot])
  }
}

const isNear = (
  spot: { readonly latitude: number | null; readonly longitude: number | null },
  place: { readonly latitude: number; readonly longitude: number },
): boolean => {
  const { latitude, longitude } = spot
  return latitude !== null && longitude !== null && milesBetween({ latitude, longitude }, place) <= NEAR_MILES
}
