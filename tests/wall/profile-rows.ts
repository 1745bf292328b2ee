import { newId } from '#kernel/ids.ts'
import { type Listing, listings } from './network-rows.ts'
import { exchangeMember, healthManager, type Member, navigator, officer, placeProvider } from './people.ts'
import { inDays, type Row, row } from './row.ts'

const facts = (listing: Listing, kind: string, by?: Member) => ({
  kind: `${kind}, ${Object.values(listing.visibility).join(' ')}`,
  of: listing.owner?.name ?? 'nobody',
  parties: {
    organization: listing.owner?.id ?? null,
    county: listing.owner?.county ?? null,
    member: by?.id ?? null,
  },
})

/** Those of which somebody writes: a place's own, one of nobody, and of one organization those not for everybody. */
const told = listings.filter(({ owner, visibility }) => {
  if (new Set(Object.values(visibility)).size > 1) return false
  const isForAll = visibility.service === 'public'
  return owner?.name === 'Tide Exchange'
    ? !isForAll
    : isForAll && (!owner || owner.name === 'Harbor Recovery')
})
const WRITERS = [placeProvider, exchangeMember, navigator, healthManager, officer]

export const LINK_LIVES = ['good', 'ended', 'taken back'] as const
const linkIds = LINK_LIVES.map(() => newId())
/** The link of the place's service in each state; what a visitor comes with. */
export const capacityLinkOf = (life: (typeof LINK_LIVES)[number]): string =>
  linkIds[LINK_LIVES.indexOf(life)] as string

const placeListing = told.find(({ owner }) => owner?.name === 'Harbor Recovery') as Listing

const byLink = (service_id: string, kind: 'capacity_report' | 'fact_check') =>
  kind === 'capacity_report'
    ? { id: newId(), service_id, level: 'detox', is_open: true, channel: 'link', as_of: inDays(-1) }
    : { id: newId(), service_id, fact: 'hours', checked_on: '2026-11-02', source: 'link' }

export const profileRows: readonly Row[] = [
  ...listings.map((one) =>
    row(
      'closure',
      { id: newId(), service_id: one.service, from_on: '2026-12-24', until_on: '2026-12-26' },
      facts(one, 'shut'),
    ),
  ),
  ...told.flatMap((one) => {
    const service_id = one.service
    return [
      ...WRITERS.flatMap((by) => [
        ...(['member', 'phone'] as const).flatMap((channel) => [
          row(
            'capacity_report',
            {
              ...{ id: newId(), service_id, level: 'detox', is_open: true },
              ...{ as_of: inDays(-1), by_member: by.id, channel },
            },
            facts(one, `by ${channel} of a ${by.roles[0]}`, by),
          ),
          row(
            'fact_check',
            {
              ...{ id: newId(), service_id, fact: 'phone', checked_on: '2026-11-02' },
              ...{ source: channel, by_member: by.id },
            },
            facts(one, `by ${channel} of a ${by.roles[0]}`, by),
          ),
        ]),
        row(
          'provider_call',
          {
            ...{ id: newId(), service_id, result: 'full', called_at: inDays(-30) },
            ...{ by_member: by.id, organization_id: by.organization.id },
          },
          facts(one, `called by a ${by.roles[0]}`, by),
        ),
        row(
          'listing_change',
          {
            ...{ id: newId(), service_id, changed_at: inDays(-1), by_member: by.id },
            ...{ what: ['phone'], before: {}, after: {} },
          },
          facts(one, `changed by a ${by.roles[0]}`, by),
        ),
        row(
          'capacity_link',
          {
            id: newId(),
            ...{ service_id, made_at: inDays(-1), expires_at: inDays(9), made_by: by.id, revoked_at: null },
          },
          facts(one, `made by a ${by.roles[0]}`, by),
        ),
      ]),
      ...(['capacity_report', 'fact_check'] as const).map((table) =>
        row(table, { ...byLink(service_id, table), by_member: null }, facts(one, 'by link')),
      ),
      row(
        'capacity_link',
        {
          id: newId(),
          ...{ service_id, made_at: inDays(-1), expires_at: inDays(9), made_by: null, revoked_at: null },
        },
        facts(one, 'asked for again'),
      ),
    ]
  }),
  ...LINK_LIVES.map((life) =>
    row(
      'capacity_link',
      {
        ...{ id: capacityLinkOf(life), service_id: placeListing.service, made_at: inDays(-20) },
        ...{ expires_at: inDays(life === 'ended' ? -1 : 9), made_by: placeProvider.id },
        revoked_at: life === 'taken back' ? inDays(-1) : null,
      },
      facts(placeListing, life, placeProvider),
    ),
  ),
]

/** The service of which the place's links speak. */
export const linkedService = placeListing.service
