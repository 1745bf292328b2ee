import { z } from 'zod'

/**
 * HSDS 3.1 in our own words, written down a second time and apart from the program: what an answer may hold, and no
 * more. What lies in something is optional everywhere, because nothing is said of what is not known.
 */

const text = z.string()
const words = (names: string) => Object.fromEntries(names.split(' ').map((name) => [name, text.optional()]))
const id = z.uuid()
const uri = z.url().optional()
const email = z.email().optional()
const number = z.number().optional()
const day = z.iso.date().optional()
const moment = z.iso.datetime({ offset: true })
const tie = (names: string) => Object.fromEntries(names.split(' ').map((name) => [name, id.optional()]))
const some = <Shape extends z.ZodType>(shape: Shape) => z.array(shape).min(1).optional()

const metadata = z.strictObject({
  id,
  ...words('resource_type'),
  last_action_date: z.iso.date(),
  last_action_type: text,
  field_name: text,
  previous_value: text,
  replacement_value: text,
  updated_by: text,
})
const changes = { metadata: some(metadata) }

const taxonomy = z.strictObject({ id, name: text, description: text, uri, ...words('version'), ...changes })
const term = z.strictObject({
  id,
  ...words('code taxonomy language'),
  name: text,
  description: text,
  ...tie('parent_id taxonomy_id'),
  term_uri: uri,
  taxonomy_detail: taxonomy.optional(),
  ...changes,
})
const attribute = z.strictObject({
  id,
  ...tie('taxonomy_term_id'),
  ...words('link_type link_entity value label'),
  taxonomy_term: term.optional(),
  ...changes,
})
const noted = { attributes: some(attribute), ...changes }

const language = z.strictObject({
  id,
  ...tie('service_id location_id phone_id'),
  ...words('name code note'),
  ...noted,
})
const OWNERS = 'location_id service_id organization_id service_at_location_id'
const phone = z.strictObject({
  id,
  ...tie(`${OWNERS} contact_id`),
  number: text,
  extension: number,
  ...words('type description'),
  languages: some(language),
  ...noted,
})
const contact = z.strictObject({
  id,
  ...tie(OWNERS),
  ...words('name title department'),
  email,
  phones: some(phone),
  ...noted,
})
const schedule = z.strictObject({
  id,
  ...tie('service_id location_id service_at_location_id'),
  valid_from: day,
  valid_to: day,
  dtstart: day,
  until: day,
  timezone: number,
  count: number,
  interval: number,
  wkst: z.enum(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']).optional(),
  freq: z.enum(['WEEKLY', 'MONTHLY']).optional(),
  ...words('byday byweekno bymonthday byyearday description opens_at closes_at attending_type notes'),
  schedule_link: uri,
  ...noted,
})
const kindOfPlace = z.enum(['physical', 'postal', 'virtual'])
const address = z.strictObject({
  id,
  ...tie('location_id'),
  ...words('attention address_2 region'),
  address_1: text,
  city: text,
  state_province: text,
  postal_code: text,
  country: text,
  address_type: kindOfPlace,
  ...noted,
})
const accessibility = z.strictObject({
  id,
  ...tie('location_id'),
  ...words('description details'),
  url: uri,
  ...noted,
})
const location = z.strictObject({
  id,
  location_type: kindOfPlace,
  url: uri,
  ...tie('organization_id'),
  ...words('name alternate_name description transportation external_identifier external_identifier_type'),
  latitude: number,
  longitude: number,
  languages: some(language),
  addresses: some(address),
  contacts: some(contact),
  accessibility: some(accessibility),
  phones: some(phone),
  schedules: some(schedule),
  ...noted,
})
const url = z.strictObject({
  id,
  ...words('label'),
  url: z.url(),
  ...tie('organization_id service_id'),
  ...noted,
})
const funding = z.strictObject({ id, ...tie('organization_id service_id'), ...words('source'), ...noted })
const program = z.strictObject({
  id,
  ...tie('organization_id'),
  name: text,
  ...words('alternate_name'),
  description: text,
  ...noted,
})
const identifier = z.strictObject({
  id,
  ...tie('organization_id'),
  ...words('identifier_scheme'),
  identifier_type: text,
  identifier: text,
  ...noted,
})
const area = z.strictObject({
  id,
  ...tie('service_id service_at_location_id'),
  ...words('name description extent extent_type uri'),
  ...noted,
})
const cost = z.strictObject({
  id,
  ...tie('service_id'),
  valid_from: day,
  valid_to: day,
  ...words('option currency amount_description'),
  amount: number,
  ...noted,
})
const needed = z.strictObject({ id, ...tie('service_id'), ...words('document'), uri, ...noted })
const unit = z.strictObject({ id, name: text, ...words('scheme identifier'), uri, ...noted })
const capacity = z.strictObject({
  id,
  ...tie('service_id unit_id'),
  unit: unit.optional(),
  available: z.number(),
  maximum: number,
  ...words('description'),
  updated: moment,
  ...noted,
})

const organizationFacts = {
  id,
  name: text,
  ...words('alternate_name tax_status tax_id legal_status logo'),
  description: text,
  email,
  website: uri,
  year_incorporated: number,
  uri,
  ...tie('parent_organization_id'),
}
const organizationParts = {
  additional_websites: some(url),
  funding: some(funding),
  contacts: some(contact),
  phones: some(phone),
  locations: some(location),
  programs: some(program),
  organization_identifiers: some(identifier),
  ...noted,
}
const organization = z.strictObject({ ...organizationFacts, ...organizationParts })

const serviceFacts = {
  id,
  ...tie('organization_id program_id'),
  name: text,
  ...words(
    'alternate_name description interpretation_services application_process fees_description wait_time fees accreditations eligibility_description licenses alert',
  ),
  url: uri,
  email,
  status: z.enum(['active', 'inactive', 'defunct', 'temporarily closed']),
  minimum_age: number,
  maximum_age: number,
  assured_date: day,
  assurer_email: email,
  last_modified: moment.optional(),
  organization: organization.optional(),
  program: program.optional(),
}
const serviceParts = {
  additional_urls: some(url),
  phones: some(phone),
  schedules: some(schedule),
  service_areas: some(area),
  languages: some(language),
  funding: some(funding),
  cost_options: some(cost),
  required_documents: some(needed),
  contacts: some(contact),
  capacities: some(capacity),
  ...noted,
}
const atFacts = {
  id,
  ...tie('service_id location_id'),
  ...words('description'),
  location: location.optional(),
}
const atParts = {
  service_areas: some(area),
  contacts: some(contact),
  phones: some(phone),
  schedules: some(schedule),
  ...noted,
}
const serviceInside = z.strictObject({ ...serviceFacts, ...serviceParts })
const service = serviceInside.extend({
  service_at_locations: some(z.strictObject({ ...atFacts, ...atParts })),
})

/** By the names of the API's lists: what each thing in them may be. */
export const HSDS = {
  services: service,
  service_at_locations: z.strictObject({ ...atFacts, ...atParts, service: serviceInside.optional() }),
  organizations: organization.extend({ services: some(service) }),
  locations: location,
  taxonomies: taxonomy,
  taxonomy_terms: term,
} as const
