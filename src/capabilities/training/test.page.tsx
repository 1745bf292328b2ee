import {
  Alert,
  Button,
  ButtonLink,
  Card,
  ErrorSummary,
  Page,
  PageHeading,
  RadioTiles,
  Row,
  Rows,
  Section,
  State,
} from '#design'
import type { Frame } from '#identity'
import type { AttemptRow } from './attempt.store.ts'
import type { Course, Question } from './course.ts'
import type { Paper } from './paper.ts'

export type TestProps = {
  readonly frame: Frame
  readonly course: Course
  readonly attemptId: string
  readonly paper: Paper
  /** What was chosen, when it came back. */
  readonly chosen: (questionId: string) => string
  readonly unanswered: readonly string[]
  readonly passMark: number
}

/** The questions of a test, all on one page: it is drawn anew each time. */
export const TestPage = ({ frame, course, attemptId, paper, chosen, unanswered, passMark }: TestProps) => (
  <Page {...frame} title={`Test: ${course.title}`} narrow field hasErrors={unanswered.length > 0}>
    <form method="post" action={`/training/courses/${course.slug}/test`} class="stack gap-3" novalidate>
      <input type="hidden" name="attempt" value={attemptId} />
      <PageHeading
        over={<a href={`/training/courses/${course.slug}`}>{course.title}</a>}
        title="Test"
        note={`${paper.length} questions. ${passMark} percent right passes, and you can take it again.`}
      />
      <ErrorSummary
        errors={unanswered.map((id) => ({
          field: id,
          message: `Question ${paper.findIndex((one) => one.id === id) + 1} has no answer yet.`,
        }))}
      />
      {paper.map((question, index) => (
        <Card>
          <RadioTiles
            name={question.id}
            legend={`${index + 1}. ${question.text}`}
            value={chosen(question.id) || undefined}
            error={unanswered.includes(question.id) ? 'Choose an answer.' : undefined}
            options={question.choices.map(({ id, text }) => ({ value: id, label: text }))}
          />
        </Card>
      ))}
      <p>
        <Button big icon="check">
          Finish the test
        </Button>
      </p>
    </form>
  </Page>
)

export type ResultProps = {
  readonly frame: Frame
  readonly course: Course
  readonly attempt: AttemptRow
  /** They have not said yet what they think after the course. */
  readonly asksAfter: boolean
}

const WrongRow = ({ question, chosen, course }: { question: Question; chosen: string; course: Course }) => {
  const screen = course.screens.find(({ slug }) => slug === question.screen)
  return (
    <Row title={question.text} end={<State is="bad">Not right</State>}>
      <p class="muted">You chose: {question.choices.find(({ id }) => id === chosen)?.text}</p>
      <p>
        <b>Right: {question.choices.find(({ isRight }) => isRight)?.text}.</b> {question.why}
      </p>
      {screen && (
        <p>
          <a href={`/training/courses/${course.slug}/${screen.slug}`}>Read “{screen.title}” again</a>
        </p>
      )}
    </Row>
  )
}

/** How a test went: the certificate, or what to read again; each wrong answer with why, and its screen. */
export const ResultPage = ({ frame, course, attempt, asksAfter }: ResultProps) => {
  const base = `/training/courses/${course.slug}`
  const wrong = attempt.answers.filter(({ right }) => !right)
  const { passed, rightCount, askedCount, passMark } = attempt
  return (
    <Page {...frame} title={passed ? 'Passed' : 'Not yet passed'} narrow field>
      <div class="stack gap-3">
        <PageHeading
          over={<a href={base}>{course.title}</a>}
          title={passed ? 'You passed' : 'Not yet'}
          note={`${rightCount} of ${askedCount} right; ${passMark} percent are needed.`}
        />
        {passed ? (
          <Alert
            kind="success"
            live
            action={
              <ButtonLink kind="outline" href="/training#certificates">
                Your certificates
              </ButtonLink>
            }
          >
            <p>
              <b>Your certificate is there.</b>{' '}
              {course.practice.length > 0 &&
                'An instructor signs the hands-on part when they have seen you do it.'}
            </p>
          </Alert>
        ) : (
          <Alert
            kind="warning"
            live
            icon="info"
            action={<ButtonLink href={`${base}/test`}>Take it again</ButtonLink>}
          >
            <p>
              <b>Read what is below, and take it again.</b> Other questions come then. Nobody counts how
              often.
            </p>
          </Alert>
        )}
        {asksAfter && (
          <Card title="One minute more" id="after">
            <p>What do you think now? It is kept without your name.</p>
            <p>
              <ButtonLink kind={passed ? 'primary' : 'outline'} href={`${base}/survey/after`}>
                Say what you think
              </ButtonLink>
            </p>
          </Card>
        )}
        {wrong.length > 0 && (
          <Section
            id="wrong"
            title={wrong.length === 1 ? 'One answer to look at' : `${wrong.length} answers to look at`}
          >
            <Rows plain label="Answers to look at">
              {wrong.flatMap(({ id, chosen }) => {
                const question = course.bank.find((one) => one.id === id)
                return question ? [<WrongRow question={question} chosen={chosen} course={course} />] : []
              })}
            </Rows>
          </Section>
        )}
      </div>
    </Page>
  )
}
