/**
 * The objects of HSDS 3.1 (Human Services Data Specification, Open Referral) as data: what each is called in JSON and
 * in its table, what can be said of it, and what lies inside what. Everything else here reads this.
 */

export type AttributeType =
  | 'text'
  | 'uuid'
  | 'uri'
  | 'email'
  | 'number'
  | 'date'
  | 'time'
  | 'datetime'
  | Choice
type Choice = readonly string[]

export type Attribute = { readonly name: string; readonly type: AttributeType; readonly required: boolean }

type Nested = {
  readonly name: string
  readonly kind: Kind
  /** The attribute that ties the two: the child's for a list, the owner's for one object. */
  readonly by: string
}

export type HsdsObject = {
  /** The table's file without `.csv`. */
  readonly file: string
  readonly attributes: readonly Attribute[]
  readonly lists: readonly Nested[]
  readonly ones: readonly Nested[]
}

const PLACES: Choice = ['physical', 'postal', 'virtual']
const CHOICES: Record<string, Choice> = {
  place: PLACES,
  status: ['active', 'inactive', 'defunct', 'temporarily closed'],
  weekday: ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'],
  frequency: ['WEEKLY', 'MONTHLY'],
}

/** `name:type`, with `!` after what must be said; a text where no type is named. */
const attributes = (words: string): Attribute[] =>
  `id!:uuid ${words}`.split(/\s+/).map((word) => {
    const [name = '', type = 'text'] = word.split(':')
    return {
      name: name.replace('!', ''),
      type: CHOICES[type] ?? (type as AttributeType),
      required: name.endsWith('!'),
    }
  })

/** `name=kind.by`; the kind's own name, plural or not, where it is left out. */
const nested = (words: string): Nested[] =>
  words
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => {
      const [name = '', kind = '', by = ''] = word.split(/[=.]/)
      return { name, kind: kind as Kind, by }
    })

const object = (file: string, said: string, lists = '', ones = ''): HsdsObject => ({
  file,
  attributes: attributes(said),
  lists: nested(lists),
  ones: nested(ones),
})

/** What can be said of nearly everything: terms of a taxonomy, and who changed what. */
const NOTED = 'attributes=attribute.link_id metadata=metadata.resource_id'
const ONLY_CHANGES = 'metadata=metadata.resource_id'

/** In the order of the tables in a data package. */
export const OBJECTS = {
  organization: object(
    'organizations',
    'name! alternate_name description! email:email website:uri tax_status tax_id year_incorporated:number legal_status logo uri:uri parent_organization_id:uuid',
    `additional_websites=url.organization_id funding=funding.organization_id contacts=contact.organization_id phones=phone.organization_id locations=location.organization_id programs=program.organization_id organization_identifiers=organization_identifier.organization_id ${NOTED}`,
  ),
  program: object('programs', 'organization_id:uuid name! alternate_name description!', NOTED),
  service: object(
    'services',
    'organization_id:uuid program_id:uuid name! alternate_name description url:uri email:email status!:status interpretation_services application_process fees_description wait_time fees accreditations eligibility_description minimum_age:number maximum_age:number assured_date:date assurer_email:email licenses alert last_modified:datetime',
    `additional_urls=url.service_id phones=phone.service_id schedules=schedule.service_id service_areas=service_area.service_id service_at_locations=service_at_location.service_id languages=language.service_id funding=funding.service_id cost_options=cost_option.service_id required_documents=required_document.service_id contacts=contact.service_id capacities=service_capacity.service_id ${NOTED}`,
    'organization=organization.organization_id program=program.program_id',
  ),
  attribute: object(
    'attributes',
    'link_id:uuid taxonomy_term_id:uuid link_type link_entity value label',
    ONLY_CHANGES,
    'taxonomy_term=taxonomy_term.taxonomy_term_id',
  ),
  service_at_location: object(
    'service_at_location',
    'service_id:uuid location_id:uuid description',
    `service_areas=service_area.service_at_location_id contacts=contact.service_at_location_id phones=phone.service_at_location_id schedules=schedule.service_at_location_id ${NOTED}`,
    'location=location.location_id service=service.service_id',
  ),
  location: object(
    'locations',
    'location_type!:place url:uri organization_id:uuid name alternate_name description transportation latitude:number longitude:number external_identifier external_identifier_type',
    `languages=language.location_id addresses=address.location_id contacts=contact.location_id accessibility=accessibility.location_id phones=phone.location_id schedules=schedule.location_id ${NOTED}`,
  ),
  phone: object(
    'phones',
    'location_id:uuid service_id:uuid organization_id:uuid contact_id:uuid service_at_location_id:uuid number! extension:number type description',
    `languages=language.phone_id ${NOTED}`,
  ),
  contact: object(
    'contacts',
    'organization_id:uuid service_id:uuid service_at_location_id:uuid location_id:uuid name title department email:email',
    `phones=phone.contact_id ${NOTED}`,
  ),
  address: object(
    'addresses',
    'location_id:uuid attention address_1! address_2 city! region state_province! postal_code! country! address_type!:place',
    NOTED,
  ),
  schedule: object(
    'schedules',
    'service_id:uuid location_id:uuid service_at_location_id:uuid valid_from:date valid_to:date dtstart:date timezone:number until:date count:number wkst:weekday freq:frequency interval:number byday byweekno bymonthday byyearday description opens_at:time closes_at:time schedule_link:uri attending_type notes',
    NOTED,
  ),
  funding: object('funding', 'organization_id:uuid service_id:uuid source', NOTED),
  service_area: object(
    'service_areas',
    'service_id:uuid service_at_location_id:uuid name description extent extent_type uri',
    NOTED,
  ),
  required_document: object('required_documents', 'service_id:uuid document uri:uri', NOTED),
  language: object('languages', 'service_id:uuid location_id:uuid phone_id:uuid name code note', NOTED),
  accessibility: object('accessibility', 'location_id:uuid description details url:uri', NOTED),
  taxonomy_term: object(
    'taxonomy_terms',
    'code name! description! parent_id:uuid taxonomy language taxonomy_id:uuid term_uri:uri',
    ONLY_CHANGES,
    'taxonomy_detail=taxonomy.taxonomy_id',
  ),
  metadata: object(
    'metadata',
    'resource_id:uuid resource_type last_action_date!:date last_action_type! field_name! previous_value! replacement_value! updated_by!',
  ),
  meta_table_description: object('meta_table_descriptions', 'name language character_set', NOTED),
  cost_option: object(
    'cost_options',
    'service_id:uuid valid_from:date valid_to:date option currency amount:number amount_description',
    NOTED,
  ),
  organization_identifier: object(
    'organization_identifiers',
    'organization_id:uuid identifier_scheme identifier_type! identifier!',
    NOTED,
  ),
  taxonomy: object('taxonomies', 'name! description! uri:uri version', ONLY_CHANGES),
  service_capacity: object(
    'service_capacity',
    'service_id:uuid unit_id:uuid available!:number maximum:number description updated!:datetime',
    NOTED,
    'unit=unit.unit_id',
  ),
  unit: object('units', 'name! scheme identifier uri:uri', NOTED),
  url: object('url', 'label url!:uri organization_id:uuid service_id:uuid', NOTED),
} as const satisfies Record<string, HsdsObject>

export type Kind =
  | 'organization'
  | 'program'
  | 'service'
  | 'attribute'
  | 'service_at_location'
  | 'location'
  | 'phone'
  | 'contact'
  | 'address'
  | 'schedule'
  | 'funding'
  | 'service_area'
  | 'required_document'
  | 'language'
  | 'accessibility'
  | 'taxonomy_term'
  | 'metadata'
  | 'meta_table_description'
  | 'cost_option'
  | 'organization_identifier'
  | 'taxonomy'
  | 'service_capacity'
  | 'unit'
  | 'url'

export const KINDS = Object.keys(OBJECTS) as readonly Kind[]

/** One object without what lies in it: a row of its table. Attributes that nobody said are left out. */
export type Facts = Readonly<Record<string, string | number>> & { readonly id: string }

/** Rows of several tables, each known by its kind and id. */
export type Tables = ReadonlyMap<Kind, ReadonlyMap<string, Facts>>
export type OpenTables = Map<Kind, Map<string, Facts>>

export const emptyTables = (): OpenTables => new Map(KINDS.map((kind) => [kind, new Map()]))

/** The rows of one table. */
export const rowsOf = <Row>(tables: ReadonlyMap<Kind, ReadonlyMap<string, Row>>, kind: Kind): Row[] => [
  ...(tables.get(kind)?.values() ?? []),
]
