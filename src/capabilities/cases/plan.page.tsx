import { Button, Card, More, Row, Rows, SelectField, State, TextField, When } from '#design'
import { type FormFields, firstOf } from '#platform/http/form-body.ts'
import type { Errors } from './case-form.ts'
import { moneyWords } from './case-words.ts'
import { NEED_STATES, NEEDS, type NeedState } from './needs.ts'
import type { ReadCase } from './read-case.ts'

export type PlanProps = {
  readonly read: ReadCase
  readonly newEntryId: string
  readonly now: Date
  readonly zone: string
  readonly fields: FormFields
  readonly errors: Errors
  /** Which form was sent and not accepted. */
  readonly of: string | undefined
}

const NEED_LOOK: Readonly<Record<NeedState, 'open' | 'soon' | 'shut'>> = {
  wanted: 'soon',
  'under-way': 'soon',
  done: 'open',
  'not-now': 'shut',
}

export const Goals = ({ read, newEntryId, now, zone, fields, errors, of }: PlanProps) => (
  <Card title="Goals, in their words" id="goals" gap={1}>
    {read.goals.length === 0 ? (
      <p class="muted">None yet. Ask what they want for themselves.</p>
    ) : (
      <Rows bare plain>
        {read.goals.map((goal) => (
          <Row
            title={<>“{goal.words}”</>}
            end={
              goal.metAt ? (
                <State is="open">Met</State>
              ) : (
                <form method="post" action={`/cases/${read.file.id}/goals/${goal.id}/met`}>
                  <Button kind="plain" hiddenWords={`: ${goal.words}`}>
                    Met
                  </Button>
                </form>
              )
            }
          >
            <p class="muted small">
              {goal.metAt ? 'Met ' : 'Since '}
              <When at={goal.metAt ?? goal.at} now={now} zone={zone} as="day" />
            </p>
          </Row>
        ))}
      </Rows>
    )}
    <More summary="Add a goal" open={of === 'goals'}>
      <form
        class="stack gap-1"
        method="post"
        action={`/cases/${read.file.id}/goals`}
        novalidate
        autocomplete="off"
      >
        <input type="hidden" name="id" value={newEntryId} />
        <TextField
          name="goal"
          label="Their goal"
          hint="As they said it"
          maxlength={300}
          value={firstOf(fields, 'goal') || undefined}
          error={errors.goal}
        />
        <p>
          <Button kind="outline" icon="plus">
            Add the goal
          </Button>
        </p>
      </form>
    </More>
  </Card>
)

export const Needs = ({ read, newEntryId, now, zone, errors, fields, of }: PlanProps) => (
  <Card title="Needs" id="needs" gap={1}>
    {read.needs.length === 0 ? (
      <p class="muted">Nothing was asked yet.</p>
    ) : (
      <Rows bare plain>
        {read.needs.map(({ need, state, at }) => (
          <Row title={NEEDS[need]} end={<State is={NEED_LOOK[state]}>{NEED_STATES[state]}</State>}>
            <p class="muted small">
              <When at={at} now={now} zone={zone} as="day" />
            </p>
          </Row>
        ))}
      </Rows>
    )}
    <More summary="Say how a need stands" open={of === 'needs'}>
      <form class="stack gap-1" method="post" action={`/cases/${read.file.id}/needs`} novalidate>
        <input type="hidden" name="id" value={newEntryId} />
        <SelectField
          name="need"
          label="Need"
          options={Object.entries(NEEDS).map(([value, label]) => ({ value, label }))}
          value={firstOf(fields, 'need') || undefined}
          error={errors.need}
        />
        <SelectField
          name="state"
          label="How does it stand?"
          options={Object.entries(NEED_STATES).map(([value, label]) => ({ value, label }))}
          value={firstOf(fields, 'state') || undefined}
          error={errors.state}
        />
        <p>
          <Button kind="outline" icon="check">
            Save the need
          </Button>
        </p>
      </form>
    </More>
  </Card>
)

export const Funds = ({ read, newEntryId, fields, errors, of }: PlanProps) => (
  <Card title="Flexible fund" id="funds" gap={1}>
    <p>
      <b>{moneyWords(read.spentCents)}</b> so far.
    </p>
    <More summary="Write down what was spent" open={of === 'funds'}>
      <form
        class="stack gap-1"
        method="post"
        action={`/cases/${read.file.id}/funds`}
        novalidate
        autocomplete="off"
      >
        <input type="hidden" name="id" value={newEntryId} />
        <TextField
          name="amount"
          label="Dollars"
          short
          inputmode="decimal"
          value={firstOf(fields, 'amount') || undefined}
          error={errors.amount}
        />
        <TextField
          name="for"
          label="What for?"
          hint="Such as a bus pass, or a state ID"
          maxlength={300}
          value={firstOf(fields, 'for') || undefined}
          error={errors.for}
        />
        <p>
          <Button kind="outline" icon="plus">
            Save what was spent
          </Button>
        </p>
      </form>
    </More>
  </Card>
)
