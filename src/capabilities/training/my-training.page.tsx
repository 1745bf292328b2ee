import {
  Alert,
  ButtonLink,
  Card,
  EmptyState,
  Glyph,
  Page,
  PageHeading,
  Progress,
  Row,
  Rows,
  Section,
} from '#design'
import type { Frame } from '#identity'
import type { Role } from '#kernel/actor.ts'
import type { Day } from '#kernel/calendar-day.ts'
import type { AttitudeMoment } from './attitude.ts'
import { StandingState } from './board.page.tsx'
import type { CompletionRow } from './completion.store.ts'
import { CertificateRows } from './person.page.tsx'
import type { Gated } from './setting.ts'
import type { GateAnswer, Standing } from './standing.ts'
import { TrainingTabs } from './training-tabs.page.tsx'
import { missingWords, standingLine, stoppedWords } from './training-words.ts'

/** A course as it stands for whoever looks. */
export type CatalogueLine = {
  readonly slug: string
  readonly title: string
  readonly minutes: number
  readonly about: string
  /** Undefined: it is not asked of them. */
  readonly standing: Standing | undefined
  /** How far they are, in screens; undefined: not begun, or finished since. */
  readonly at: { readonly screen: string; readonly number: number; readonly of: number } | undefined
  readonly isFinished: boolean
}

export type MyTrainingProps = {
  readonly frame: Frame
  readonly roles: readonly Role[]
  readonly catalogue: readonly CatalogueLine[]
  readonly completions: readonly CompletionRow[]
  readonly stopped: readonly (GateAnswer & { readonly what: Gated })[]
  readonly surveys: readonly {
    readonly course: string
    readonly title: string
    readonly moment: AttitudeMoment
  }[]
  readonly titleOf: (slug: string) => string
  readonly today: Day
  readonly said: 'thanks' | undefined
}

const isOpen = ({ standing }: CatalogueLine): boolean => standing !== undefined && standing.is !== 'current'

const CourseRow = ({ line }: { line: CatalogueLine }) => {
  const { slug, title, minutes, about, standing, at, isFinished } = line
  return (
    <Row
      mark={
        <Glyph name={isFinished && !isOpen(line) ? 'check' : 'cap'} kind={isOpen(line) ? 'amber' : 'teal'} />
      }
      title={<a href={`/training/courses/${slug}`}>{title}</a>}
      end={
        <>
          {standing && <StandingState is={standing.is} />}
          <ButtonLink
            kind={isOpen(line) ? 'primary' : 'outline'}
            href={at ? `/training/courses/${slug}/${at.screen}` : `/training/courses/${slug}`}
            hiddenWords={`: ${title}`}
          >
            {at ? 'Go on' : isFinished ? 'Look again' : 'Begin'}
          </ButtonLink>
        </>
      }
    >
      <p>
        {standing && standing.is !== 'current' ? `${standingLine(standing)}. ${minutes} minutes.` : about}
      </p>
      {at && (
        <Progress id={`at-${slug}`} label={`Screen ${at.number} of ${at.of}`} value={at.number} max={at.of} />
      )}
      {!standing && <p class="muted">{minutes} minutes</p>}
    </Row>
  )
}

const headline = (catalogue: readonly CatalogueLine[]): string => {
  const open = catalogue.filter(isOpen)
  const late = open.filter(({ standing }) => standing?.is === 'overdue').length
  if (late > 0) return late === 1 ? 'One course is late' : `${late} courses are late`
  if (open.length > 0) return open.length === 1 ? 'One course is due' : `${open.length} courses are due`
  return catalogue.some(({ standing }) => standing) ? 'Your training is up to date' : 'Courses'
}

const MOMENT_WORDS = {
  before: 'before the course',
  after: 'after the course',
  '30-days': 'a month on',
  '6-months': 'half a year on',
} as const

/** What a member is to learn, can learn, and has learned. */
export const MyTrainingPage = (props: MyTrainingProps) => {
  const { frame, roles, catalogue, completions, stopped, surveys, titleOf, today, said } = props
  const open = catalogue.filter(isOpen)
  const others = catalogue.filter((line) => !isOpen(line))
  return (
    <Page {...frame} title="My training" narrow>
      <div class="stack gap-3">
        <TrainingTabs roles={roles} current="/training" />
        <PageHeading over="My training" title={headline(catalogue)} />
        {said && (
          <Alert kind="success" live>
            <p>
              <b>Thank you.</b> It is kept without your name.
            </p>
          </Alert>
        )}
        {stopped.map(({ what, ...answer }) => (
          <Alert kind={answer.mode === 'block' ? 'error' : 'warning'} icon="alert">
            <p>
              <b>{stoppedWords(what, answer)}</b> {missingWords(answer, titleOf)}
            </p>
          </Alert>
        ))}
        {surveys.map(({ course, title, moment }) => (
          <Alert
            kind="info"
            icon="chat"
            action={
              <ButtonLink kind="outline" href={`/training/courses/${course}/survey/${moment}`}>
                Say it
              </ButtonLink>
            }
          >
            <p>
              <b>
                {title}: what do you think {MOMENT_WORDS[moment]}?
              </b>{' '}
              A minute, without your name.
            </p>
          </Alert>
        ))}
        {open.length > 0 && (
          <Section id="due" title="To finish">
            <Rows now label="Courses to finish">
              {open.map((line) => (
                <CourseRow line={line} />
              ))}
            </Rows>
          </Section>
        )}
        {completions.length > 0 && (
          <Section id="certificates" title="Your certificates">
            <CertificateRows completions={completions} today={today} />
          </Section>
        )}
        <Section id="courses" title={open.length > 0 ? 'Other courses' : 'All courses'}>
          {others.length === 0 ? (
            <EmptyState icon="cap" title="You are asked for every course">
              When you have finished them, you can look at each again here.
            </EmptyState>
          ) : (
            <Rows label="Courses">
              {others.map((line) => (
                <CourseRow line={line} />
              ))}
            </Rows>
          )}
        </Section>
        <Card title="Here in your county" id="here">
          <p>
            The places that help, and whom to call. <a href="/training/local">Local page</a>
          </p>
        </Card>
      </div>
    </Page>
  )
}
