import {
  Button,
  ButtonLink,
  Card,
  Chips,
  DateField,
  ErrorSummary,
  More,
  Page,
  PageHeading,
  Row,
  Rows,
  TextField,
} from '#design'
import type { Frame } from '#identity'
import { newId } from '#kernel/ids.ts'
import type { FormFields } from '#platform/http/form-body.ts'
import { scriptFor } from './call-script.ts'
import { levelsOf } from './capacity.ts'
import { FreshMark } from './fresh-mark.page.tsx'
import { CALL_ORDER } from './freshness.ts'
import type { Listing } from './get-service.ts'
import { addressWords, CallButton } from './place-row.page.tsx'
import type { FactState, PlaceState } from './place-state.ts'
import { CALL_RESULTS, CAPACITY_LEVELS, FACTS, type Fact } from './profile.ts'

export type CallProps = {
  readonly frame: Frame
  readonly place: Listing
  readonly state: PlaceState
  readonly zone: string
  readonly now: Date
  readonly errors?: Readonly<Record<string, string>>
  readonly fields?: FormFields
}

/** Results that need no more than the tap. */
const TAPS = ['bed-now', 'full', 'payer-not-accepted', 'criteria-not-met', 'no-answer', 'closed'] as const

const Results = ({ place, errors = {}, fields = {} }: Pick<CallProps, 'place' | 'errors' | 'fields'>) => {
  const levels = levelsOf(place)
  const typed = (part: string) => fields[`forOn-${part}`]?.[0] ?? ''
  return (
    <form method="post" action={`/places/${place.serviceId}/call`}>
      <Card title="How did the call go?" id="result">
        <input type="hidden" name="id" value={newId()} />
        {levels.length > 1 ? (
          <Chips
            name="level"
            legend="What you asked for"
            choose="one"
            values={[fields.level?.[0] ?? levels[0] ?? '']}
            options={levels.map((value) => ({ value, label: CAPACITY_LEVELS[value] }))}
          />
        ) : (
          <input type="hidden" name="level" value={levels[0]} />
        )}
        <p class="flow">
          {TAPS.map((result) => (
            <Button kind="outline" name="result" value={result}>
              {CALL_RESULTS[result]}
            </Button>
          ))}
        </p>
        <More summary="Accepted for a later day" open={errors.forOn !== undefined}>
          <div class="stack">
            <DateField
              name="forOn"
              legend="For which day?"
              error={errors.forOn}
              value={{ month: typed('month'), day: typed('day'), year: typed('year') }}
            />
            <p>
              <Button kind="outline" name="result" value="accepted-for">
                Accepted for that day
              </Button>
            </p>
          </div>
        </More>
        <More summary="Waitlist" open={errors.waitlistDays !== undefined}>
          <div class="stack">
            <TextField
              name="waitlistDays"
              label="How many days do people wait?"
              inputmode="numeric"
              maxlength={3}
              short
              optional
              autocomplete="off"
              error={errors.waitlistDays}
              value={fields.waitlistDays?.[0]}
            />
            <p>
              <Button kind="outline" name="result" value="waitlist">
                Waitlist
              </Button>
            </p>
          </div>
        </More>
        <p class="muted">Nothing about the person: only how the place answered.</p>
      </Card>
    </form>
  )
}

const Question = ({
  place,
  state,
  fact,
  now,
}: {
  place: Listing
  state: FactState
  fact: Fact
  now: Date
}) => {
  const { asks, known } = scriptFor(place, fact, addressWords(place))
  return (
    <Row
      id={`ask-${fact}`}
      title={FACTS[fact]}
      end={
        known && (
          <form method="post" action={`/places/${place.serviceId}/check`} class="flow">
            <input type="hidden" name="id" value={newId()} />
            <input type="hidden" name="fact" value={fact} />
            <Button kind="outline" icon="check" name="holds" value="yes" hiddenWords={`: ${FACTS[fact]}`}>
              Still right
            </Button>
            <Button kind="outline" icon="x" name="holds" value="no" hiddenWords={`: ${FACTS[fact]}`}>
              Not right
            </Button>
          </form>
        )
      }
    >
      <p>“{asks.join(' ')}”</p>
      <p class="muted">{known ?? 'Nobody has told us yet.'}</p>
      <FreshMark state={state} now={now} />
    </Row>
  )
}

/** A call to a place: its number, one tap for how it went, and what to ask in which order while somebody is on the line. */
export const CallPage = ({ frame, place, state, now, errors = {}, fields }: CallProps) => {
  const wrong = Object.entries(errors).map(([field, message]) => ({ field, message }))
  const order = CALL_ORDER.filter((fact) => fact !== 'capacity')
  return (
    <Page {...frame} title={`Call ${place.providerName}`} hasErrors={wrong.length > 0} field>
      <PageHeading
        over={<a href={`/places/${place.serviceId}`}>{place.providerName}</a>}
        title="Call, and write down what you hear"
      />
      {wrong.length > 0 && <ErrorSummary errors={wrong} />}
      <div class="stack gap-3">
        {place.phone && (
          <p class="flow">
            <CallButton phone={place.phone} name={place.providerName} />
          </p>
        )}
        <Results place={place} errors={errors} {...(fields ? { fields } : {})} />
        <Card title="While they are on the line" id="script">
          <p class="muted">
            Top to bottom: what ends a call comes first. “We keep a list so that nobody is sent to you in
            vain. May I check a few things?”
          </p>
          <Rows ordered bare plain>
            {order.map((fact) => (
              <Question place={place} state={state.facts.get(fact) as FactState} fact={fact} now={now} />
            ))}
          </Rows>
          <p class="flow">
            {place.mayChange ? (
              <>
                <ButtonLink kind="outline" icon="pen" href={`/places/${place.serviceId}/profile`}>
                  Change the profile
                </ButtonLink>
                <ButtonLink kind="outline" icon="clock" href={`/places/${place.serviceId}/hours`}>
                  Change the hours
                </ButtonLink>
              </>
            ) : (
              <span class="muted">
                “Not right” puts it before whoever keeps this listing; until it is mended, the page says that
                it was found wrong.
              </span>
            )}
          </p>
        </Card>
      </div>
    </Page>
  )
}
