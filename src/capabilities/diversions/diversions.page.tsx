import { NOT_FOR_ENFORCEMENT } from '#agreements'
import { ButtonLink, ClockRow, EmptyState, Page, PageHeading, Row, Rows, Section, State, When } from '#design'
import type { Frame } from '#identity'
import { CLOCKS, clocksOf, openSteps, ranOut, standingOf, WAYS } from './diversion.ts'
import { type Diversion, MOST_SHOWN } from './list-diversions.ts'

export type DiversionsProps = {
  readonly frame: Frame
  readonly diversions: readonly Diversion[]
  /** What people are called, by their ids, where the reader may know it. */
  readonly names: ReadonlyMap<string, string>
  readonly isOffice: boolean
  readonly isPlace: boolean
  readonly page: number
  readonly now: Date
  readonly zone: string
}

const titleOf = ({ names }: DiversionsProps, { personId, charge, incident, way }: Diversion): string =>
  [names.get(personId), charge ?? WAYS[way], incident].filter(Boolean).join(' · ')

/** Running and late clocks stand first, those that are due soonest on top. */
const running = (one: Diversion, now: Date) =>
  clocksOf(one.course)
    .filter(({ doneAt }) => doneAt === undefined)
    .filter(({ id }) => one.side !== 'office' || id === 'decision')
    .filter(({ id }) => one.side !== 'sender' || id === 'arrival')
    .map((clock) => ({ ...clock, late: clock.dueAt <= now }))

/** All that the reader follows, clocks first. */
export const DiversionsPage = (props: DiversionsProps) => {
  const { frame, diversions, isOffice, isPlace, page, now, zone } = props
  const clocks = diversions
    .flatMap((one) => running(one, now).map((clock) => ({ one, clock })))
    .sort((a, b) => a.clock.dueAt.getTime() - b.clock.dueAt.getTime())
  const title = isOffice ? 'Held charges' : 'Diversions'
  return (
    <Page {...frame} title={title}>
      <div class="stack gap-3">
        <PageHeading
          title={title}
          note={NOT_FOR_ENFORCEMENT}
          end={
            isPlace && (
              <ButtonLink kind="outline" icon="people" href="/work-group">
                Work group
              </ButtonLink>
            )
          }
        />
        {clocks.length > 0 && (
          <Section id="clocks" title="Clocks that run">
            <Rows now ordered label="Clocks that run">
              {clocks.map(({ one, clock }) => (
                <ClockRow
                  title={<a href={`/diversions/${one.referralId}`}>{titleOf(props, one)}</a>}
                  startAt={clock.startAt}
                  dueAt={clock.dueAt}
                  now={now}
                  zone={zone}
                >
                  {CLOCKS[clock.id]}.
                </ClockRow>
              ))}
            </Rows>
          </Section>
        )}
        <Section id="all" title="All, the newest first">
          {diversions.length === 0 ? (
            <EmptyState title="Nobody here yet" icon="hands">
              {isOffice
                ? 'A charge stands here from when its packet is sent to you.'
                : 'Refer somebody on a diversion pathway, answer its criteria, and open the diversion from there.'}
            </EmptyState>
          ) : (
            <Rows plain label={title}>
              {diversions.map((one) => (
                <Row
                  title={<a href={`/diversions/${one.referralId}`}>{titleOf(props, one)}</a>}
                  end={
                    <State
                      is={
                        one.side === 'place' && ranOut(one.course, now).length > 0
                          ? 'bad'
                          : openSteps(one.course, one.side, now).length > 0
                            ? 'soon'
                            : 'shut'
                      }
                    >
                      {standingOf(one.course)}
                    </State>
                  }
                >
                  <p class="muted">
                    {WAYS[one.way]}, {one.organizations.get(one.fromOrganizationId)},{' '}
                    <When at={one.openedAt} now={now} zone={zone} />
                  </p>
                </Row>
              ))}
            </Rows>
          )}
        </Section>
        {(page > 1 || diversions.length === MOST_SHOWN) && (
          <p>
            {page > 1 && <a href={`/diversions?page=${page - 1}`}>Newer</a>}{' '}
            {diversions.length === MOST_SHOWN && <a href={`/diversions?page=${page + 1}`}>Older</a>}
          </p>
        )}
      </div>
    </Page>
  )
}
