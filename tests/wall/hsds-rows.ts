import { newId } from '#kernel/ids.ts'
import { type Listing, listings } from './network-rows.ts'
import { type Row, row } from './row.ts'

/** What another directory says of each listing: of its provider, its site, its service, or the service at the site. */
const PARTS = [
  ['organization', 'funding', 'provider', 'providers'],
  ['location', 'address', 'site', 'sites'],
  ['service', 'phone', 'service', 'offerings'],
  ['service_at_location', 'schedule', 'service', 'services'],
] as const

const said = new Map<string, Listing>()

/** The listing of which a record is said; none where it is said of nothing in the directory. */
export const listingSaid = (row: Row): Listing | undefined => said.get(row.values.id as string)

export const hsdsRows: readonly Row[] = [
  row(
    'hsds_record',
    { kind: 'taxonomy', id: newId(), facts: { name: 'Kinds' }, number: 1 },
    { kind: 'of nobody', parties: {} },
  ),
  ...listings.flatMap((listing, at) => {
    // One part of each, so that every way in which a record belongs meets every visibility more than once.
    const [parentKind, kind, part, column] = PARTS[at % PARTS.length] as (typeof PARTS)[number]
    const id = newId()
    said.set(id, listing)
    const { service, site, provider } = listing.visibility
    const seen =
      service === site && site === provider
        ? service
        : `service ${service}, site ${site}, provider ${provider}`
    const parent = listing[part]
    const parties = { organization: listing.owner?.id ?? null, county: listing.owner?.county ?? null }
    const facts = { kind: `${kind}, ${seen}`, of: listing.owner?.name ?? 'nobody', parties }
    return [
      row('hsds_record', { kind, id, facts: { note: 'said' }, number: at, [column]: [parent] }, facts),
      row(
        'hsds_link',
        { parent_kind: parentKind, parent, kind, id, is_near: true, in_directory: true },
        facts,
      ),
    ]
  }),
]
