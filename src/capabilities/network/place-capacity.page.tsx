import { Button, Card, Row, Rows, State, type StateProps, When } from '#design'
import { newId } from '#kernel/ids.ts'
import { capacityWords, levelsOf } from './capacity.ts'
import { CapacityTaps } from './capacity-taps.page.tsx'
import { freshnessOf } from './freshness.ts'
import type { Listing } from './get-service.ts'
import type { PlaceState } from './place-state.ts'
import { CAPACITY_LEVELS, type CapacityChannel } from './profile.ts'
import type { Capacity } from './told.store.ts'

type Props = {
  readonly place: Listing
  readonly state: Pick<PlaceState, 'capacity' | 'links' | 'names' | 'mayTell'>
  readonly zone: string
  readonly now: Date
}

const FROM: Readonly<Record<CapacityChannel, string>> = {
  link: 'by the place itself',
  member: 'from their desk',
  phone: 'heard on the phone',
}

/** A report that is old says less than it seems to: it loses its color and says so. */
const Said = ({
  report,
  now,
  zone,
  names,
}: {
  report: Capacity
  now: Date
  zone: string
  names: PlaceState['names']
}) => {
  const { state } = freshnessOf('capacity', report.asOf, now)
  const is: StateProps['is'] = state === 'old' ? 'shut' : report.isOpen ? 'open' : 'bad'
  const by = report.byMember ? names.get(report.byMember) : undefined
  return (
    <>
      <State is={is}>{capacityWords(report.level, report)}</State>
      <p class="muted">
        <When at={report.asOf} now={now} zone={zone} as="relative" />, {FROM[report.channel]}
        {by && ` (${by})`}
        {state === 'old' && '. Old: ask'}
      </p>
    </>
  )
}

/** Whether there is room, by level of care; with one tap to say so, for whoever may. */
export const PlaceCapacity = ({ place, state, zone, now }: Props) => {
  const { capacity } = state
  // Who called, and at what hour, is for those who call too: it could tell police whom a navigator called for.
  const shownNames: PlaceState['names'] = state.mayTell ? state.names : new Map()
  const levels = [...new Set([...levelsOf(place), ...capacity.map(({ level }) => level)])]
  if (capacity.length === 0 && !state.mayTell) return null
  return (
    <Card title="Capacity" id="capacity">
      <Rows bare plain>
        {levels.map((level) => {
          const report = capacity.find((one) => one.level === level)
          return (
            <Row
              title={CAPACITY_LEVELS[level]}
              end={
                state.mayTell && (
                  <CapacityTaps
                    action={`/places/${place.serviceId}/capacity`}
                    level={level}
                    current={report}
                  />
                )
              }
            >
              {report ? (
                <Said report={report} now={now} zone={zone} names={shownNames} />
              ) : (
                <p class="muted">Nobody has said.</p>
              )}
            </Row>
          )
        })}
      </Rows>
      {state.mayTell && <Link place={place} state={state} zone={zone} now={now} />}
    </Card>
  )
}

/** The link by which the place says it itself: sent, sent anew, or taken back. */
const Link = ({ place, state: { links }, zone, now }: Props) => {
  const [link] = links
  if (place.shownTo !== 'public') return null
  return (
    <form method="post" action={`/places/${place.serviceId}/link`} class="stack gap-1">
      <input type="hidden" name="id" value={newId()} />
      <p class="muted">
        {link ? (
          <>
            The place has a link to say it with one tap, without an account. It works until{' '}
            <When at={link.expiresAt} now={now} zone={zone} as="day" />.
          </>
        ) : (
          'A link lets the place say it with one tap, without an account. It goes to its intake address.'
        )}
      </p>
      <p class="flow">
        <Button kind="outline" icon="send" name="do" value="send">
          {link ? 'Send a new link' : 'Send the link'}
        </Button>
        {link && (
          <Button kind="plain" name="do" value="take-back">
            Take it back
          </Button>
        )}
      </p>
    </form>
  )
}
