import {
  Alert,
  Button,
  Card,
  DataTable,
  DefinitionList,
  dayName,
  Page,
  PageHeading,
  Reasons,
  When,
} from '#design'
import type { Frame } from '#identity'
import { openness } from '#kernel/hours.ts'
import type { Listing } from './get-service.ts'
import { KINDS, type Status } from './listing.ts'
import { knownFacts, origins, unknownFacts } from './place-facts.ts'
import { addressWords, CallButton, OpenState, ReferButton } from './place-row.page.tsx'
import { openReason } from './rank-services.ts'
import { KeptFacts, ShownTo } from './shown-to.page.tsx'
import type { KeptFact } from './visibility.store.ts'
import { weekOfHours } from './week-of-hours.ts'

export type PlaceProps = {
  readonly frame: Frame
  readonly place: Listing
  /** What its program tells this reader and not everybody. */
  readonly kept: readonly KeptFact[]
  /** The zone of whoever reads; the place's own is used for its hours where it is known. */
  readonly zone: string
  readonly now: Date
  /** Where a referral to it begins; undefined where none can. */
  readonly referHref: string | undefined
}

const CLOSED: Readonly<Record<Exclude<Status, 'active'>, string>> = {
  'temporarily-closed': 'Closed for now. No search finds it, and no referral to it is taken.',
  inactive: 'It takes nobody at the moment. No search finds it, and no referral to it is taken.',
  defunct: 'It no longer exists. No search finds it, and no referral to it is taken.',
}

const Hours = ({ place, zone, now }: Pick<PlaceProps, 'place' | 'zone' | 'now'>) => {
  if (place.hours === null) return null
  const timeZone = place.timeZone ?? zone
  const open = openness(place.hours, timeZone, now)
  return (
    <Card
      title="Hours"
      id="hours"
      end={<OpenState openness={open} reason={openReason({ openness: open, timeZone }, now)} />}
    >
      <DataTable
        id="week"
        caption="Opening hours"
        hideCaption
        columns={[
          { title: 'Day', cell: ({ day }) => day },
          { title: 'Open', cell: ({ spans }) => spans.join(', ') || 'Closed' },
        ]}
        rows={weekOfHours(place.hours)}
      />
    </Card>
  )
}

const Contact = ({ place }: { place: Listing }) => {
  const others = [
    ...place.intakePhones
      .filter((phone) => phone !== place.phone)
      .map((phone) => ({ term: 'Intake', phone })),
    ...(place.hotline ? [{ term: 'Hotline', phone: place.hotline }] : []),
  ]
  return (
    <Card title="How to reach them" id="reach">
      <DefinitionList
        items={[
          {
            term: 'Address',
            value: place.street ? (
              addressWords(place)
            ) : (
              <>
                {addressWords(place)}
                <br />
                <span class="muted">The street is not published. Call to ask.</span>
              </>
            ),
          },
          ...(place.website
            ? [
                {
                  term: 'Website',
                  value: (
                    <a href={place.website} rel="noreferrer">
                      {hostOf(place.website)}
                    </a>
                  ),
                },
              ]
            : []),
        ]}
      />
      {others.map(({ term, phone }) => (
        <p>
          {term}: <CallButton phone={phone} name={`${place.providerName}, ${term.toLowerCase()}`} />
        </p>
      ))}
    </Card>
  )
}

const hostOf = (address: string): string => URL.parse(address)?.hostname.replace(/^www\./, '') ?? address

const Unknown = ({ place }: { place: Listing }) => {
  const asks = unknownFacts(place)
  if (asks.length === 0) return null
  return (
    <Card title="What we don’t know" id="unknown">
      <p>
        {place.phone ? (
          'Nobody has told us. Ask when you call:'
        ) : (
          <>
            Nobody has told us.{' '}
            <a href="https://findtreatment.gov/" rel="noreferrer">
              FindTreatment.gov
            </a>{' '}
            may know:
          </>
        )}
      </p>
      <Reasons reasons={asks.map((words) => ({ is: 'wait', words }))} />
    </Card>
  )
}

const Origin = ({ place, zone, now }: Pick<PlaceProps, 'place' | 'zone' | 'now'>) => (
  <Card title="Where this comes from" id="origin">
    <DefinitionList
      items={[
        ...origins(place),
        { term: 'Last change', value: <When at={place.updatedAt} now={now} zone={zone} as="day" /> },
        {
          term: 'Checked',
          value: place.verifiedOn
            ? `With the place itself, ${dayName(new Date(`${place.verifiedOn}T12:00Z`), now, { zone: 'UTC' })}`
            : 'Nobody has checked it with the place itself yet.',
        },
      ]}
    />
  </Card>
)

/** For whoever keeps the listing. */
const StatusForm = ({ place }: { place: Listing }) => {
  const isOpen = place.status === 'active'
  return (
    <Card title="You keep this listing" id="keep">
      <p>
        {isOpen
          ? 'While it is closed, no search finds it and no referral to it is taken. Those that were sent stay.'
          : 'Opened again, it is found, and referrals to it are taken.'}
      </p>
      <form method="post" action={`/places/${place.serviceId}/status`}>
        <Button kind="outline" name="status" value={isOpen ? 'temporarily-closed' : 'active'}>
          {isOpen ? 'Close for now' : 'Open again'}
        </Button>
      </form>
    </Card>
  )
}

/** Everything that is known of a place, where it comes from, and as plainly what is not known. */
export const PlacePage = ({ frame, place, kept, zone, now, referHref }: PlaceProps) => {
  const names = [...new Set([place.siteName, place.serviceName])].filter(Boolean).join(', ')
  return (
    <Page {...frame} title={place.providerName} field>
      <PageHeading
        over={place.kind === 'other' ? undefined : KINDS[place.kind]}
        title={place.providerName}
        note={names}
      />
      <div class="cw-cols">
        <div class="stack gap-3">
          {place.status !== 'active' && <Alert kind="warning">{CLOSED[place.status]}</Alert>}
          {(place.phone || referHref) && (
            <p class="flow pair">
              {referHref && <ReferButton first href={referHref} name={place.providerName} />}
              {place.phone && <CallButton phone={place.phone} name={place.providerName} />}
            </p>
          )}
          <Card title="What they offer" id="offer">
            <DefinitionList items={knownFacts(place)} />
          </Card>
          <Hours place={place} zone={zone} now={now} />
          <Unknown place={place} />
        </div>
        <div class="stack gap-3">
          <Contact place={place} />
          {place.mayChange && <StatusForm place={place} />}
          <KeptFacts place={place} kept={kept} />
          <ShownTo place={place} />
          <Origin place={place} zone={zone} now={now} />
        </div>
      </div>
    </Page>
  )
}
