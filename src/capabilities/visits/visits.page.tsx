import {
  ButtonLink,
  ClockRow,
  EmptyState,
  Glyph,
  Page,
  PageHeading,
  Row,
  Rows,
  Section,
  State,
  When,
} from '#design'
import type { Frame } from '#identity'
import type { Care, FollowUp } from './care.ts'
import type { Visit } from './get-visit.ts'
import { type Followed, isOpen } from './list-visits.ts'
import { ASKS, CAME } from './visit.ts'
import { AT_WORDS } from './visit-words.ts'

type ListProps = { readonly visits: readonly Visit[]; readonly now: Date; readonly zone: string }

const openLink = ({ noted: { id } }: Visit, words: string) => (
  <ButtonLink kind="outline" href={`/visits/${id}`} hiddenWords={` the visit, ${words}`}>
    Open
  </ButtonLink>
)

/** Visits that go on: those whose clock runs show it. Nobody's name stands here. */
export const VisitRows = ({ visits, now, zone }: ListProps) => (
  <Rows label="Visits">
    {visits.map((visit) => {
      const { noted, standing } = visit
      const words = AT_WORDS[standing.at]
      const note = (
        <>
          {CAME[noted.came]} <When at={noted.openedAt} now={now} zone={zone} />. {ASKS[noted.asks]}.
        </>
      )
      return standing.clock ? (
        <ClockRow
          title={words}
          {...{ startAt: standing.clock.startAt, dueAt: standing.clock.dueAt, now, zone }}
          end={openLink(visit, words)}
        >
          {note}
        </ClockRow>
      ) : (
        <Row
          mark={<Glyph name={isOpen(visit) ? 'door' : 'check'} kind={isOpen(visit) ? 'amber' : 'plain'} />}
          title={words}
          end={openLink(visit, words)}
        >
          <p>{note}</p>
        </Row>
      )
    })}
  </Rows>
)

/** What a station has open, for the officer's home; nothing where nothing is. */
export const OpenVisits = ({ visits, ...rest }: ListProps) => {
  const open = visits.filter(isOpen)
  return open.length === 0 ? null : (
    <Section id="open-visits" title="Somebody is here" end={<a href="/visits">All</a>}>
      <VisitRows visits={open} {...rest} />
    </Section>
  )
}

/** Visits of a station. */
export const StationVisitsPage = ({ frame, visits, ...rest }: ListProps & { readonly frame: Frame }) => {
  const open = visits.filter(isOpen)
  const over = visits.filter((visit) => !isOpen(visit))
  return (
    <Page {...frame} title="Visits" field>
      <PageHeading
        over={<a href="/field">Home</a>}
        title={
          open.length === 0
            ? 'Nobody waits here now'
            : `${open.length === 1 ? 'One visit goes' : `${open.length} visits go`} on`
        }
        end={
          <ButtonLink href="/visits/new" icon="door">
            Someone asks for help here
          </ButtonLink>
        }
      />
      <div class="stack gap-3">
        {visits.length === 0 && (
          <EmptyState icon="door" title="No visits yet" level={2}>
            When somebody walks in or calls and asks for help, begin here. It leads you step by step.
          </EmptyState>
        )}
        {open.length > 0 && <VisitRows visits={open} {...rest} />}
        {over.length > 0 && (
          <Section id="over" title="Before">
            <VisitRows visits={over.slice(0, 30)} {...rest} />
          </Section>
        )}
        <p class="flow">
          <a href="/visits/items">Evidence room</a>
          <a href="/visits/counts">Counts</a>
        </p>
      </div>
    </Page>
  )
}

const STAGE_WORDS: Readonly<Record<Care['stage'], string>> = {
  looking: 'Looks for a place',
  offered: 'Offered a place',
  going: 'On the way',
  arrived: 'Arrived',
  entered: 'Entered',
  retained: 'Stayed',
  rests: 'Rests for now',
}

const dueOf = ({ care }: Followed): FollowUp | undefined =>
  care.followUps.find(({ is }) => is === 'late' || is === 'due')

const PersonRows = ({
  followed,
  now,
  zone,
  label,
}: Omit<ListProps, 'visits'> & { followed: readonly Followed[]; label: string }) => (
  <Rows label={label}>
    {followed.map((one) => {
      const { person, care } = one
      const due = dueOf(one)
      const name = person.called ?? 'Somebody who gave no name'
      return (
        <Row
          mark={<Glyph name={due ? 'phone' : 'hands'} kind={due ? 'amber' : 'teal'} />}
          title={name}
          end={
            <ButtonLink kind="outline" href={`/visits/${person.visitId}`} hiddenWords={` ${name}`}>
              Open
            </ButtonLink>
          }
        >
          <p>
            {due && (
              <>
                <State is={due.is === 'late' ? 'bad' : 'soon'}>
                  {`Ask how it goes: day ${due.day}${due.is === 'late' ? ', late' : ''}`}
                </State>{' '}
              </>
            )}
            <span class="muted">
              {STAGE_WORDS[care.stage]}. Came <When at={person.beganAt} now={now} zone={zone} />
              {person.isReturn && ', not for the first time'}
            </span>
          </p>
        </Row>
      )
    })}
  </Rows>
)

const urgencyOf = (one: Followed): number => {
  const due = dueOf(one)
  return due ? due.dueAt.getTime() : Number.POSITIVE_INFINITY
}

export type AngelVisitsProps = ListProps & {
  readonly frame: Frame
  readonly followed: readonly Followed[]
  readonly isOnRoster: boolean
}

/** What an angel or navigator has to do: who calls, who comes, whom to ask how it goes. */
export const AngelVisitsPage = ({ frame, visits, followed, isOnRoster, now, zone }: AngelVisitsProps) => {
  const known = new Set(followed.map(({ person }) => person.visitId))
  const calls = visits.filter(
    (visit) => isOpen(visit) || (!known.has(visit.noted.id) && visit.standing.at === 'together'),
  )
  const queue = followed.toSorted((one, other) => urgencyOf(one) - urgencyOf(other))
  const due = queue.filter(dueOf)
  return (
    <Page {...frame} title="Visits" field>
      <PageHeading
        title={
          calls.length > 0
            ? `${calls.length === 1 ? 'One station' : `${calls.length} stations`} called`
            : due.length > 0
              ? `${due.length === 1 ? 'One person' : `${due.length} people`} to ask how it goes`
              : 'No station calls now'
        }
        end={
          <ButtonLink kind={isOnRoster ? 'outline' : 'primary'} href="/visits/roster" icon="calendar">
            {isOnRoster ? 'When you can be called' : 'Join the roster'}
          </ButtonLink>
        }
      />
      <div class="stack gap-3">
        {calls.length > 0 && <VisitRows visits={calls} now={now} zone={zone} />}
        {due.length > 0 && (
          <Section id="due" title="Ask how it goes">
            <PersonRows label="Due" followed={due} now={now} zone={zone} />
          </Section>
        )}
        <Section id="people" title="Whom you met" end={<a href="/visits/counts">Counts</a>}>
          {followed.length === 0 ? (
            <EmptyState icon="hands" title="Nobody yet">
              When a station calls you and you come, whoever you meet stands here.
            </EmptyState>
          ) : (
            <PersonRows
              label="People"
              followed={queue.filter((one) => !dueOf(one)).slice(0, 50)}
              now={now}
              zone={zone}
            />
          )}
        </Section>
      </div>
    </Page>
  )
}
