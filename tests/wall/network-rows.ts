import { newId } from '#kernel/ids.ts'
import { exchange, farPlace, HARBOR, INLAND, type Organization, otherPlace, place } from './people.ts'
import { type Row, row } from './row.ts'

export type Audience = 'public' | 'partners' | 'coordinators' | 'police'

/** Each setting, with the audiences that it stands for. */
export const SHOWN_TO = {
  public: ['public', 'partners', 'coordinators', 'police'],
  partners: ['partners', 'coordinators'],
  hidden: [],
  'police alone': ['police'],
  'coordinators alone': ['coordinators'],
  'all but police': ['public', 'partners', 'coordinators'],
} as const satisfies Record<string, readonly Audience[]>
export type Visibility = keyof typeof SHOWN_TO

const stored = (visibility: Visibility) =>
  visibility === 'public' || visibility === 'partners' || visibility === 'hidden'
    ? { visibility }
    : { visibility: 'chosen', audiences: SHOWN_TO[visibility] }

export type Listing = {
  readonly service: string
  readonly site: string
  readonly provider: string
  readonly owner: Organization | null
  readonly visibility: {
    readonly service: Visibility
    readonly site: Visibility
    readonly provider: Visibility
  }
}

/** An import that added one of the listings. Something refers to each: nobody takes them away. */
export const imported = newId()

const listing = (owner: Organization | null, visibility: Partial<Listing['visibility']> = {}): Listing => ({
  service: newId(),
  site: newId(),
  provider: newId(),
  owner,
  visibility: { service: 'public', site: 'public', provider: 'public', ...visibility },
})

const all = (visibility: Visibility) => ({ service: visibility, site: visibility, provider: visibility })

export const listings: readonly Listing[] = [
  listing(place),
  listing(otherPlace),
  listing(farPlace),
  listing(null),
  listing(exchange),
  listing(exchange, all('partners')),
  listing(exchange, all('hidden')),
  listing(place, all('hidden')),
  listing(null, all('partners')),
  listing(null, all('hidden')),
  listing(exchange, { site: 'hidden' }),
  listing(exchange, { provider: 'hidden' }),
  listing(place, { service: 'hidden' }),
  listing(otherPlace, { site: 'partners' }),
  listing(exchange, all('police alone')),
  listing(exchange, { service: 'all but police' }),
  listing(exchange, { service: 'coordinators alone' }),
  listing(null, { site: 'all but police', service: 'police alone' }),
]

/** Of these listings an address is kept, and who is told it. */
export const keptAddresses: readonly {
  readonly id: string
  readonly of: Listing
  readonly told: readonly Audience[]
}[] = [
  { id: newId(), of: listings[4] as Listing, told: [] },
  { id: newId(), of: listings[5] as Listing, told: ['coordinators'] },
  { id: newId(), of: listings[7] as Listing, told: ['police', 'partners'] },
  { id: newId(), of: listings[3] as Listing, told: ['police'] },
]

/** The service of an organization to which people are referred. */
export const serviceOf = (organization: Organization): string =>
  listings.find(({ owner }) => owner === organization)?.service as string

export const networkRows: readonly Row[] = [
  ...listings.flatMap((one) => {
    const of = `${one.owner?.name ?? 'nobody'}`
    const parties = { organization: one.owner?.id ?? null, county: one.owner?.county ?? null }
    const { service, site, provider } = one.visibility
    const imports = { import_id: one === listings[3] ? imported : null }
    const address = { city: 'Harbor', state: 'ME', zip: '04101' }
    const needs = ['treatment']
    const together = `service ${service}, site ${site}, provider ${provider}`
    const kind = service === site && site === provider ? service : together
    return [
      row(
        'provider',
        { id: one.provider, name: 'Provider', ...stored(provider), ...imports },
        { kind, of, parties },
      ),
      row(
        'site',
        { id: one.site, provider_id: one.provider, ...stored(site), ...address, ...imports },
        { kind, of, parties },
      ),
      row(
        'service',
        {
          id: one.service,
          provider_id: one.provider,
          site_id: one.site,
          name: 'Service',
          needs,
          organization_id: one.owner?.id ?? null,
          ...stored(service),
          ...imports,
        },
        { kind, of, parties },
      ),
    ]
  }),
  ...keptAddresses.map(({ id, of, told }) =>
    row(
      'kept_fact',
      {
        id,
        site_id: of.site,
        service_id: null,
        fact: 'address',
        value: { street: '1 Lane' },
        audiences: told,
      },
      {
        kind: told.length > 0 ? `told to ${told.join(' and ')}` : 'told to nobody',
        of: of.owner?.name ?? 'nobody',
        parties: { organization: of.owner?.id ?? null, county: of.owner?.county ?? null },
      },
    ),
  ),
  row('site_listing', { match_key: 'me-harbor', site_id: listings[0]?.site }, { kind: 'known', parties: {} }),
  ...[HARBOR, INLAND].map((county) =>
    row(
      'place',
      { jurisdiction_id: county, name: 'Old Town', latitude: 43, longitude: -70 },
      { kind: 'town', parties: { county } },
    ),
  ),
]
