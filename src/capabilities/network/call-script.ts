import type { Listing } from './get-service.ts'
import { MEDICINES } from './listing.ts'
import type { Fact } from './profile.ts'
import { ASAM_FIELD, fieldWords, PROFILE_FIELDS } from './profile-fields.ts'
import { weekOfHours } from './week-of-hours.ts'

/** The most important of a fact: a caller who asks thirty questions is asked to call again. */
const ASKED: Readonly<Record<Fact, readonly string[]>> = {
  phone: ['phone', 'intakePhones', 'afterHoursPhone'],
  capacity: [],
  hours: ['holidays'],
  admission: ['pregnant', 'withChildren', 'needsId', 'needsClearance', 'minHoursSinceUse', 'exclusions'],
  moud: ['moud'],
  payers: ['payers', 'fees'],
  services: ['needs', 'settings', 'asamLevels', 'walkIn', 'policeDropOff', 'offersTransport'],
  address: [],
}

const FIRST: Partial<Record<Fact, string>> = {
  hours: 'When are you open, and when do you take somebody new?',
  address: 'Is this where people come?',
}

/** What to ask of a fact, and what stands in the listing now; undefined where nothing does. */
export const scriptFor = (
  place: Listing,
  fact: Fact,
  address: string,
): { readonly asks: readonly string[]; readonly known: string | undefined } => {
  const fields = [...PROFILE_FIELDS, ASAM_FIELD].filter(({ name }) => ASKED[fact].includes(name))
  const first = FIRST[fact]
  const asks = [...(first ? [first] : []), ...fields.map(({ ask }) => ask)]
  const values = { ...place, payers: place.takes } as unknown as Readonly<Record<string, unknown>>
  const known = fields.flatMap((field) => {
    const value =
      field === ASAM_FIELD
        ? place.asamLevels?.map((level) => `${place.asamEdition}:${level}`)
        : field.name === 'holidays' && place.holidays === 'unknown'
          ? undefined
          : values[field.name]
    const words = fieldWords(field, value)
    return words === undefined ? [] : [`${field.label}: ${words}`]
  })
  if (fact === 'hours' && place.hours) known.unshift(hoursLine(place.hours))
  if (fact === 'address') known.push(address)
  if (fact === 'moud' && place.moud === null && place.medicines?.length)
    known.push(`Gives ${place.medicines.map((one) => MEDICINES[one].toLowerCase()).join(', ')}`)
  return { asks, known: known.length > 0 ? known.join('. ') : undefined }
}

const hoursLine = (hours: NonNullable<Listing['hours']>): string =>
  weekOfHours(hours)
    .filter(({ spans }) => spans.length > 0)
    .map(({ day, spans }) => `${day.slice(0, 3)} ${spans.join(', ')}`)
    .join(' · ') || 'Never open'
