import {
  Alert,
  Button,
  ButtonLink,
  Card,
  DateField,
  EmptyState,
  ErrorSummary,
  Page,
  PageHeading,
  Row,
  Rows,
  Section,
  SelectField,
  State,
  TextField,
  TimeField,
  When,
} from '#design'
import type { Frame } from '#identity'
import type { Role } from '#kernel/actor.ts'
import { type FormFields, firstOf } from '#platform/http/form-body.ts'
import type { CourseCard } from './completion.ts'
import type { SessionRow } from './session.store.ts'
import { BRINGS } from './session-form.ts'
import { TrainingTabs } from './training-tabs.page.tsx'

export type SessionsProps = {
  readonly frame: Frame
  readonly roles: readonly Role[]
  readonly sessions: readonly SessionRow[]
  readonly courses: readonly CourseCard[]
  readonly newId: string
  readonly now: Date
  readonly zone: string
  /** What was typed, when it came back. */
  readonly sent?: FormFields | undefined
  readonly errors: Readonly<Record<string, string>>
}

const MOST_TRAINERS = 3

const PlanForm = ({ courses, newId, sent = {}, errors }: SessionsProps) => {
  const value = (name: string) => firstOf(sent, name) || undefined
  return (
    <Card title="Plan a session" id="plan">
      <form method="post" action="/training/sessions" class="stack" novalidate>
        <input type="hidden" name="id" value={value('id') ?? newId} />
        <SelectField
          name="course"
          label="Course"
          value={value('course')}
          error={errors.course}
          options={courses.map(({ slug, title }) => ({ value: slug, label: title }))}
        />
        <DateField
          name="on"
          legend="Day"
          error={errors.on}
          value={{ month: value('on-month') ?? '', day: value('on-day') ?? '', year: value('on-year') ?? '' }}
        />
        <TimeField name="at" label="Begins" value={value('at')} error={errors.at} />
        <TextField
          name="minutes"
          label="Minutes"
          inputmode="numeric"
          short
          value={value('minutes')}
          error={errors.minutes}
        />
        <TextField name="place" label="Where" optional maxlength={200} value={value('place')} />
        {Array.from({ length: MOST_TRAINERS }, (_, at) => (
          <div class="grid">
            <div>
              <TextField
                name={`trainer-${at}`}
                label={`Trainer ${at + 1}`}
                optional={at > 0}
                maxlength={100}
                value={value(`trainer-${at}`)}
                error={errors[`trainer-${at}`]}
              />
            </div>
            <div>
              <SelectField
                name={`brings-${at}`}
                label={`What trainer ${at + 1} brings`}
                empty={false}
                value={value(`brings-${at}`) ?? 'peer'}
                options={Object.entries(BRINGS).map(([kind, label]) => ({ value: kind, label }))}
              />
            </div>
          </div>
        ))}
        <p class="muted">
          Officers listen to officers; a program and somebody with lived experience bring what officers
          cannot.
        </p>
        <p>
          <Button icon="calendar">Plan it</Button>
        </p>
      </form>
    </Card>
  )
}

/** Training in a room: what is planned, what was held, and a form for the next. */
export const SessionsPage = (props: SessionsProps) => {
  const { frame, roles, sessions, errors, now, zone } = props
  const open = sessions.filter(({ closedAt }) => !closedAt).length
  return (
    <Page {...frame} title="Training sessions" narrow hasErrors={Object.keys(errors).length > 0}>
      <div class="stack gap-3">
        <TrainingTabs roles={roles} current="/training/sessions" />
        <PageHeading
          title={
            open === 0
              ? 'No session is open'
              : open === 1
                ? 'One session is open'
                : `${open} sessions are open`
          }
          note="People sign in by a code on the wall, or you note them from the sheet."
        />
        <ErrorSummary errors={Object.entries(errors).map(([field, message]) => ({ field, message }))} />
        {sessions.length === 0 ? (
          <EmptyState icon="calendar" title="No session yet" level={2}>
            Plan one below. When you close it, everybody who was there has their certificate.
          </EmptyState>
        ) : (
          <Section id="sessions" title="Sessions">
            <Rows plain label="Sessions">
              {sessions.map((one) => (
                <Row
                  title={<a href={`/training/sessions/${one.id}`}>{one.title}</a>}
                  end={one.closedAt ? <State is="shut">Closed</State> : <State is="open">Open</State>}
                >
                  <p>
                    <When at={one.heldAt} now={now} zone={zone} as="exact" />
                    {one.place && `, ${one.place}`}
                  </p>
                </Row>
              ))}
            </Rows>
          </Section>
        )}
        <PlanForm {...props} />
      </div>
    </Page>
  )
}

/** What somebody who scanned the code on the wall sees. */
export const SignInPage = ({
  frame,
  session,
  said,
}: {
  frame: Frame
  session: SessionRow
  said: 'signed-in' | 'closed' | undefined
}) => (
  <Page {...frame} title="Sign in to a session" narrow field>
    <div class="stack gap-3">
      <PageHeading over="Training session" title={session.title} note={session.place ?? undefined} />
      {said === 'signed-in' ? (
        <Alert
          kind="success"
          live
          action={
            <ButtonLink kind="outline" href="/training">
              My training
            </ButtonLink>
          }
        >
          <p>
            <b>You are signed in.</b> Your certificate is there when the session is closed.
          </p>
        </Alert>
      ) : session.closedAt ? (
        <Alert kind="warning">
          <p>
            <b>This session is closed.</b> If you were there, ask your trainer.
          </p>
        </Alert>
      ) : (
        <form method="post" action={`/training/sign-in/${session.code}`}>
          <Button big wide icon="check">
            I am here
          </Button>
        </form>
      )}
    </div>
  </Page>
)
