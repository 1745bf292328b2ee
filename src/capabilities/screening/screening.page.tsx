import {
  Alert,
  AS_IT_IS,
  Button,
  ButtonLink,
  Card,
  ErrorSummary,
  Page,
  PageHeading,
  RadioTiles,
  TextField,
  WhoCanSee,
  WordsWarning,
} from '#design'
import type { Frame } from '#identity'
import {
  type Answers,
  type Definition,
  decisionOf,
  FindingCard,
  PATHWAY_WORDS,
  PathwayQuestions,
} from '#pathways'
import { type FormFields, firstOf } from '#platform/http/form-body.ts'
import { DecisionCard } from './decision-card.page.tsx'
import type { ScreenedReferral } from './list-screening.ts'
import { reasonFindings } from './override-reason.ts'

export type ScreeningProps = {
  readonly frame: Frame
  readonly referralId: string
  readonly called: string
  readonly organizationName: string
  readonly definition: Definition
  readonly versionNumber: number
  /** What stands, unless it is asked to be answered again. */
  readonly decision: ScreenedReferral | undefined
  /** The id that the next decision will have. */
  readonly decisionId: string
  readonly answers: Answers
  /** What was sent; undefined before anything was. */
  readonly sent?: FormFields | undefined
  readonly errors: Readonly<Record<string, string>>
  readonly now: Date
  readonly zone: string
}

/** Asked only of somebody who is presumptively ineligible: leave it at that, or ask for an override. */
const OverridePart = ({ definition, sent = {}, errors }: ScreeningProps) => {
  const reason = firstOf(sent, 'reason')
  return (
    <>
      <RadioTiles
        name="override"
        legend="What now?"
        error={errors.override}
        value={firstOf(sent, 'override') || undefined}
        options={[
          { value: 'no', label: 'Leave it at that', hint: 'They can be referred again when things change' },
          {
            value: 'yes',
            label: 'Ask to override it',
            hint: `${PATHWAY_WORDS.approvers[definition.approval.override]} decides, and it cannot be you`,
          },
        ]}
      />
      <TextField
        name="reason"
        label="Why should they take part?"
        hint="If you ask. Whoever approves reads this sentence: no names, nothing from a record"
        value={reason}
        error={errors.reason}
        maxlength={300}
        autocomplete="off"
      />
      <WordsWarning fields={reasonFindings(reason)} said={firstOf(sent, AS_IT_IS)} />
    </>
  )
}

const AnswersForm = (props: ScreeningProps) => {
  const { referralId, decisionId, definition, answers, sent, errors } = props
  const finding = sent && decisionOf(definition, answers)
  const isMissed = finding?.outcome === 'presumptively-ineligible'
  return (
    <form method="post" action={`/referrals/${referralId}/screening`} class="stack gap-3" novalidate>
      <input type="hidden" name="id" value={decisionId} />
      <ErrorSummary errors={Object.entries(errors).map(([field, message]) => ({ field, message }))} />
      {isMissed && <FindingCard definition={definition} finding={finding} />}
      {isMissed && <OverridePart {...props} />}
      {isMissed && <h2>Your answers</h2>}
      <PathwayQuestions definition={definition} answers={answers} tried={sent !== undefined} />
      <p class="cw-ask">
        <Button big icon="check">
          {isMissed ? 'Record the decision' : 'See what it comes to, and record it'}
        </Button>
      </p>
    </form>
  )
}

/** On these pathways a diversion follows. */
const DIVERTS: readonly Definition['kind'][] = [
  'officer-intervention',
  'officer-prevention',
  'community-response',
]

/** The criteria of a referral's pathway, as they were when it was made, and the decision with its approvals. */
export const ScreeningPage = (props: ScreeningProps) => {
  const { frame, referralId, called, organizationName, definition, versionNumber, decision, errors } = props
  return (
    <Page
      {...frame}
      title={`${definition.name}: criteria`}
      narrow
      field
      hasErrors={Object.keys(errors).length > 0}
    >
      <div class="stack gap-3">
        <PageHeading
          over={<a href={`/referrals/${referralId}`}>Referral: {called}</a>}
          title={`${definition.name}: criteria`}
          note={`Version ${versionNumber}, as it held when the referral was made.`}
        />
        {errors.asked && (
          <Alert kind="error">
            <p>{errors.asked}</p>
          </Alert>
        )}
        {decision ? (
          <>
            <DecisionCard {...props} decision={decision} />
            {decision.standing === 'approved' && DIVERTS.includes(definition.kind) && (
              <p>
                <ButtonLink big icon="go" href={`/referrals/${referralId}/diversion`}>
                  Go on: open the diversion
                </ButtonLink>
              </p>
            )}
            <p>
              <ButtonLink kind="outline" icon="undo" href={`/referrals/${referralId}/screening?again=1`}>
                Answer again
              </ButtonLink>
            </p>
          </>
        ) : (
          <AnswersForm {...props} />
        )}
        <Card title="Documents" id="documents">
          {definition.documents.length === 0 ? (
            <p class="muted">None is asked for.</p>
          ) : (
            <ul>
              {definition.documents.map(({ label }) => (
                <li>{label}</li>
              ))}
            </ul>
          )}
        </Card>
        <WhoCanSee can={[organizationName]} cannot={['The place you asked', 'Other police', 'Courts']}>
          <b>Only {organizationName} sees this.</b> Kept is whether each criterion was met, never the answer
          or the record behind it. What a check of records came to is kept without its reason. Whoever
          approves sees the pathway and what was not met, and not who it is about.
        </WhoCanSee>
      </div>
    </Page>
  )
}
