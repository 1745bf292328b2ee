import type { SignedRelease } from '#consent'
import {
  Alert,
  Button,
  Card,
  CheckboxTile,
  Clock,
  calendarDay,
  DefinitionList,
  ErrorSummary,
  Page,
  PageHeading,
  Row,
  Rows,
  Steps,
  When,
  WhoCanSee,
} from '#design'
import type { Frame } from '#identity'
import { DATA_CLASSES } from '#kernel/data-classes.ts'
import { type FormFields, firstOf } from '#platform/http/form-body.ts'
import { AnswerForm } from './answer-form.page.tsx'
import { clockStoppedAt, type ReferralView } from './referral.ts'
import { calledOf, contactWords, needWords, payerWords, STEP_WORDS } from './referral-words.ts'

export type ReceivedProps = {
  readonly frame: Frame
  readonly referral: ReferralView
  readonly now: Date
  readonly zone: string
  /** Where answers and confirmations are posted, e.g. /desk/referrals/ID. */
  readonly base: string
  /** Releases that this organization obtained; undefined where none can be made, as behind a signed link. */
  readonly releases?: readonly SignedRelease[] | undefined
  readonly newReleaseId?: string | undefined
  readonly fields?: FormFields
  readonly errors?: Readonly<Record<string, string>>
}

const Who = ({ referral }: { referral: ReferralView }) => {
  const { identity } = referral
  if (!referral.answer) return null
  if (!identity)
    return (
      <Alert kind="info">
        <b>They did not agree to be contacted.</b> They tell you their name themselves when they come.
      </Alert>
    )
  return (
    <Card title="Who it is" id="who">
      <DefinitionList
        items={[
          { term: 'Name', value: identity.name ?? 'Not given' },
          {
            term: 'Reach them',
            value: [identity.contact, identity.whereabouts].filter(Boolean).join('. ') || 'Nothing given',
          },
          { term: 'How', value: contactWords(referral.contactWay) },
        ]}
      />
    </Card>
  )
}

const Arrival = ({ base, referral }: { base: string; referral: ReferralView }) =>
  referral.answer && !referral.steps.some(({ step }) => step === 'arrived') ? (
    <form class="cw-card stack" method="post" action={`${base}/arrived`}>
      <CheckboxTile
        name="personConfirms"
        value="yes"
        label="They say so too"
        hint="The person confirms the handoff"
      />
      <p>
        <Button big icon="check">
          They arrived
        </Button>
      </p>
    </form>
  ) : null

/** Leads to where the person reads, chooses and signs; the id is that of the release to come. */
const SignRelease = ({ base, referral, newReleaseId }: ReceivedProps) => (
  <form class="stack" method="post" action="/releases/begin">
    <p>
      Only if the person wants it: who may be told, and what? They read it themselves, in English or Spanish,
      and sign on this screen or on paper. They get the same help either way.
    </p>
    <input type="hidden" name="id" value={newReleaseId ?? ''} />
    <input type="hidden" name="person" value={referral.personId} />
    <input type="hidden" name="back" value={`${base}#releases`} />
    <p>
      <Button kind="outline" icon="pen">
        Have them sign a release
      </Button>
    </p>
  </form>
)

const ReleaseRows = ({ base, releases = [], now, zone }: ReceivedProps) => (
  <Rows bare label="Releases">
    {releases.flatMap(({ id, lines }) =>
      lines.map((line) => {
        const { name } = line.to
        const endsAt = line.stoppedAt ?? line.endedAt ?? line.expiresAt
        return (
          <Row
            title={line.isLive ? `${name} may know` : `${name}: ended`}
            end={
              line.isLive && (
                <form method="post" action={`${base}/release/${line.id}/stop`}>
                  <Button kind="danger" hiddenWords={` what ${name} may know`}>
                    Stop
                  </Button>
                </form>
              )
            }
          >
            <p>{line.dataClasses.map((dataClass) => DATA_CLASSES[dataClass]).join('. ')}.</p>
            <p class="muted">
              {line.stoppedAt ? 'Stopped ' : line.isLive ? 'Until ' : 'Ended '}
              {endsAt ? (
                <When at={endsAt} now={now} zone={zone} as={line.isLive ? 'day' : 'stamp'} />
              ) : (
                'they stop it'
              )}
              {'. '}
              <a href={`/releases/${id}`}>
                The words<span class="usa-sr-only">{` that name ${name}`}</span>
              </a>
            </p>
          </Row>
        )
      }),
    )}
  </Rows>
)

/** What was typed for the day comes back when it is refused. */
const typedDate = (fields: FormFields = {}) => ({
  month: firstOf(fields, 'forDate-month'),
  day: firstOf(fields, 'forDate-day'),
  year: firstOf(fields, 'forDate-year'),
})

/** A referral as the place that was asked sees it: answer, learn who it is, confirm the arrival, sign a release. */
export const ReceivedReferralPage = (props: ReceivedProps) => {
  const { frame, referral, now, zone, base, errors = {} } = props
  const done = clockStoppedAt(referral.steps)
  return (
    <Page {...frame} title="Referral to you" hasErrors={Object.keys(errors).length > 0}>
      <ErrorSummary
        errors={Object.entries(errors).map(([field, message]) => ({
          field: field === 'forDate' || field === 'reason' ? `${field}-1` : field,
          message,
        }))}
      />
      <PageHeading
        over={
          <>
            {referral.from.name}, sent <When at={referral.submittedAt} now={now} zone={zone} />
          </>
        }
        title={referral.answer ? calledOf(referral.identity ?? {}) : needWords(referral.needs)}
      />
      <div class="cw-cols">
        <div class="stack gap-3">
          <Card now={!done} gap={3}>
            <Clock
              size="big"
              title={referral.answer ? 'You said yes' : 'They are waiting for your answer'}
              startAt={referral.submittedAt}
              dueAt={referral.answerDueAt}
              doneAt={done}
              now={now}
              zone={zone}
            />
            <DefinitionList
              items={[
                { term: 'Needs', value: needWords(referral.needs) },
                { term: 'Payer', value: payerWords(referral.payer) },
                { term: 'Contact', value: referral.agreesToContact ? 'Agreed' : contactWords(undefined) },
                ...(referral.answer?.forDate
                  ? [{ term: 'You said', value: `For ${calendarDay(referral.answer.forDate, now)}` }]
                  : []),
                ...(referral.from.phone
                  ? [
                      {
                        term: 'Call',
                        value: <a href={`tel:${referral.from.phone}`}>{referral.from.phone}</a>,
                      },
                    ]
                  : []),
              ]}
            />
            {!referral.answer && (
              <AnswerForm
                action={`${base}/answer`}
                about="1"
                errors={errors}
                date={typedDate(props.fields)}
                reason={firstOf(props.fields ?? {}, 'reason') || undefined}
              />
            )}
          </Card>
          <Who referral={referral} />
          <Arrival base={base} referral={referral} />
          <Card title="What happened" id="steps">
            <Steps
              steps={referral.steps.map((step) => ({
                title: step.step === 'submitted' ? `Sent by ${step.by}` : STEP_WORDS[step.step],
                is: 'done',
                note: (
                  <>
                    <When at={step.at} now={now} zone={zone} capital />,{' '}
                    {[step.member, step.by].filter(Boolean).join(', ')}
                    {step.personConfirms ? '. The person confirmed it' : ''}
                  </>
                ),
              }))}
            />
          </Card>
        </div>
        <div class="stack gap-3">
          <WhoCanSee can={[referral.to.name]} cannot={['Police', 'Courts', 'Other places']}>
            <b>Your answer stays with you.</b> {referral.from.name} sees what they sent, and what the person
            signs that they may know.
          </WhoCanSee>
          {props.releases && referral.answer && (
            <Card title="What others may be told" id="releases">
              <ReleaseRows {...props} />
              <SignRelease {...props} />
            </Card>
          )}
        </div>
      </div>
    </Page>
  )
}
