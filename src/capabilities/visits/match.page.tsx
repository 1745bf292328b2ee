import {
  Button,
  ButtonLink,
  Card,
  capital,
  EmptyState,
  More,
  Page,
  PageHeading,
  State,
  TextField,
  When,
} from '#design'
import type { Frame } from '#identity'
import { phoneLink } from '#kernel/phone-link.ts'
import type { FoundService } from '#network'
import type { CallOf, Care } from './care.ts'
import { CALL_RESULTS, saidYes } from './place-calls.ts'

export type MatchProps = {
  readonly frame: Frame
  readonly now: Date
  readonly zone: string
  readonly visitId: string
  readonly places: readonly FoundService[]
  readonly calls: ReadonlyMap<string, CallOf>
  readonly care: Care
  readonly newIds: readonly string[]
}

const ONE_TAP = ['bed-now', 'full', 'no-answer', 'payer-not-accepted', 'criteria-not-met', 'closed'] as const

const CallTaps = ({ visitId, serviceId, id }: { visitId: string; serviceId: string; id: string }) => (
  <form method="post" action={`/visits/${visitId}/places`} class="stack gap-1">
    <input type="hidden" name="id" value={id} />
    <input type="hidden" name="serviceId" value={serviceId} />
    <p class="flow">
      {ONE_TAP.map((result) => (
        <Button name="result" value={result} kind={result === 'bed-now' ? 'primary' : 'outline'}>
          {CALL_RESULTS[result]}
        </Button>
      ))}
    </p>
    <More summary="A waitlist, or for a later day">
      <div class="flow">
        <TextField name="days" id={`days-${serviceId}`} label="In how many days?" inputmode="numeric" short />
        <Button name="result" value="waitlist" kind="outline">
          {CALL_RESULTS.waitlist}
        </Button>
        <Button name="result" value="accepted-for" kind="outline">
          {CALL_RESULTS['accepted-for']}
        </Button>
      </div>
    </More>
  </form>
)

const OPEN_WORDS = {
  open: ['open', 'Takes people in now'],
  'closes-soon': ['soon', 'Takes people in, not for long'],
  shut: ['shut', 'Takes nobody in at this hour'],
  unknown: ['shut', 'Hours not known'],
} as const

const PlaceCard = ({ place, index, ...props }: MatchProps & { place: FoundService; index: number }) => {
  const { visitId, calls, care, now, zone, newIds } = props
  const call = calls.get(place.serviceId)
  const [is, words] = OPEN_WORDS[place.intake.state]
  const isOffered = care.serviceId === place.serviceId
  const id = newIds[index] ?? ''
  return (
    <Card
      title={
        place.providerName === place.serviceName
          ? place.serviceName
          : `${place.providerName}: ${place.serviceName}`
      }
      id={`place-${place.serviceId}`}
      end={<State is={is}>{words}</State>}
    >
      <p class="flow">
        {place.phone && phoneLink(place.phone) && (
          <ButtonLink icon="phone" kind="outline" href={phoneLink(place.phone) ?? ''}>
            {place.phone}
          </ButtonLink>
        )}
        <a href={`/places/${place.serviceId}`}>What is known of it</a>
        {place.miles !== undefined && <span class="muted">{Math.round(place.miles * 10) / 10} miles</span>}
      </p>
      {call && (
        <p>
          <b>{CALL_RESULTS[call.result]}</b>,{' '}
          <span class="muted">
            <When at={call.at} now={now} zone={zone} />
          </span>
        </p>
      )}
      {call && saidYes(call.result) && care.may.includes('offered') && !isOffered && (
        <form method="post" action={`/visits/${visitId}/care`}>
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="kind" value="offered" />
          <input type="hidden" name="serviceId" value={place.serviceId} />
          <Button icon="hands">They were offered this place</Button>
        </form>
      )}
      {isOffered && (
        <p>
          <State is="open">{capital('offered to them')}</State>
        </p>
      )}
      <CallTaps visitId={visitId} serviceId={place.serviceId} id={id} />
    </Card>
  )
}

/** Whom to call for one person, the likeliest first, and one tap for how each call went. */
export const MatchPage = (props: MatchProps) => {
  const { frame, visitId, places } = props
  return (
    <Page {...frame} title="Places to call" field narrow>
      <div class="stack gap-3">
        <PageHeading
          over={<a href={`/visits/${visitId}`}>The visit</a>}
          title="Places to call"
          note="By what they said they need and how it is paid; whoever takes people in now comes first. Every call is noted."
        />
        {places.length === 0 ? (
          <EmptyState
            icon="map"
            title="No place fits what they said"
            level={2}
            action={<a href="/places">All places</a>}
          >
            Ask them again what would help, or look through all places.
          </EmptyState>
        ) : (
          places.map((place, index) => <PlaceCard {...props} place={place} index={index} />)
        )}
      </div>
    </Page>
  )
}
