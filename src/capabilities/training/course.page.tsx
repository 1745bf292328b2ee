import { Alert, ButtonLink, DefinitionList, Page, PageHeading, Row, Rows, Section } from '#design'
import type { Frame } from '#identity'
import { dayWords } from '#kernel/calendar-day.ts'
import type { Course } from './course.ts'
import type { Standing } from './standing.ts'
import { standingLine } from './training-words.ts'

export type CourseProps = {
  readonly frame: Frame
  readonly course: Course
  readonly standing: Standing | undefined
  /** Where they left off. */
  readonly at: string | undefined
  readonly isFinished: boolean
  /** They have not said yet what they think before the course. */
  readonly asksBefore: boolean
  readonly passMark: number
  readonly questions: number
  /** They may take the course along, to put it into another system. */
  readonly packs: boolean
}

/** What a course is about, what it asks, and its screens. */
export const CoursePage = (props: CourseProps) => {
  const { frame, course, standing, at, isFinished, asksBefore, passMark, questions, packs } = props
  const base = `/training/courses/${course.slug}`
  const first = course.screens[0]?.slug ?? ''
  return (
    <Page {...frame} title={course.title} narrow field>
      <div class="stack gap-3">
        <p>
          <a href="/training">My training</a>
        </p>
        <PageHeading title={course.title} note={course.about} />
        {standing && standing.is !== 'current' && (
          <Alert kind={standing.is === 'overdue' ? 'error' : 'warning'} icon="clock">
            <p>
              <b>{standingLine(standing)}.</b>
            </p>
          </Alert>
        )}
        <p class="flow">
          <ButtonLink
            big
            href={at ? `${base}/${at}` : asksBefore ? `${base}/survey/before` : `${base}/${first}`}
            icon="go"
          >
            {at ? 'Go on where you left off' : isFinished ? 'Look again' : 'Begin'}
          </ButtonLink>
          <ButtonLink kind="outline" href={`${base}/test`}>
            {isFinished ? 'Take the test again' : 'Straight to the test'}
          </ButtonLink>
        </p>
        <DefinitionList
          items={[
            { term: 'Takes', value: `${course.minutes} minutes, and can be stopped at any time` },
            {
              term: 'Test',
              value: `${questions} questions, ${passMark} percent right to pass, as often as you like`,
            },
            {
              term: 'Version',
              value: `${course.version}, sources checked ${dayWords(course.reviewedOn, 'en')}`,
            },
          ]}
        />
        <Section id="learn" title="What you can do afterwards">
          <ul class="cw-prose">
            {course.objectives.map((one) => (
              <li>{one}</li>
            ))}
          </ul>
        </Section>
        <Section id="screens" title="Screens">
          <Rows plain ordered label="Screens">
            {course.screens.map((screen) => (
              <Row title={<a href={`${base}/${screen.slug}`}>{screen.title}</a>} />
            ))}
          </Rows>
        </Section>
        {packs && (
          <p>
            <a href={`${base}/scorm.zip`}>The course as a SCORM 1.2 package</a>, to run it in another learning
            system.
          </p>
        )}
      </div>
    </Page>
  )
}
