import { findZip } from '#kernel/zip.ts'
import {
  type Audience,
  type Columns,
  FACT_NAMES,
  FACTS,
  type FactName,
  isAudience,
  reaches,
} from './audience.ts'
import { addressKey } from './match-key.ts'

/** The three parts of a listing that have an audience: whoever is not shown one of them is not shown the listing. */
export const PARTS = {
  provider: 'The program',
  site: 'This place',
  service: 'What it does here',
} as const
export type Part = keyof typeof PARTS
export const PART_NAMES = Object.keys(PARTS) as readonly Part[]

/** What is said instead of an address and a phone number that are kept. */
export type FrontDoor = Readonly<Record<'name' | 'street' | 'city' | 'zip' | 'phone', string>>

/** Who is shown what of a listing. A fact without audiences is told to whoever is shown the listing. */
export type Settings = {
  readonly shownTo: Readonly<Record<Part, readonly Audience[]>>
  readonly facts: Readonly<Partial<Record<FactName, readonly Audience[]>>>
  readonly frontDoor: FrontDoor
}

/** A listing as its own program knows it, with how it is set now. */
export type Known = {
  readonly serviceId: string
  readonly siteId: string
  readonly providerId: string
  readonly providerName: string
  readonly serviceName: string
  readonly isHarmReduction: boolean
  /** Whether an organization offers it that takes part, and can speak for itself. */
  readonly hasOwner: boolean
  /** Whether the site, with its address, and the provider are this program's alone. */
  readonly maySite: boolean
  readonly mayProvider: boolean
  /** The true facts, by column. */
  readonly site: Columns
  readonly service: Columns
  readonly settings: Settings
}

const LONGEST = 200

/** Reads a posted form: one group of audiences for each part and fact, and the front door. */
export const readSettings = (field: (name: string) => readonly string[]): Settings => {
  const audiences = (name: string) => field(name).filter(isAudience)
  const facts = FACT_NAMES.flatMap((fact) => {
    const told = audiences(fact)
    // What the public is told can be read by everybody: then nothing is kept.
    return told.includes('public') ? [] : [[fact, told] as const]
  })
  const text = (name: string) => (field(name)[0] ?? '').slice(0, LONGEST)
  return {
    shownTo: { provider: audiences('provider'), site: audiences('site'), service: audiences('service') },
    facts: Object.fromEntries(facts),
    frontDoor: {
      name: text('door-name'),
      street: text('door-street'),
      city: text('door-city'),
      zip: text('door-zip'),
      phone: text('door-phone'),
    },
  }
}

/** What has to change before a setting can be published, by field; undefined when nothing has to. */
export const faultsOf = ({ facts, frontDoor }: Settings): Record<string, string> | undefined => {
  if (!facts.address) return undefined
  const faults: Record<string, string> = {}
  if (!frontDoor.city) faults['door-city'] = 'Write the town to show instead. It can be where your office is.'
  if (!/^\d{5}$/.test(frontDoor.zip) || !findZip(frontDoor.zip))
    faults['door-zip'] = 'Write the ZIP code to show instead, five digits.'
  return Object.keys(faults).length > 0 ? faults : undefined
}

/** The front door by column. Where it is on a map is the middle of its ZIP code: never where the place itself is. */
export const frontDoorColumns = (
  { name, street, city, zip, phone }: FrontDoor,
  { state, time_zone }: Columns,
): Columns => ({
  name: name || null,
  street: street || null,
  city,
  zip,
  state,
  time_zone,
  ...findZip(zip),
  address_key: addressKey({ street1: street, zip }) ?? null,
  phone: phone || null,
})

/** What somebody of an audience reads of a listing; undefined where they are not shown it at all. */
export type View = {
  readonly name: string
  readonly facts: Readonly<Record<FactName, { readonly columns: Columns; readonly is: 'true' | 'instead' }>>
}

/** What an audience will read, by the settings alone. */
export const viewOf = (known: Known, settings: Settings, audience: Audience): View | undefined => {
  if (!PART_NAMES.every((part) => reaches(settings.shownTo[part], audience))) return undefined
  const door = frontDoorColumns(settings.frontDoor, known.site)
  const facts = FACT_NAMES.map((fact) => {
    const told = settings.facts[fact]
    const isTrue = told === undefined || reaches(told, audience)
    const source = isTrue ? known[FACTS[fact].of] : door
    const columns = Object.fromEntries(FACTS[fact].columns.map((column) => [column, source[column] ?? null]))
    return [fact, { columns, is: isTrue ? 'true' : 'instead' }] as const
  })
  return { name: known.providerName, facts: Object.fromEntries(facts) as View['facts'] }
}

/** Of a harm-reduction program: the audiences that this shows it to for the first time, and that only it may choose. */
export const newlyShownTo = (known: Known, settings: Settings): Audience[] =>
  known.isHarmReduction
    ? (['police', 'public'] as const).filter(
        (one) => settings.shownTo.service.includes(one) && !known.settings.shownTo.service.includes(one),
      )
    : []

/** What of a wish this program can set: the address and audience of a site that it shares stay as they are. */
export const withinReach = (known: Known, wished: Settings): Settings => {
  const { address, ...facts } = wished.facts
  const { settings, maySite, mayProvider } = known
  const kept = maySite ? address : settings.facts.address
  return {
    shownTo: {
      service: wished.shownTo.service,
      site: maySite ? wished.shownTo.site : settings.shownTo.site,
      provider: mayProvider ? wished.shownTo.provider : settings.shownTo.provider,
    },
    facts: { ...facts, ...(kept ? { address: kept } : {}) },
    frontDoor: maySite ? wished.frontDoor : { ...settings.frontDoor, phone: wished.frontDoor.phone },
  }
}
