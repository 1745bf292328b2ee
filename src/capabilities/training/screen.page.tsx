import { raw } from 'hono/html'
import { Alert, Button, ButtonLink, Card, More, Page, PageHeading, Progress, RadioTiles } from '#design'
import type { Frame } from '#identity'
import type { Course, Question, ScenarioStep, Screen, Source } from './course.ts'
import { withLocalWords } from './local-words.ts'

export type ScreenProps = {
  readonly frame: Frame
  readonly course: Course
  readonly screen: Screen
  /** Counted from 0. */
  readonly at: number
  /** What was chosen in the check, if anything was. */
  readonly chosen: string
  /** Where somebody is in the scenario; empty: at its beginning. */
  readonly step: string
  /** The agency's own words. */
  readonly slots: Readonly<Record<string, string>>
  readonly sources: readonly Source[]
}

/** The words of a course, as its reader made them from Markdown: clean, and ours. */
export const CourseWords = ({
  html,
  course,
  slots,
}: { html: string } & Pick<ScreenProps, 'course' | 'slots'>) => (
  <div class="cw-prose stack">{raw(withLocalWords(course, html, slots))}</div>
)

const Sources = ({ sources }: { sources: readonly Source[] }) => (
  <More
    summary={sources.length === 1 ? 'Where this comes from' : `Where this comes from (${sources.length})`}
  >
    <ul>
      {sources.map(({ title, publisher, year, url }) => (
        <li>
          <a href={url} rel="noreferrer">
            {title}
          </a>
          {`. ${[publisher, year].filter(Boolean).join(', ')}`}
        </li>
      ))}
    </ul>
  </More>
)

/** One question by itself: answered, it says at once whether that is right, and why. Nobody keeps what was answered. */
const Check = ({ question, chosen, action }: { question: Question; chosen: string; action: string }) => {
  const choice = question.choices.find(({ id }) => id === chosen)
  return (
    <Card title="Check" id="check">
      <form method="get" action={`${action}#check`} class="stack">
        <RadioTiles
          name="answer"
          legend={question.text}
          value={choice?.id}
          required
          options={question.choices.map(({ id, text }) => ({ value: id, label: text }))}
        />
        {choice && (
          <Alert kind={choice.isRight ? 'success' : 'warning'} icon={choice.isRight ? 'check' : 'info'} live>
            <p>
              <b>{choice.isRight ? 'Right.' : 'Not this one.'}</b> {question.why}
            </p>
          </Alert>
        )}
        <p>
          <Button kind="outline">{choice ? 'Answer again' : 'Answer'}</Button>
        </p>
      </form>
    </Card>
  )
}

const Scenario = ({
  steps,
  step,
  action,
  course,
  slots,
}: {
  steps: readonly ScenarioStep[]
  step: string
  action: string
} & Pick<ScreenProps, 'course' | 'slots'>) => {
  const here = steps.find(({ id }) => id === step) ?? steps[0]
  if (!here) return null
  return (
    <Card title="What do you do?" id="scenario">
      <CourseWords html={here.html} course={course} slots={slots} />
      {here.choices.length > 0 ? (
        <ul class="stack plain">
          {here.choices.map(({ text, to }) => (
            <li>
              <ButtonLink kind="outline" wide href={`${action}?step=${to}#scenario`}>
                {text}
              </ButtonLink>
            </li>
          ))}
        </ul>
      ) : (
        <p>
          <a href={`${action}#scenario`}>Decide once more, from the beginning</a>
        </p>
      )}
      <p class="muted">Never scored. Nobody sees what you choose.</p>
    </Card>
  )
}

/** One short screen of a course; the next is one press away. */
export const ScreenPage = ({ frame, course, screen, at, chosen, step, slots, sources }: ScreenProps) => {
  const base = `/training/courses/${course.slug}`
  const here = `${base}/${screen.slug}`
  const before = course.screens[at - 1]
  const next = course.screens[at + 1]
  return (
    <Page {...frame} title={`${screen.title}: ${course.title}`} narrow field>
      <div class="stack gap-3">
        <Progress
          id="progress"
          label={
            <>
              <a href={base}>{course.title}</a>, screen {at + 1} of {course.screens.length}
            </>
          }
          value={at + 1}
          max={course.screens.length}
        />
        <PageHeading title={screen.title} />
        {screen.html && <CourseWords html={screen.html} course={course} slots={slots} />}
        {screen.scenario && (
          <Scenario steps={screen.scenario} step={step} action={here} course={course} slots={slots} />
        )}
        {screen.check && <Check question={screen.check} chosen={chosen} action={here} />}
        {sources.length > 0 && <Sources sources={sources} />}
        <nav class="split" aria-label="Screens">
          {before ? (
            <ButtonLink kind="outline" href={`${base}/${before.slug}`} rel="prev">
              Back
            </ButtonLink>
          ) : (
            <span />
          )}
          <ButtonLink big href={next ? `${base}/${next.slug}` : `${base}/test`} rel="next">
            {next ? 'Next' : 'To the test'}
          </ButtonLink>
        </nav>
      </div>
    </Page>
  )
}
