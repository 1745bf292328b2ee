import {
  Alert,
  Button,
  ButtonLink,
  Card,
  ChipLinks,
  EmptyState,
  Face,
  Page,
  PageHeading,
  Pagination,
  Row,
  Rows,
  Section,
  ShareBar,
  State,
  TextField,
} from '#design'
import type { Frame } from '#identity'
import type { Role } from '#kernel/actor.ts'
import type { Board, BoardPerson } from './board.ts'
import {
  type BoardSearch,
  type BoardShown,
  boardAddress,
  PEOPLE_A_PAGE,
  searchBoard,
} from './board-search.ts'
import { GATED, type Setting } from './setting.ts'
import type { Standing } from './standing.ts'
import { isOneOf, KEEPERS, TrainingTabs } from './training-tabs.page.tsx'
import { GATED_WORDS, missingWords, STANDING_WORDS, standingLine, stoppedWords } from './training-words.ts'

export type BoardProps = {
  readonly frame: Frame
  readonly roles: readonly Role[]
  readonly organizationName: string
  readonly board: Board & { readonly setting: Setting }
  readonly search: BoardSearch
  readonly titleOf: (slug: string) => string
}

const SHAPES = { current: 'open', 'ends-soon': 'soon', due: 'soon', overdue: 'bad' } as const

/** How somebody stands with a course, as shape and word. */
export const StandingState = ({ is }: { is: Standing['is'] }) => (
  <State is={SHAPES[is]}>{STANDING_WORDS[is]}</State>
)

const CourseBars = ({ board, titleOf }: BoardProps) => (
  <Card title="By course" id="courses">
    <ul class="cw-rows bare">
      {[...board.counts].map(([course, count]) => (
        <li>
          <div>
            <h3 class="title">{titleOf(course)}</h3>
            <ShareBar
              label={titleOf(course)}
              shares={[
                { is: 'good', count: count.current, label: 'trained' },
                { is: 'near', count: count['ends-soon'], label: 'end soon' },
                { is: 'open', count: count.due, label: 'due' },
                { is: 'late', count: count.overdue, label: 'late' },
              ]}
            />
          </div>
        </li>
      ))}
    </ul>
  </Card>
)

const Stopped = ({ board, search }: BoardProps) => {
  const gates = GATED.filter((what) => board.stopped[what] > 0)
  return (
    <>
      {gates.map((what) => {
        const stops = board.setting.gates[what]?.mode === 'block'
        const count = board.stopped[what]
        return (
          <Alert
            kind={stops ? 'error' : 'warning'}
            icon="alert"
            action={
              <ButtonLink kind="outline" href={boardAddress(search, { show: what, words: '' })}>
                Who
              </ButtonLink>
            }
          >
            <p>
              <b>
                {count} {stops ? 'may not' : 'should not'} {GATED_WORDS[what]} today
              </b>
              , because training that it needs is missing.
            </p>
          </Alert>
        )
      })}
    </>
  )
}

const CHIPS: readonly (readonly [BoardShown | undefined, string])[] = [
  [undefined, 'Everybody'],
  ['overdue', 'Late'],
  ['due', 'Due'],
  ['ends-soon', 'End soon'],
]

const PersonRow = ({ one, titleOf }: { one: BoardPerson; titleOf: BoardProps['titleOf'] }) => {
  const open = [...one.standings].filter(([, { is }]) => is !== 'current')
  return (
    <Row
      mark={<Face name={one.person.name} />}
      title={<a href={`/training/people/${one.person.id}`}>{one.person.name}</a>}
      end={
        one.worst === 'not-asked' ? <State is="shut">Nothing asked</State> : <StandingState is={one.worst} />
      }
    >
      {one.person.title && <p class="muted small">{one.person.title}</p>}
      {open.map(([course, standing]) => (
        <p>
          {titleOf(course)}. {standingLine(standing)}.
        </p>
      ))}
      {one.stopped.map(({ what, ...answer }) => (
        <p>
          <b>{stoppedWords(what, answer)}</b> {missingWords(answer, titleOf)}
        </p>
      ))}
    </Row>
  )
}

const headline = ({ people }: Board): string => {
  const asked = people.filter(({ worst }) => worst !== 'not-asked')
  const late = asked.filter(({ worst }) => worst === 'overdue').length
  if (asked.length === 0) return 'Nothing is asked of anybody yet'
  if (late === 0)
    return asked.length === 1 ? 'The one who is asked is on time' : `All ${asked.length} are on time`
  return `${late} of ${asked.length} are late`
}

/** Who is trained, due and late, and who may not do what today. */
export const BoardPage = (props: BoardProps) => {
  const { frame, roles, organizationName, board, search, titleOf } = props
  const found = searchBoard(board, search)
  const last = Math.max(1, Math.ceil(found.length / PEOPLE_A_PAGE))
  const current = Math.min(search.page, last)
  const keeps = isOneOf(roles, KEEPERS)
  return (
    <Page {...frame} title="Training board">
      <div class="stack gap-3">
        <TrainingTabs roles={roles} current="/training/board" />
        <PageHeading
          over={`${organizationName}, training`}
          title={headline(board)}
          end={
            keeps && (
              <span class="flow">
                <ButtonLink kind="outline" href="/training/learned-elsewhere">
                  Add from another system
                </ButtonLink>
                <ButtonLink kind="outline" href="/training/roster.csv" icon="file">
                  Roster (CSV)
                </ButtonLink>
              </span>
            )
          }
        />
        {board.setting.assignments.length === 0 ? (
          <EmptyState
            icon="cap"
            title="No course is asked of anybody yet"
            level={2}
            action={
              keeps ? <ButtonLink href="/training/settings">Say who learns what</ButtonLink> : undefined
            }
          >
            A trainer, manager or administrator says which roles finish which course, and by when. Then
            everybody stands here.
          </EmptyState>
        ) : (
          <>
            <Stopped {...props} />
            <CourseBars {...props} />
            <Section id="people" title="People">
              <div class="stack">
                <form method="get" action="/training/board#people" class="cw-screen-only stack">
                  <ChipLinks
                    label="Whom to show"
                    links={CHIPS.map(([show, label]) => ({
                      href: `${boardAddress({ ...search, show })}#people`,
                      label,
                      current: show === search.show,
                    }))}
                  />
                  {search.show && <input type="hidden" name="show" value={search.show} />}
                  <div class="cw-find">
                    <TextField
                      name="q"
                      type="search"
                      label="Name"
                      value={search.words || undefined}
                      autocomplete="off"
                      maxlength={100}
                    />
                    <Button kind="outline" icon="search">
                      Find
                    </Button>
                  </div>
                </form>
                {found.length === 0 ? (
                  <EmptyState icon="check" title="Nobody here">
                    Nobody of your organization stands so.
                  </EmptyState>
                ) : (
                  <Rows label="People">
                    {found.slice((current - 1) * PEOPLE_A_PAGE, current * PEOPLE_A_PAGE).map((one) => (
                      <PersonRow one={one} titleOf={titleOf} />
                    ))}
                  </Rows>
                )}
                <Pagination
                  current={current}
                  last={last}
                  href={(page) => `${boardAddress({ ...search, page }, { page })}#people`}
                />
              </div>
            </Section>
          </>
        )}
      </div>
    </Page>
  )
}
