import { Card, ChipLinks, DataTable, EmptyState, Page, PageHeading, Section } from '#design'
import type { Frame } from '#identity'
import type { Role } from '#kernel/actor.ts'
import { ATTITUDE_MOMENTS, type GroupMean } from './attitude.ts'
import type { AttitudeLine } from './count-attitudes.ts'
import type { Course } from './course.ts'
import { FEWEST_ANSWERS, type ItemStatistics } from './item-statistics.ts'
import { TrainingTabs } from './training-tabs.page.tsx'

export type ResultsProps = {
  readonly frame: Frame
  readonly roles: readonly Role[]
  readonly courses: readonly Pick<Course, 'slug' | 'title'>[]
  readonly course: Course
  readonly attitudes: readonly AttitudeLine[]
  readonly items: readonly ItemStatistics[]
}

const ADVICE = {
  'too-few': `Fewer than ${FEWEST_ANSWERS} answers: nothing can be said`,
  'too-easy': 'Nearly everybody knows it',
  'too-hard': 'Hardly anybody knows it: look at its words, and at its screen',
  misleads: 'Those who know the rest get it wrong: look at its words',
} as const

const MOMENTS = {
  before: 'Before',
  after: 'After',
  '30-days': 'A month on',
  '6-months': 'Half a year on',
} as const

const WIDTH = 220
const HEIGHT = 16
const placeOf = (value: number): number => 8 + ((value - 1) / 4) * (WIDTH - 16)

/** A mean as a dot on the scale, with the stretch in which it could lie. */
const Whisker = ({ mean, low, high, people }: GroupMean) => (
  <svg
    class="cw-whisker"
    viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
    width={WIDTH}
    height={HEIGHT}
    role="img"
    aria-label={`${mean.toFixed(1)} of 5, likely between ${low.toFixed(1)} and ${high.toFixed(1)}, ${people} people`}
  >
    <path class="scale" d={`M${placeOf(1)} 8H${placeOf(5)}`} />
    <path class="likely" d={`M${placeOf(low)} 8H${placeOf(high)}`} />
    <circle cx={placeOf(mean)} cy="8" r="5" />
  </svg>
)

const Sentence = ({ line, text, reversed }: { line: AttitudeLine; text: string; reversed: boolean }) => (
  <li>
    <div class="stack gap-1">
      <h3 class="title">
        {text}
        {reversed && <span class="muted"> (turned: right is what the course hopes for)</span>}
      </h3>
      {ATTITUDE_MOMENTS.map((moment) => {
        const found = line.moments[moment]
        return (
          <p class="flow">
            <span>{MOMENTS[moment]}</span>
            {found ? (
              <>
                <Whisker {...found} />
                <b>{found.mean.toFixed(1)}</b>
                <span class="muted">
                  {found.low.toFixed(1)} to {found.high.toFixed(1)}, {found.people} people
                </span>
              </>
            ) : (
              <span class="muted">Fewer than eleven</span>
            )}
          </p>
        )
      })}
    </div>
  </li>
)

/** What came of a course: what people think, of eleven or more together, and how its questions do. */
export const ResultsPage = ({ frame, roles, courses, course, attitudes, items }: ResultsProps) => (
  <Page {...frame} title="What works">
    <div class="stack gap-3">
      <TrainingTabs roles={roles} current="/training/results" />
      <PageHeading over="What works" title={course.title} />
      <ChipLinks
        label="Course"
        links={courses.map(({ slug, title }) => ({
          href: `/training/results?course=${slug}`,
          label: title,
          current: slug === course.slug,
        }))}
      />
      <Section id="attitudes" title="What people think">
        <p class="muted">
          From 1, not at all, to 5, fully. The line is where the mean of such a group likely lies (95 of 100).
          These are not the same people before and after one by one: who said what, nobody knows. Months that
          are over are counted, eleven people at a time.
        </p>
        <Card>
          <ul class="cw-rows bare">
            {course.attitudes.map(({ id, text, reversed }) => (
              <Sentence
                text={text}
                reversed={reversed}
                line={
                  attitudes.find(({ item }) => item === id) ?? { course: course.slug, item: id, moments: {} }
                }
              />
            ))}
          </ul>
        </Card>
      </Section>
      <Section id="questions" title="How the questions do">
        {items.length === 0 ? (
          <EmptyState icon="chart" title="Nobody has finished this test yet">
            When members finish it, each question stands here with how many got it right.
          </EmptyState>
        ) : (
          <div class="cw-card flush">
            <DataTable
              id="items"
              caption={`Questions of version ${course.version}`}
              rows={items}
              columns={[
                { title: 'Question', cell: ({ id }) => course.bank.find((one) => one.id === id)?.text ?? id },
                { title: 'Asked', number: true, cell: ({ asked }) => asked },
                {
                  title: 'Right',
                  number: true,
                  cell: ({ difficulty }) => `${Math.round(difficulty * 100)}%`,
                },
                {
                  title: 'Tells apart',
                  number: true,
                  cell: ({ discrimination }) => discrimination?.toFixed(2) ?? <span class="muted">–</span>,
                },
                { title: 'What to do', cell: ({ advice }) => (advice ? ADVICE[advice] : 'Nothing') },
              ]}
            />
          </div>
        )}
        <p class="muted">
          “Tells apart” is how far a right answer goes with the rest of the test: above 0.2 is good, below 0
          misleads.
        </p>
      </Section>
    </div>
  </Page>
)
