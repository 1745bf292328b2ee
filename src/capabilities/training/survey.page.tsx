import { Button, ButtonLink, Card, Chips, Page, PageHeading, WhoCanSee } from '#design'
import type { Frame } from '#identity'
import { type AttitudeMoment, SCALE } from './attitude.ts'
import type { Course } from './course.ts'

const WORDS = ['Not at all', 'Rather not', 'In between', 'Rather', 'Fully'] as const

/** A few sentences on what somebody thinks, in the same words before and after; each can be left out. */
export const SurveyPage = ({
  frame,
  course,
  moment,
  onward,
}: {
  frame: Frame
  course: Course
  moment: AttitudeMoment
  /** Where it goes on for whoever says nothing. */
  onward: string
}) => (
  <Page {...frame} title="What do you think?" narrow field>
    <form method="post" action={`/training/courses/${course.slug}/survey/${moment}`} class="stack gap-3">
      <PageHeading
        over={course.title}
        title="What do you think?"
        note="There is no right answer. Leave out what you like."
      />
      {course.attitudes.map(({ id, text }) => (
        <Card>
          <Chips
            name={id}
            legend={text}
            choose="one"
            options={SCALE.map((value) => ({ value: String(value), label: WORDS[value - 1] ?? '' }))}
          />
        </Card>
      ))}
      <p class="flow">
        <Button icon="go">Go on</Button>
        <ButtonLink kind="outline" href={onward}>
          Say nothing
        </ButtonLink>
      </p>
      <WhoCanSee cannot={['Your supervisors', 'Whoever keeps the accounts']}>
        <b>Nobody sees what you answer.</b> It is kept without your name and without a day, and shown only of
        eleven people or more together.
      </WhoCanSee>
    </form>
  </Page>
)
