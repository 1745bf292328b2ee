import type { ExchangedListings } from '#network'
import { addressFrom, agesFrom, hoursFrom, intakeHoursFrom, languagesFrom, numbersFrom } from './derive.ts'
import { type Facts, rowsOf, type Tables } from './objects.ts'
import { byOwner, nearestParts, profileParts } from './overlay.ts'
import { profileFrom } from './profile-terms.ts'

/**
 * The services at sites that the directory can find somebody a way to: they have an organization, and a site with an
 * address in the United States. All others are kept for the exchange alone.
 *
 * @param ids of services at a location; others in the tables are left alone
 */
export const toListings = (tables: Tables, ids: ReadonlySet<string>): ExchangedListings => {
  const addresses = Map.groupBy(rowsOf(tables, 'address'), ({ location_id }) => location_id)
  const parts = {
    phones: byOwner(rowsOf(tables, 'phone')),
    schedules: byOwner(rowsOf(tables, 'schedule')),
    languages: byOwner(rowsOf(tables, 'language')),
    attributes: byOwner(rowsOf(tables, 'attribute')),
  }
  const providers = new Map<string, ExchangedListings['providers'][number]>()
  const sites = new Map<string, ExchangedListings['sites'][number]>()
  const services: ExchangedListings['services'][number][] = []
  for (const id of ids) {
    const at = tables.get('service_at_location')?.get(id)
    const service = tables.get('service')?.get(String(at?.service_id))
    const location = tables.get('location')?.get(String(at?.location_id))
    const organization = tables.get('organization')?.get(String(service?.organization_id))
    if (!at || !service || !location || !organization) continue
    const owner = tables.get('organization')?.get(String(location.organization_id)) ?? organization
    const site = siteOf(location, owner.id, addresses.get(location.id) ?? [])
    if (!site || !isNamed(service) || !isNamed(organization) || !isNamed(owner)) continue
    for (const one of [organization, owner]) providers.set(one.id, providerOf(one))
    sites.set(site.id, site)
    const where = { serviceAtLocationId: id, offeringId: service.id, siteId: site.id }
    services.push({
      id,
      offeringId: service.id,
      providerId: organization.id,
      siteId: site.id,
      name: String(service.name),
      status: String(service.status).replace(' ', '-'),
      website: textOf(service.url),
      verifiedOn: textOf(service.assured_date),
      ...numbersFrom(nearestParts(parts.phones, where)),
      ...agesFrom(service),
      hours: hoursFrom(nearestParts(parts.schedules, where)),
      intakeHours: intakeHoursFrom(nearestParts(parts.schedules, where)),
      languages: languagesFrom(nearestParts(parts.languages, where)),
      ...profileFrom(profileParts(parts.attributes, where)),
    })
  }
  return { providers: [...providers.values()], sites: [...sites.values()], services }
}

const textOf = (value: string | number | undefined): string | null =>
  value === undefined ? null : String(value)

const isNamed = ({ name }: Facts): boolean => String(name ?? '').trim() !== ''

const providerOf = (organization: Facts): ExchangedListings['providers'][number] => ({
  id: organization.id,
  name: String(organization.name),
  website: textOf(organization.website),
})

const siteOf = (
  location: Facts,
  providerId: string,
  addresses: readonly Facts[],
): ExchangedListings['sites'][number] | undefined => {
  const address = addressFrom(addresses)
  const { latitude = null, longitude = null, name } = location
  const isNowhere = latitude === null && longitude === null
  const isOnEarth = Math.abs(Number(latitude)) <= 90 && Math.abs(Number(longitude)) <= 180
  if (
    !address ||
    address.is.city.trim() === '' ||
    !(isNowhere || (latitude !== null && longitude !== null && isOnEarth))
  )
    return undefined
  return {
    id: location.id,
    providerId,
    name: name === undefined || String(name).trim() === '' ? null : String(name),
    ...address.is,
    latitude: latitude === null ? null : Number(latitude),
    longitude: longitude === null ? null : Number(longitude),
  }
}
