import { derivedId } from '#kernel/ids.ts'

/** An id of the invented directory, by the name that a test calls it. */
export const idOf = (name: string): string => derivedId('invented', name)

type Row = Record<string, string | number>
const row = (name: string, facts: Row): Row => ({ id: idOf(name), ...facts })
const at = (
  ...names: ('organization' | 'service' | 'location' | 'service_at_location' | 'contact' | 'phone')[]
): Row => Object.fromEntries(names.map((name) => [`${name}_id`, idOf(name)]))

/**
 * An invented directory in HSDS's tables, in which everything that can be said of anything is said once: a shelter's
 * health program with two sites, of which the second is in another town.
 */
export const inventedTables = (): Record<string, Row[]> => ({
  organizations: [
    row('organization', {
      name: 'Lantern House',
      alternate_name: 'The Lantern',
      description: 'A house on the quay, open to everybody.',
      email: 'house@lantern.example',
      website: 'https://lantern.example',
      tax_status: '501(c)(3)',
      tax_id: '00-0000000',
      year_incorporated: 1987,
      legal_status: 'nonprofit',
      logo: 'https://lantern.example/logo.svg',
      uri: 'https://id.example/lantern',
      parent_organization_id: idOf('a diocese that is not here'),
    }),
  ],
  programs: [
    row('program', {
      ...at('organization'),
      name: 'Harbor health',
      alternate_name: 'HH',
      description: 'Health on the quay.',
    }),
  ],
  services: [
    row('service', {
      ...at('organization'),
      program_id: idOf('program'),
      name: 'Walk-in buprenorphine',
      alternate_name: 'Bridge clinic',
      description: 'Start the same day; "no questions", they say.\nTwo sites.',
      url: 'https://lantern.example/bridge',
      email: 'bridge@lantern.example',
      status: 'active',
      interpretation_services: 'By phone',
      application_process: 'Walk in',
      fees_description: 'Nothing for those without insurance',
      wait_time: 'None',
      fees: 'Sliding',
      accreditations: 'None',
      eligibility_description: 'Everybody',
      minimum_age: 16,
      maximum_age: 120,
      assured_date: '2026-10-01',
      assurer_email: 'desk@lantern.example',
      licenses: 'State 12',
      alert: 'Shut on 25 December',
      last_modified: '2026-10-02T08:15:30.5-04:00',
    }),
  ],
  attributes: [
    row('attribute', {
      link_id: idOf('service'),
      taxonomy_term_id: idOf('term'),
      link_type: 'eligibility',
      link_entity: 'service',
      value: 'yes',
      label: 'Who may come',
    }),
  ],
  service_at_location: [
    row('service_at_location', { ...at('service', 'location'), description: 'Every weekday' }),
    row('second site', { ...at('service'), location_id: idOf('second location') }),
  ],
  locations: [
    row('location', {
      location_type: 'physical',
      url: 'https://lantern.example/quay',
      ...at('organization'),
      name: 'On the quay',
      alternate_name: 'The old customs house',
      description: 'A yellow door.',
      transportation: 'Bus 7',
      latitude: 44.31,
      longitude: -68.21,
      external_identifier: '///never.told.before',
      external_identifier_type: 'what3words',
    }),
    row('second location', {
      location_type: 'physical',
      ...at('organization'),
      latitude: 44.4,
      longitude: -68.3,
    }),
  ],
  phones: [
    row('phone', {
      ...at('service', 'contact'),
      number: '(207) 555-0117',
      extension: 9,
      type: 'voice',
      description: 'Somebody answers.',
    }),
    row('hotline', { service_at_location_id: idOf('second site'), number: '207-555-0199', type: 'hotline' }),
  ],
  contacts: [
    row('contact', {
      ...at('organization', 'service'),
      name: 'Ada Quay',
      title: 'Nurse',
      department: 'Bridge',
      email: 'ada@lantern.example',
    }),
  ],
  addresses: [
    row('address', {
      ...at('location'),
      attention: 'The desk',
      address_1: '4 Quay Street',
      address_2: 'Second door',
      city: 'Pierpoint',
      region: 'Harbor County',
      state_province: 'ME',
      postal_code: '04609-1234',
      country: 'US',
      address_type: 'physical',
    }),
    row('second address', {
      location_id: idOf('second location'),
      address_1: '12 Mill Lane',
      city: 'Millbrook',
      state_province: 'ME',
      postal_code: '04605',
      country: 'US',
      address_type: 'physical',
    }),
  ],
  schedules: [
    row('schedule', {
      ...at('service_at_location'),
      freq: 'WEEKLY',
      wkst: 'MO',
      interval: 1,
      byday: 'MO,TU,WE',
      opens_at: '08:30',
      closes_at: '17:00',
      description: 'Also on holidays',
      schedule_link: 'https://lantern.example/hours',
      attending_type: 'In person',
      notes: 'Lunch is short.',
    }),
    row('a season', {
      service_at_location_id: idOf('second site'),
      valid_from: '2026-01-01',
      valid_to: '2026-12-31',
      dtstart: '2026-01-05',
      timezone: -5,
      until: '2026-12-28',
      count: 52,
      freq: 'MONTHLY',
      byday: '1MO',
      byweekno: '1,2',
      bymonthday: '5',
      byyearday: '5',
      opens_at: '08:30:00',
      closes_at: '12:00:00',
    }),
  ],
  funding: [row('funding', { ...at('organization', 'service'), source: 'Opioid settlement' })],
  service_areas: [
    row('area', {
      ...at('service'),
      service_at_location_id: idOf('service_at_location'),
      name: 'Harbor County',
      description: 'With 04609 and 04605',
      extent: '{"type":"Point","coordinates":[-68,44]}',
      extent_type: 'geojson',
      uri: 'https://id.example/harbor',
    }),
  ],
  required_documents: [
    row('document', { ...at('service'), document: 'None', uri: 'https://lantern.example/papers' }),
  ],
  languages: [
    row('language', { ...at('service', 'phone'), name: 'Spanish', code: 'es', note: 'A nurse' }),
    row('house language', { ...at('location'), name: 'French', code: 'fr' }),
  ],
  accessibility: [
    row('accessibility', {
      ...at('location'),
      description: 'A ramp',
      details: 'On the left',
      url: 'https://lantern.example/ramp',
    }),
  ],
  taxonomy_terms: [
    row('term', {
      code: 'E1',
      name: 'Adults',
      description: 'People over 16',
      parent_id: idOf('a term that is not here'),
      taxonomy: 'Eligibility',
      language: 'en',
      taxonomy_id: idOf('taxonomy'),
      term_uri: 'https://id.example/e1',
    }),
  ],
  metadata: [
    row('change', {
      resource_id: idOf('location'),
      resource_type: 'location',
      last_action_date: '2026-09-01',
      last_action_type: 'update',
      field_name: 'name',
      previous_value: 'Quay',
      replacement_value: 'On the quay',
      updated_by: 'Ada Quay',
    }),
  ],
  meta_table_descriptions: [row('description', { name: 'services', language: 'en', character_set: 'UTF-8' })],
  cost_options: [
    row('cost', {
      ...at('service'),
      valid_from: '2026-01-01',
      valid_to: '2026-12-31',
      option: 'Without insurance',
      currency: 'USD',
      amount: 0,
      amount_description: 'a visit',
    }),
  ],
  organization_identifiers: [
    row('identifier', {
      ...at('organization'),
      identifier_scheme: 'US-EIN',
      identifier_type: 'EIN',
      identifier: '000000000',
    }),
  ],
  taxonomies: [
    row('taxonomy', {
      name: 'Eligibility',
      description: 'Who may come',
      uri: 'https://id.example/e',
      version: '2',
    }),
  ],
  service_capacity: [
    row('capacity', {
      ...at('service'),
      unit_id: idOf('unit'),
      available: 2,
      maximum: 6,
      description: 'Chairs',
      updated: '2026-11-24T06:00:00Z',
    }),
  ],
  units: [
    row('unit', { name: 'Chair', scheme: 'own', identifier: 'chair', uri: 'https://id.example/chair' }),
  ],
  url: [row('url', { label: 'Map', url: 'https://lantern.example/map', ...at('organization', 'service') })],
})
