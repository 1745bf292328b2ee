/** Who is shown a listing, or a single fact of it. */

export const AUDIENCES = {
  public: 'The public',
  partners: 'Partners',
  coordinators: 'Coordinators',
  police: 'Police',
} as const
export type Audience = keyof typeof AUDIENCES
export const ALL: readonly Audience[] = ['public', 'partners', 'coordinators', 'police']
export const isAudience = (text: unknown): text is Audience =>
  typeof text === 'string' && Object.hasOwn(AUDIENCES, text)

/** Whom each audience is made of. */
export const WHO: Readonly<Record<Audience, string>> = {
  public: 'Anybody, without signing in',
  partners: 'Organizations that take part, except police and courts',
  coordinators: 'Of the partners: navigators, case managers and managers',
  police: 'Police, prosecutors and courts, on the pages they sign in to',
}

/** To which audiences somebody of an audience belongs: partners read the public pages too. */
const BELONGS: Readonly<Record<Audience, readonly Audience[]>> = {
  public: ['public'],
  partners: ['public', 'partners'],
  coordinators: ['public', 'partners', 'coordinators'],
  police: ['police'],
}

/** Whether what is shown to these audiences is shown to somebody of one. */
export const reaches = (shownTo: readonly Audience[], audience: Audience): boolean =>
  BELONGS[audience].some((one) => shownTo.includes(one))

/** How a setting is stored: the three usual ones by a word, any other by its audiences. */
export const visibilityOf = (
  shownTo: readonly Audience[],
): {
  readonly visibility: 'public' | 'partners' | 'hidden' | 'chosen'
  readonly audiences: Audience[] | null
} => {
  const audiences = ALL.filter((one) => shownTo.includes(one)).toSorted()
  switch (audiences.join()) {
    case 'coordinators,partners,police,public':
      return { visibility: 'public', audiences: null }
    case 'coordinators,partners':
      return { visibility: 'partners', audiences: null }
    case '':
      return { visibility: 'hidden', audiences: null }
    default:
      return { visibility: 'chosen', audiences }
  }
}

type FactPlan = {
  readonly label: string
  readonly of: 'site' | 'service'
  readonly columns: readonly string[]
}

/**
 * The facts that can be kept from some, with the columns of the site or service that tell them. What a list once said in
 * its own codes tells cost and languages too, and is kept with them.
 */
export const FACTS = {
  address: {
    label: 'Address',
    of: 'site',
    columns:
      'name street street2 city county state zip zip4 latitude longitude time_zone address_key source'.split(
        ' ',
      ),
  },
  phone: {
    label: 'Phone numbers',
    of: 'service',
    columns: 'phone intake_phones hotline after_hours_phone after_hours_who source'.split(' '),
  },
  hours: { label: 'Hours', of: 'service', columns: 'hours intake_hours source'.split(' ') },
  offers: { label: 'Supplies and care', of: 'service', columns: 'offers source'.split(' ') },
  cost: { label: 'Insurance and cost', of: 'service', columns: 'payers fees source_codes source'.split(' ') },
  languages: { label: 'Languages', of: 'service', columns: 'languages source_codes source'.split(' ') },
} as const satisfies Record<string, FactPlan>
export type FactName = keyof typeof FACTS
export const FACT_NAMES = Object.keys(FACTS) as readonly FactName[]

/** Columns by their names in the database. */
export type Columns = Readonly<Record<string, unknown>>

const EMPTY: Columns = { intake_phones: [], source: 'member' }

/** What the row says of a fact that is kept: nothing, or the front door. An import leaves alone what a member keeps. */
export const shownInstead = (fact: FactName, frontDoor: Columns): Columns =>
  Object.fromEntries(
    FACTS[fact].columns.map((column) => [column, frontDoor[column] ?? EMPTY[column] ?? null]),
  )
