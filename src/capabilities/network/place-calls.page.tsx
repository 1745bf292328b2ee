import { ButtonLink, Card, calendarDay, DataTable, More, type OutcomeDot, OutcomeDots, stamp } from '#design'
import type { PlaceState } from './place-state.ts'
import { CALL_RESULTS, type CallResult } from './profile.ts'
import type { Call } from './told.store.ts'

const DOTS: Readonly<Record<CallResult, OutcomeDot['is']>> = {
  'bed-now': 'yes',
  'accepted-for': 'yes',
  waitlist: 'part',
  full: 'no',
  'payer-not-accepted': 'no',
  'criteria-not-met': 'no',
  'no-answer': 'none',
  closed: 'none',
}

/** "Accepted for Monday, November 30", "Waitlist, 5 days". */
export const callWords = (
  { result, forOn, waitlistDays }: Omit<Call, 'id' | 'calledAt' | 'byMember' | 'organizationId'>,
  now: Date,
): string => {
  if (result === 'accepted-for' && forOn) return `Accepted for ${calendarDay(forOn, now)}`
  if (result === 'waitlist' && waitlistDays !== null)
    return `Waitlist, ${waitlistDays}\u00a0${waitlistDays === 1 ? 'day' : 'days'}`
  return CALL_RESULTS[result]
}

const share = (part: number, of: number): string => `${Math.round((100 * part) / of)}\u00a0%`

type Props = {
  readonly serviceId: string
  readonly state: Pick<PlaceState, 'calls' | 'rates' | 'names' | 'mayTell'>
  readonly zone: string
  readonly now: Date
}

const Rates = ({ rates }: { rates: PlaceState['rates'] }) => {
  if (!rates)
    return <p class="muted">Fewer than five calls were written down before this week: too few for a rate.</p>
  return (
    <p>
      {rates.reached > 0 && (
        <>
          <b>Answers {share(rates.answered, rates.reached)}</b> of calls
        </>
      )}
      {rates.answered > 0 && (
        <>
          , <b>takes people on in {share(rates.accepted, rates.answered)}</b> of those it answers
        </>
      )}
      . <span class="muted">{rates.calls} calls in 26 weeks.</span>
    </p>
  )
}

/** How calls to a place went: a dot a call for partners, rates for everybody. */
export const PlaceCalls = ({ serviceId, state, zone, now }: Props) => {
  const { calls, rates, names } = state
  if (calls.length === 0 && !rates && !state.mayTell) return null
  const said = (call: Call) => `${callWords(call, now)}, ${stamp(call.calledAt, now, { zone })}`
  return (
    <Card
      title="How calls go"
      id="calls"
      end={
        state.mayTell && (
          <ButtonLink kind="outline" icon="phone" href={`/places/${serviceId}/call`}>
            Record a call
          </ButtonLink>
        )
      }
    >
      <Rates rates={rates} />
      {calls.length > 0 && (
        <>
          <OutcomeDots
            label={`The last ${calls.length} calls, the newest at the right; the table below says each`}
            dots={calls.toReversed().map((call) => ({ is: DOTS[call.result], words: said(call) }))}
          />
          <p class="muted">
            Filled: taken on. Half: waitlist. Ring: not taken on. Cross: nobody answered, or closed.
          </p>
          <More summary="Calls as a table">
            <DataTable
              id="call-list"
              caption="The last calls"
              hideCaption
              columns={[
                { title: 'When', cell: ({ calledAt }) => stamp(calledAt, now, { zone }) },
                { title: 'Result', cell: (call) => callWords(call, now) },
                {
                  title: 'Called by',
                  cell: ({ byMember, organizationId }) =>
                    [byMember, organizationId].flatMap((id) => (id && names.get(id)) || []).join(', ') ||
                    'Somebody of another county',
                },
              ]}
              rows={calls}
            />
          </More>
        </>
      )}
    </Card>
  )
}
