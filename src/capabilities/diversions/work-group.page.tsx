import { NOT_FOR_ENFORCEMENT } from '#agreements'
import {
  Alert,
  Button,
  Card,
  CheckboxTile,
  DateField,
  EmptyState,
  ErrorSummary,
  FieldGroup,
  Page,
  PageHeading,
  Row,
  Rows,
  ScreenOnly,
  SelectField,
  State,
  TextField,
  TimeField,
  When,
  WhoCanSee,
} from '#design'
import type { Frame } from '#identity'
import { dayWords } from '#kernel/calendar-day.ts'
import { type FormFields, firstOf } from '#platform/http/form-body.ts'
import type { ServedPerson } from '#referrals'
import { SEATS } from './diversion-form.ts'
import type { ActionRow, MeetingRow } from './work-group.store.ts'

type Common = {
  readonly frame: Frame
  readonly fields: FormFields
  readonly errors: Readonly<Record<string, string>>
  /** The id of what is written next, so that pressing twice writes one. */
  readonly newId: string
  readonly now: Date
  readonly zone: string
}

const summary = (errors: Common['errors']) => (
  <ErrorSummary errors={Object.entries(errors).map(([field, message]) => ({ field, message }))} />
)

const typed = (fields: FormFields, name: string) => ({
  ...{ year: firstOf(fields, `${name}-year`), month: firstOf(fields, `${name}-month`) },
  day: firstOf(fields, `${name}-day`),
})

export type WorkGroupProps = Common & {
  readonly meetings: readonly MeetingRow[]
  readonly organizations: readonly { readonly id: string; readonly name: string }[]
}

const Seat = ({ seat, ...props }: WorkGroupProps & { seat: number }) => {
  const { fields, errors, organizations } = props
  const of = (name: string) => `${name}-${seat}`
  return (
    <FieldGroup name={of('seat')} legend={`Seat ${seat + 1}`}>
      <div class="stack">
        <SelectField
          name={of('organization')}
          label="From"
          empty="Nobody"
          options={organizations.map(({ id, name }) => ({ value: id, label: name }))}
          value={firstOf(fields, of('organization')) || undefined}
          error={errors[of('organization')]}
        />
        <TextField
          name={of('name')}
          label="Name"
          value={firstOf(fields, of('name'))}
          error={errors[of('name')]}
          maxlength={80}
          autocomplete="off"
        />
        <CheckboxTile
          name={of('attested')}
          id={of('attested')}
          value="yes"
          label="Gave their word to keep what they hear"
          checked={firstOf(fields, of('attested')) === 'yes'}
        />
        {errors[of('attested')] && <p class="usa-error-message">{errors[of('attested')]}</p>}
      </div>
    </FieldGroup>
  )
}

/** Meetings, and the next one. */
export const WorkGroupPage = (props: WorkGroupProps) => {
  const { frame, meetings, fields, errors, newId, now, zone } = props
  return (
    <Page {...frame} title="Work group" narrow hasErrors={Object.keys(errors).length > 0}>
      <div class="stack gap-3">
        <PageHeading
          over={<a href="/diversions">Diversions</a>}
          title="Work group"
          note="Who follows the same people sits together. On the agenda is only who lets everybody at the table know."
        />
        {meetings.length === 0 ? (
          <EmptyState icon="people" title="No meeting yet">
            Write down the next one, with who sits at the table.
          </EmptyState>
        ) : (
          <Rows plain label="Meetings">
            {meetings.map(({ id, heldAt, place, attendees }) => (
              <Row
                level={2}
                title={
                  <a href={`/work-group/${id}`}>
                    <When at={heldAt} now={now} zone={zone} as="exact" />
                  </a>
                }
              >
                <p class="muted">
                  {place}, {attendees.length} at the table
                </p>
              </Row>
            ))}
          </Rows>
        )}
        {summary(errors)}
        <Card title="Next meeting" id="next">
          <form method="post" action="/work-group" class="stack" novalidate autocomplete="off">
            <input type="hidden" name="id" value={firstOf(fields, 'id') || newId} />
            <DateField name="day" legend="Which day?" value={typed(fields, 'day')} error={errors.day} />
            <TimeField name="time" label="When?" value={firstOf(fields, 'time')} error={errors.time} />
            <TextField
              name="place"
              label="Where?"
              value={firstOf(fields, 'place')}
              error={errors.place}
              maxlength={120}
            />
            {Array.from({ length: SEATS }, (_, seat) => (
              <Seat {...props} seat={seat} />
            ))}
            <p>
              <Button icon="check">Write it down</Button>
            </p>
          </form>
        </Card>
      </div>
    </Page>
  )
}

export type MeetingProps = Common & {
  readonly meeting: MeetingRow
  readonly organizations: ReadonlyMap<string, string>
  readonly agenda: readonly ServedPerson[]
  readonly actions: readonly ActionRow[]
}

const Actions = ({ meeting, actions }: MeetingProps) => (
  <Rows plain bare label="Who does what">
    {actions.map(({ id, words, owner, dueOn, doneAt }) => (
      <Row
        title={words}
        end={
          doneAt ? (
            <State is="open">Done</State>
          ) : (
            <form method="post" action={`/work-group/${meeting.id}/actions/${id}/done`}>
              <Button kind="outline" icon="check" hiddenWords={`: ${words}`}>
                Done
              </Button>
            </form>
          )
        }
      >
        <p class="muted">
          {owner}, by {dayWords(dueOn, 'en')}
        </p>
      </Row>
    ))}
  </Rows>
)

const NewAction = ({ meeting, fields, errors, newId }: MeetingProps) => (
  <form
    method="post"
    action={`/work-group/${meeting.id}/actions`}
    class="stack"
    novalidate
    autocomplete="off"
  >
    <input type="hidden" name="id" value={firstOf(fields, 'id') || newId} />
    <TextField
      name="words"
      label="What is to be done?"
      hint="Nothing of anybody’s health"
      value={firstOf(fields, 'words')}
      error={errors.words}
      maxlength={200}
    />
    <TextField
      name="owner"
      label="Who does it?"
      value={firstOf(fields, 'owner')}
      error={errors.owner}
      maxlength={80}
    />
    <DateField name="due" legend="By which day?" value={typed(fields, 'due')} error={errors.due} />
    <p>
      <Button kind="outline" icon="plus">
        Note it
      </Button>
    </p>
  </form>
)

/** One meeting: the agenda as it may be read aloud now, who sits there, and who does what. It prints as the agenda. */
export const MeetingPage = (props: MeetingProps) => {
  const { frame, meeting, organizations, agenda, actions, errors, now, zone } = props
  return (
    <Page {...frame} title="Work group meeting" narrow hasErrors={Object.keys(errors).length > 0}>
      <div class="stack gap-3">
        <PageHeading
          over={<a href="/work-group">Work group</a>}
          title={<When at={meeting.heldAt} now={now} zone={zone} as="exact" />}
          note={meeting.place}
        />
        <Alert kind="info" icon="shield">
          <p>
            <b>Nobody is worse off for taking part.</b> {NOT_FOR_ENFORCEMENT}
          </p>
        </Alert>
        {summary(errors)}
        <Card title="Agenda" id="agenda">
          {agenda.length === 0 ? (
            <p class="muted">Nobody can be talked about at this table. General matters only.</p>
          ) : (
            <Rows plain bare ordered label="Agenda">
              {agenda.map(({ name, from }) => (
                <Row title={name ?? 'Somebody without a name'}>
                  <p class="muted">Sent by {from}</p>
                </Row>
              ))}
            </Rows>
          )}
          {agenda.length > 0 && (
            <p class="muted">
              Each of them lets every organization here know that they take part. Asked for anew whenever this
              is opened: print it right before.
            </p>
          )}
        </Card>
        <Card title="At the table" id="table">
          <ul>
            {meeting.attendees.map(({ organizationId, name }) => (
              <li>
                {name}, {organizations.get(organizationId) ?? 'An organization'}: gave their word
              </li>
            ))}
          </ul>
        </Card>
        <Card title="Who does what" id="actions">
          {actions.length > 0 && <Actions {...props} />}
          <ScreenOnly>
            <NewAction {...props} />
          </ScreenOnly>
        </Card>
        <WhoCanSee cannot={['Whoever does not sit here']}>
          <b>Only your organization keeps this page.</b> The others hear it at the table. That you opened the
          agenda is written down.
        </WhoCanSee>
      </div>
    </Page>
  )
}
