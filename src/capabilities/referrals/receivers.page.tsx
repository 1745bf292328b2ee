import type { MissingAgreement } from '#agreements'
import { Alert, RadioTiles, Reasons, State, type StateProps, type TileOption } from '#design'
import type { FoundService } from '#network'
import { BEST_FIT, type Receivers } from './find-receivers.ts'

const stateOf = (place: FoundService): { is: StateProps['is']; words: string } =>
  ({
    open: { is: 'open' as const, words: 'Open now' },
    'closes-soon': { is: 'soon' as const, words: 'Closes soon' },
    shut: { is: 'shut' as const, words: 'Closed now' },
    unknown: { is: 'shut' as const, words: 'Hours not known' },
  })[place.openness.state]

const REASON_MARKS = { fits: 'yes', unsure: 'wait', against: 'no' } as const

const bestFit: TileOption = {
  value: BEST_FIT,
  label: 'Whoever fits best',
  hint: 'The nearest open place that helps with what you chose. You see who it is at once, and can take it back',
}

const tileOf = (place: FoundService): TileOption => {
  const { is, words } = stateOf(place)
  return {
    value: place.serviceId,
    label: place.providerName,
    state: <State is={is}>{words}</State>,
    hint: [
      place.serviceName,
      place.miles === undefined ? undefined : `${place.miles.toFixed(1)} miles`,
      [place.street, place.city].filter(Boolean).join(', '),
    ]
      .filter(Boolean)
      .join('. '),
    extra: (
      <Reasons
        inLabel
        reasons={place.reasons
          .slice(0, 3)
          .map((reason) => ({ is: REASON_MARKS[reason.kind], words: reason.text }))}
      />
    ),
  }
}

const Missing = ({ missing: [lacks] }: { missing: readonly MissingAgreement[] }) =>
  lacks ? (
    <Alert kind="warning" icon="file">
      <b>{`${lacks.organization} cannot receive referrals here yet.`}</b>{' '}
      {`The agreement “${lacks.title}” is missing.`}
      {lacks.ask.length > 0 && ` Ask ${lacks.ask.join(' or ')}.`}{' '}
      <a href={lacks.href}>Here whoever answers for it makes it</a>. Until then choose another place
      {lacks.phone ? `, or call them: ${lacks.phone}` : ''}.
    </Alert>
  ) : null

/** The places that can take the person, to choose from: each says why it is there. */
export const ReceiverTiles = ({
  receivers,
  chosen,
  error,
}: {
  receivers: Receivers
  chosen: string | undefined
  error?: string | undefined
}) => {
  const { places, near, fitsNeeds, missing } = receivers
  if (places.length === 0)
    return (
      <>
        <Missing missing={missing} />
        <p class="muted" role="status">
          No place in your county fits what you chose. Choose something else that would help, or call 988
          together.
        </p>
      </>
    )
  const first = fitsNeeds ? places[0]?.serviceId : BEST_FIT
  return (
    <>
      <Missing missing={missing} />
      <p class="usa-sr-only" role="status">{`${places.length} places near ${near}`}</p>
      <RadioTiles
        name="serviceId"
        legend="Who should get this?"
        big
        hint={`Best fit first, near ${near}.`}
        error={error}
        value={places.some(({ serviceId }) => serviceId === chosen) ? chosen : first}
        options={[...(fitsNeeds ? [] : [bestFit]), ...places.map(tileOf)]}
      />
    </>
  )
}
