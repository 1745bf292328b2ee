import type { RawPlace } from './listed-place.ts'
import { FEES, KINDS, MEDICINES, NEEDS, PAYERS, SETTINGS } from './listing.ts'
import { readOpeningHours } from './read-opening-hours.ts'
import { asam, fact, type TableField } from './table-field.ts'
import { PROFILE_FIELDS } from './table-profile-fields.ts'
import { anyText, day, listOf, oneOf, phone, webPage } from './table-values.ts'

const place = (label: string, part: keyof RawPlace, called: RegExp, looks?: RegExp): TableField => ({
  label,
  group: 'Where it is',
  called,
  place: part,
  ...(looks ? { looks } : {}),
})

const STATE =
  /^(A[KLRZ]|C[AOT]|D[CE]|FL|GA|GU|HI|I[ADLN]|K[SY]|LA|M[ADEINOPST]|N[CDEHJMVY]|O[HKR]|P[AR]|RI|S[CD]|T[NX]|UT|V[AIT]|W[AIVY])$/i

/** Every field of ours that a table can fill, by the name under which a mapping keeps it. */
export const TABLE_FIELDS = {
  provider: place(
    'Organization',
    'name1',
    /^(name ?1|organi[sz]ation|provider|agency|facility|company|place)( name)?$|^name$/,
  ),
  site: place('Name of the place', 'name2', /^(name ?2|site|location|program|branch|clinic)( name)?$/),
  street: place(
    'Street',
    'street1',
    /^(street|address)( ?1| line ?1)?$|^street address$|^(physical|mailing) address$/,
  ),
  street2: place('Suite', 'street2', /^(street|address) ?(line )?2$|^(suite|unit|apt)$/),
  city: place('City', 'city', /^(city|town|municipality)$/),
  county: place('County', 'county', /^county( name)?$/),
  state: place('State', 'state', /^(state|st|state province|province)$/, STATE),
  zip: place('ZIP code', 'zip', /^(zip|postal)( ?code)?$|^postcode$/, /^\d{5}(-\d{4})?$/),
  zip4: place('ZIP+4 part', 'zip4', /^zip ?(plus )?4$/),
  latitude: place('Latitude', 'latitude', /^(lat|latitude|y)$/, /^[1-7]\d\.\d{3,}$/),
  longitude: place('Longitude', 'longitude', /^(lon|lng|long|longitude|x)$/, /^-1?\d\d\.\d{3,}$/),
  phone: {
    label: 'Phone',
    group: 'How to reach it',
    called: /^(main |office |business )?(phone|telephone|tel)( ?number| ?1)?$/,
    looks: /^(\+?1[-. ]?)?\(?\d{3}\)?[-. ]?\d{3}[-. ]?\d{4}/,
    read: fact('phone', phone),
  },
  intakePhone: {
    label: 'Phone for intake',
    group: 'How to reach it',
    called: /^(intake|admissions?|referral)( phone| number| line)?$/,
    read: (text) => {
      const reading = phone(text)
      return 'says' in reading ? reading : { value: { intakePhones: [reading.value] } }
    },
  },
  hotline: {
    label: 'Hotline',
    group: 'How to reach it',
    called: /hot ?line|crisis line/,
    read: fact('hotline', phone),
  },
  website: {
    label: 'Website',
    group: 'How to reach it',
    called: /^(web ?site|web|url|web ?page|link)$/,
    looks: /^(https?:\/\/|www\.)\S+$/i,
    read: fact('website', webPage),
  },
  hours: {
    label: 'Opening hours',
    group: 'How to reach it',
    called: /^(opening |business |office )?hours( of operation)?$/,
    read: fact('hours', (text) => {
      const hours = readOpeningHours(text)
      return hours ? { value: hours } : { says: 'Write hours like “Mon-Fri 8:00-17:00; Sat 9am-1pm”.' }
    }),
  },
  afterHoursPhone: {
    label: 'Phone after hours',
    group: 'How to reach it',
    called: /after ?hours( phone)?$/,
    read: fact('afterHoursPhone', phone),
  },
  afterHoursWho: {
    label: 'Who answers after hours',
    group: 'How to reach it',
    called: /after ?hours who/,
    read: fact('afterHoursWho', anyText),
  },
  service: { label: 'Name of the service', group: 'What it does', called: /^service( name)?$/ },
  kind: {
    label: 'Kind of service',
    group: 'What it does',
    called: /^(kind|type)( of (service|facility|program))?$|^(service|facility|program) type$/,
    read: fact('kind', oneOf(KINDS)),
  },
  needs: {
    label: 'What it helps with',
    group: 'What it does',
    called: /^(needs?|services( offered)?|category|categories|helps with)$/,
    read: fact('needs', listOf(NEEDS)),
  },
  settings: {
    label: 'Setting',
    group: 'What it does',
    called: /^(settings?|levels? of care|service settings?)$/,
    read: fact('settings', listOf(SETTINGS)),
  },
  medicines: {
    label: 'Medicine for opioid use',
    group: 'What it does',
    called: /^(medicines?|medications?|moud|mat)$/,
    read: fact('medicines', listOf(MEDICINES)),
  },
  asam3: {
    label: 'ASAM levels (3rd edition)',
    group: 'What it does',
    called: /^asam( levels?)?( 3| third edition)$/,
    read: asam('3'),
  },
  asam4: {
    label: 'ASAM levels (4th edition)',
    group: 'What it does',
    called: /^asam( levels?)?( 4| fourth edition)$/,
    read: asam('4'),
  },
  payers: {
    label: 'Insurance it takes',
    group: 'What it does',
    called: /^(payers?|insurance|payment|accepts?)( accepted| types?)?$/,
    read: fact('payers', (text) => listOf(TAKEN)(text)),
  },
  fees: {
    label: 'Help with the cost',
    group: 'What it does',
    called: /^(fees?|costs?|fee structure)$/,
    read: fact('fees', listOf(FEES)),
  },
  languages: {
    label: 'Other languages',
    group: 'What it does',
    called: /^(other )?languages?( spoken)?$/,
    read: (text) => ({
      value: {
        languages: text
          .split(/[;,|/]/)
          .map((one) => one.trim())
          .filter((one) => one && !/^english$/i.test(one)),
      },
    }),
  },
  status: {
    label: 'Whether it is open at all',
    group: 'What it does',
    called: /^status$/,
    read: fact(
      'status',
      oneOf({
        active: 'Active',
        inactive: 'Inactive',
        defunct: 'Closed for good',
        'temporarily-closed': 'Closed for a while',
      }),
    ),
  },
  verifiedOn: {
    label: 'Day it was last checked',
    group: 'What it does',
    called: /^(last )?(verified|checked|assured|updated)( on| date)?$/,
    read: fact('verifiedOn', day),
  },
  ...PROFILE_FIELDS,
} as const satisfies Readonly<Record<string, TableField>>

const { 'not-sure': _, ...TAKEN } = PAYERS

export type FieldName = keyof typeof TABLE_FIELDS
export const isFieldName = (text: string): text is FieldName => Object.hasOwn(TABLE_FIELDS, text)
