import type { ReleaseLine } from '#consent'
import {
  Alert,
  AS_IT_IS,
  Button,
  Card,
  CheckboxTile,
  CheckboxTiles,
  Clock,
  DefinitionList,
  ErrorSummary,
  Page,
  PageHeading,
  Row,
  Rows,
  Steps,
  TextArea,
  TextField,
  When,
  WhoCanSee,
  WordsWarning,
} from '#design'
import type { Frame } from '#identity'
import { DATA_CLASSES, POLICE_DATA_CLASSES } from '#kernel/data-classes.ts'
import { type FormFields, firstOf } from '#platform/http/form-body.ts'
import { AnswerForm } from './answer-form.page.tsx'
import { findingsInRelease } from './free-text.ts'
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
  readonly releases?: readonly ReleaseLine[] | undefined
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

const ReleaseForm = ({ base, referral, newReleaseId, fields = {}, errors = {} }: ReceivedProps) => (
  <form class="stack" method="post" action={`${base}/release`}>
    <p>
      Only if the person wants it: what may {referral.from.name} be told? Read it to them; they choose and
      sign. They get the same help either way.
    </p>
    <input type="hidden" name="id" value={newReleaseId ?? ''} />
    <CheckboxTiles
      name="dataClasses"
      legend={`What ${referral.from.name} may know`}
      options={Object.entries(POLICE_DATA_CLASSES).map(([value, label]) => ({ value, label }))}
      values={fields.dataClasses ?? []}
      error={errors.dataClasses}
    />
    <TextArea
      name="purpose"
      label="Why may they know?"
      hint="In the person’s words, such as “so that the officer knows I am safe”"
      value={firstOf(fields, 'purpose') || undefined}
      error={errors.purpose}
    />
    <WordsWarning fields={findingsInRelease(fields)} said={firstOf(fields, AS_IT_IS)} />
    <TextField
      name="days"
      label="For how many days?"
      inputmode="numeric"
      short
      value={firstOf(fields, 'days') || '90'}
      error={errors.days}
    />
    <TextField
      name="personName"
      label="The person’s name"
      autocomplete="off"
      value={firstOf(fields, 'personName') || undefined}
      error={errors.personName}
    />
    <CheckboxTiles
      name="isAdult"
      legend="Age"
      options={[{ value: 'yes', label: 'The person is 18 or older' }]}
      values={fields.isAdult ?? []}
      error={errors.isAdult}
    />
    <p class="muted">
      They can stop this on any day, by telling or writing to anybody at {referral.to.name}. It stops at once.
      What was told before cannot be taken back.
    </p>
    <TextField
      name="signature"
      label="Signature: the person types their name"
      autocomplete="off"
      value={firstOf(fields, 'signature') || undefined}
      error={errors.signature}
    />
    <p>
      <Button kind="outline" icon="pen">
        Sign
      </Button>
    </p>
  </form>
)

const ReleaseRows = ({ base, referral, releases = [], now, zone }: ReceivedProps) => (
  <Rows bare label="Releases">
    {releases.map((line) => {
      const endsAt = line.revokedAt ?? line.endedAt ?? line.expiresAt
      const isLive = !line.revokedAt && !line.endedAt && (!line.expiresAt || line.expiresAt > now)
      return (
        <Row
          title={isLive ? `${referral.from.name} may know` : 'Ended'}
          end={
            isLive && (
              <form method="post" action={`${base}/release/${line.id}/stop`}>
                <Button kind="danger" hiddenWords={` what ${referral.from.name} may know`}>
                  Stop
                </Button>
              </form>
            )
          }
        >
          <p>{line.dataClasses.map((dataClass) => DATA_CLASSES[dataClass]).join('. ')}.</p>
          <p class="muted">
            {line.revokedAt ? 'Stopped ' : isLive ? 'Until ' : 'Ended '}
            {endsAt ? (
              <When at={endsAt} now={now} zone={zone} as={isLive ? 'day' : 'stamp'} />
            ) : (
              'they stop it'
            )}
          </p>
        </Row>
      )
    })}
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
                  ? [{ term: 'You said', value: `For ${referral.answer.forDate}` }]
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
            <Card title="What the sender may be told" id="releases">
              <ReleaseRows {...props} />
              <ReleaseForm {...props} />
            </Card>
          )}
        </div>
      </div>
    </Page>
  )
}
