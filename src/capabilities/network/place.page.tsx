import {
  Alert,
  Button,
  ButtonLink,
  Card,
  DefinitionList,
  dayName,
  Page,
  PageHeading,
  Reasons,
  When,
} from '#design'
import type { Frame } from '#identity'
import { newId } from '#kernel/ids.ts'
import { momentOfDay } from './freshness.ts'
import type { Listing } from './get-service.ts'
import { KINDS, type Status } from './listing.ts'
import { PlaceCalls } from './place-calls.page.tsx'
import { PlaceCapacity } from './place-capacity.page.tsx'
import { PlaceChanges } from './place-changes.page.tsx'
import { PlaceContact } from './place-contact.page.tsx'
import { origins, unknownFacts } from './place-facts.ts'
import { PlaceHours } from './place-hours.page.tsx'
import { PlaceProfile } from './place-profile.page.tsx'
import { CallButton, ReferButton } from './place-row.page.tsx'
import type { PlaceState } from './place-state.ts'

export type PlaceProps = {
  readonly frame: Frame
  readonly place: Listing
  readonly state: PlaceState
  /** What was just done, in a sentence. */
  readonly done?: string | undefined
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

/** That all of it was checked at once, or that nobody ever looked; what was checked one by one says so where it stands. */
const checkedWhole = (place: Listing, state: PlaceState, now: Date): { term: string; value: string }[] => {
  if (place.verifiedOn) {
    const day = dayName(momentOfDay(place.verifiedOn), now, { zone: 'UTC' })
    return [{ term: 'Checked', value: `With the place itself, ${day}` }]
  }
  const isChecked = [...state.facts.values()].some((one) => one.state !== 'never')
  return isChecked ? [] : [{ term: 'Checked', value: 'Nobody has checked it with the place itself yet.' }]
}

const Origin = ({ place, state, zone, now }: Pick<PlaceProps, 'place' | 'state' | 'zone' | 'now'>) => (
  <Card title="Where this comes from" id="origin">
    <DefinitionList
      items={[
        ...origins(place),
        { term: 'Last change', value: <When at={place.updatedAt} now={now} zone={zone} as="day" /> },
        ...checkedWhole(place, state, now),
      ]}
    />
  </Card>
)

/** For whoever keeps the listing. */
const Keeping = ({ place }: { place: Listing }) => {
  const isOpen = place.status === 'active'
  const base = `/places/${place.serviceId}`
  return (
    <Card title="You keep this listing" id="keep">
      <p class="stack gap-1">
        <ButtonLink kind="outline" icon="pen" href={`${base}/profile`}>
          Change the profile
        </ButtonLink>
        <ButtonLink kind="outline" icon="pin" href={`${base}/address`}>
          Change the address
        </ButtonLink>
        <ButtonLink kind="outline" icon="clock" href={`${base}/hours`}>
          Change the hours
        </ButtonLink>
        <ButtonLink kind="outline" icon="calendar" href={`${base}/closed-days`}>
          Closed days and holidays
        </ButtonLink>
        <ButtonLink kind="outline" icon="plus" href={`/places/new?at=${place.serviceId}`}>
          Add a service here
        </ButtonLink>
      </p>
      <form method="post" action={`${base}/status`} class="stack gap-1">
        <input type="hidden" name="id" value={newId()} />
        <p class="muted">
          {isOpen
            ? 'While it is closed, no search finds it and no referral to it is taken. Those that were sent stay.'
            : 'Opened again, it is found, and referrals to it are taken.'}
        </p>
        <p>
          <Button kind="outline" name="status" value={isOpen ? 'temporarily-closed' : 'active'}>
            {isOpen ? 'Close for now' : 'Open again'}
          </Button>
        </p>
      </form>
    </Card>
  )
}

/** Everything that is known of a place, where it comes from, and as plainly what is not known. */
export const PlacePage = ({ frame, place, state, zone, now, referHref, done }: PlaceProps) => {
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
          {done && <Alert kind="success">{done}</Alert>}
          {place.status !== 'active' && <Alert kind="warning">{CLOSED[place.status]}</Alert>}
          {(place.phone || referHref) && (
            <p class="flow pair">
              {referHref && <ReferButton first href={referHref} name={place.providerName} />}
              {place.phone && <CallButton phone={place.phone} name={place.providerName} />}
            </p>
          )}
          <PlaceCapacity place={place} state={state} zone={zone} now={now} />
          <PlaceProfile place={place} state={state} now={now} />
          <PlaceHours place={place} state={state} zone={zone} now={now} />
          <PlaceCalls serviceId={place.serviceId} state={state} zone={zone} now={now} />
          <PlaceChanges
            serviceId={place.serviceId}
            state={state}
            mayChange={place.mayChange}
            zone={zone}
            now={now}
          />
          {!place.mayChange && <Unknown place={place} />}
        </div>
        <div class="stack gap-3">
          <PlaceContact place={place} state={state} now={now} />
          {place.mayChange && <Keeping place={place} />}
          <Origin place={place} state={state} zone={zone} now={now} />
        </div>
      </div>
    </Page>
  )
}
