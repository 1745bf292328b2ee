import type { Hours } from '#kernel/hours.ts'
import { derivedId } from '#kernel/ids.ts'
import type { ListedProvider, ListedService, ListedSite } from './hsds.table.ts'
import type { Facts, Kind } from './objects.ts'
import { profileAttributes } from './profile-terms.ts'

/** What the directory keeps itself, in HSDS's words. */

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const

type Said = Readonly<Record<string, string | number | null | undefined>> & { readonly id: string }

/** Leaves out what nobody knows: an empty attribute would say that there is nothing. */
const said = (facts: Said): Facts =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value != null && value !== '')) as Facts

/** An id that follows from whose part it is, so that every answer and export gives the same. */
const partId = (kind: Kind, owner: string, which: string | number): string =>
  derivedId(`hsds ${kind}`, `${owner} ${which}`)

/** A website as a URI, which lists often write without its `https://`. */
export const uriOf = (website: string | null): string | undefined => {
  if (website === null) return undefined
  // A host with a port looks like a scheme; a scheme has no dot.
  const isUri = /^[a-z][a-z0-9+-]*:/i.test(website)
  const uri = isUri ? website : `https://${website}`
  return URL.canParse(uri) ? uri : undefined
}

export const organizationOf = (provider: ListedProvider): Facts =>
  said({
    id: provider.id,
    name: provider.name,
    description: 'No description is known.',
    website: uriOf(provider.website),
  })

/** A site whose street is not published is given as a virtual one, with nothing that would lead to its door. */
export const locationOf = (site: ListedSite): Facts =>
  said({
    id: site.id,
    location_type: site.street === null ? 'virtual' : 'physical',
    organization_id: site.providerId,
    name: site.name,
    ...(site.street === null
      ? { description: `${site.city}, ${site.state}. The address is not published.` }
      : { latitude: site.latitude, longitude: site.longitude }),
  })

export const addressOf = (site: ListedSite): Facts | undefined =>
  site.street === null
    ? undefined
    : said({
        id: partId('address', site.id, 'main'),
        location_id: site.id,
        address_1: site.street,
        address_2: site.street2,
        city: site.city,
        region: site.county,
        state_province: site.state,
        postal_code: site.zip4 ? `${site.zip}-${site.zip4}` : site.zip,
        country: 'US',
        address_type: 'physical',
      })

export const serviceOf = (service: ListedService): Facts =>
  said({
    id: service.offeringId,
    organization_id: service.providerId,
    name: service.name,
    url: uriOf(service.website),
    status: service.status.replace('-', ' '),
    minimum_age: service.minAge,
    maximum_age: service.maxAge,
    assured_date: service.verifiedOn,
    last_modified: service.updatedAt.toISOString(),
  })

export const serviceAtLocationOf = (service: ListedService): Facts => ({
  id: service.serviceAtLocationId,
  service_id: service.offeringId,
  location_id: service.siteId,
})

/** A service that has this one site alone says for itself what another says of each of its sites. */
const owner = (service: ListedService): { id: string; by: 'service_id' | 'service_at_location_id' } =>
  service.offeringId === service.serviceAtLocationId
    ? { id: service.offeringId, by: 'service_id' }
    : { id: service.serviceAtLocationId, by: 'service_at_location_id' }

export const phonesOf = (service: ListedService): Facts[] => {
  const { id, by } = owner(service)
  const phone = (which: string, number: string, rest: Record<string, string>): Facts => ({
    id: partId('phone', id, which),
    [by]: id,
    number,
    ...rest,
  })
  return [
    ...(service.phone ? [phone('main', service.phone, { type: 'voice' })] : []),
    ...service.intakePhones.map((number, at) =>
      phone(`intake ${at}`, number, { type: 'voice', description: INTAKE }),
    ),
    ...(service.hotline ? [phone('hotline', service.hotline, { type: 'hotline' })] : []),
    ...(service.afterHoursPhone
      ? [
          phone('after hours', service.afterHoursPhone, {
            type: 'voice',
            description: service.afterHoursWho ? `${AFTER_HOURS}: ${service.afterHoursWho}` : AFTER_HOURS,
          }),
        ]
      : []),
  ]
}

/** What is said of a number that is for asking to be taken on. */
export const INTAKE = 'Intake'

/** What is said of a number that answers when the door is shut; after a colon, who that is. */
export const AFTER_HOURS = 'After hours'

export const schedulesOf = (service: ListedService): Facts[] => {
  const { id, by } = owner(service)
  const spans = (hours: Hours | null, which: string, said: Record<string, string>): Facts[] =>
    (hours ?? []).map(({ days, opens, closes }, at) => ({
      id: partId('schedule', id, `${which}${at}`),
      [by]: id,
      freq: 'WEEKLY',
      byday: days.map((day) => DAYS[day - 1]).join(','),
      ...said,
      opens_at: opens,
      // Closing at or before opening is the next day, so both write the same end of the day.
      closes_at: closes === '24:00' ? '00:00' : closes,
    }))
  return [...spans(service.hours, '', {}), ...spans(service.intakeHours, 'intake ', { description: INTAKE })]
}

export const languagesOf = (service: ListedService): Facts[] =>
  (service.languages ?? []).map((name) => ({
    id: partId('language', service.offeringId, name),
    service_id: service.offeringId,
    name,
  }))

/** What fits in no attribute of HSDS: needs, medicines, payers and so on, as terms of our own taxonomy. */
export const attributesOf = (service: ListedService): Facts[] =>
  profileAttributes(service).map(({ termId, value }) =>
    said({
      id: partId('attribute', service.offeringId, termId),
      link_id: service.offeringId,
      taxonomy_term_id: termId,
      link_entity: 'service',
      value,
    }),
  )
