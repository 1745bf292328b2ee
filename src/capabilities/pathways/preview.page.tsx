import { Alert, Button, Card, Chips, Page, PageHeading, Reasons, Row, Rows } from '#design'
import type { Frame } from '#identity'
import type { Definition } from './definition.ts'
import { askedAfter, deadlineWords } from './pathway-sentences.ts'
import { OUTCOME_WORDS, type Outcome, POLICIES } from './pathway-words.ts'
import { type Answers, approversOf, type Finding, outcomeOf, walk } from './walk.ts'

/** The name of a question's field in a form. */
export const answerField = (questionId: string): string => `answer-${questionId}`

/** The answers in a form, to questions of this definition and no others. */
export const readAnswers = (definition: Definition, sentAs: (field: string) => string | undefined): Answers =>
  Object.fromEntries(
    definition.questions.flatMap(({ id, choices }) => {
      const value = sentAs(answerField(id))
      return choices.some((choice) => choice.id === value) ? [[id, value as string]] : []
    }),
  )

/** The questions of a pathway, all on one page: those that follow from an answer say from which. */
export const PathwayQuestions = ({
  definition,
  answers,
  tried,
}: {
  readonly definition: Definition
  readonly answers: Answers
  /** The form was sent: what still has no answer is said. */
  readonly tried: boolean
}) => {
  const missing = tried ? walk(definition, answers).next?.id : undefined
  return (
    <>
      {definition.questions.map((question) => {
        const after = askedAfter(definition, question)
        const hint = [after && `Only after ${after}`, question.hint].filter(Boolean).join('. ')
        const tell = question.choices.find(({ id }) => id === answers[question.id])?.tell
        return (
          <div class="stack gap-1">
            <Chips
              name={answerField(question.id)}
              legend={question.text}
              hint={hint || undefined}
              big
              choose="one"
              options={question.choices.map(({ id, label }) => ({ value: id, label }))}
              values={[answers[question.id] ?? '']}
              error={missing === question.id ? 'Choose an answer.' : undefined}
            />
            {tell && (
              <Alert kind="info">
                <p>{tell}</p>
              </Alert>
            )}
          </div>
        )
      })}
    </>
  )
}

export const OUTCOME_KIND: Readonly<Record<Outcome, 'success' | 'warning' | 'error'>> = {
  eligible: 'success',
  'presumptively-ineligible': 'warning',
  'hard-stop': 'error',
}

/** What the answers come to, why, and who has to say yes. */
export const FindingCard = ({ definition, finding }: { definition: Definition; finding: Finding }) => {
  const approvers = approversOf(definition, finding.outcome)
  return (
    <Card title="What it comes to" id="outcome">
      <Alert kind={OUTCOME_KIND[finding.outcome]} icon={finding.outcome === 'eligible' ? 'check' : 'alert'}>
        <p>
          <b>{OUTCOME_WORDS[finding.outcome]}</b>
        </p>
      </Alert>
      <Reasons
        label="Why"
        reasons={[
          ...finding.missed.map(({ label }) => ({ is: 'no' as const, words: label })),
          ...finding.met.map(({ label }) => ({ is: 'yes' as const, words: label })),
        ]}
      />
      <p>
        {approvers.length === 0
          ? 'It ends here, and cannot be overridden.'
          : `${finding.outcome === 'eligible' ? 'To say yes' : 'To override, with a reason, and to say yes'}: ${approvers
              .map((one) => POLICIES[one].toLowerCase())
              .join(', then ')}.`}
      </p>
    </Card>
  )
}

export type PreviewProps = {
  readonly frame: Frame
  readonly pathwayId: string
  readonly definition: Definition
  readonly isDraft: boolean
  readonly answers: Answers
  /** The form was sent, not only opened. */
  readonly tried: boolean
}

/** A pathway as an officer would meet it; nothing is kept. */
export const PreviewPage = ({ frame, pathwayId, definition, isDraft, answers, tried }: PreviewProps) => {
  const finding = outcomeOf(definition, answers)
  const missing = tried ? walk(definition, answers).next?.id : undefined
  const base = `/pathways/${pathwayId}`
  return (
    <Page {...frame} title={`Try: ${definition.name}`} hasErrors={missing !== undefined}>
      <PageHeading
        over={<a href={isDraft ? `${base}/draft` : base}>{definition.name}</a>}
        title="Try it as an officer would"
        note="Nothing you choose here is kept."
      />
      <div class="cw-cols half">
        <form method="get" action={`${base}/preview`} class="stack gap-3">
          {isDraft && <input type="hidden" name="draft" value="1" />}
          <input type="hidden" name="tried" value="1" />
          <PathwayQuestions definition={definition} answers={answers} tried={tried} />
          <p class="cw-ask">
            <Button icon="go">See what it comes to</Button>
          </p>
        </form>
        <div class="stack gap-3">
          {tried && finding && <FindingCard definition={definition} finding={finding} />}
          <Card title="Clocks" id="clocks">
            {definition.deadlines.length === 0 && <p class="muted">No clock runs on this pathway.</p>}
            <Rows plain bare>
              {definition.deadlines.map((one) => (
                <Row title={one.label}>
                  <p>{deadlineWords(one)}</p>
                </Row>
              ))}
            </Rows>
          </Card>
        </div>
      </div>
    </Page>
  )
}
