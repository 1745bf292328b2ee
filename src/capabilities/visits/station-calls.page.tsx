import { Button, ButtonLink, Card, Clock, Row, Rows, Said, State } from '#design'
import { phoneLink } from '#kernel/phone-link.ts'
import type { StationProps } from './station.page.tsx'
import { Press } from './station-parts.page.tsx'

const MINUTES = [10, 15, 20, 30, 45] as const

/** What whoever has an angel on the phone notes: one tap. */
export const AnswerTaps = ({ visitId, callId, own }: { visitId: string; callId: string; own?: boolean }) => (
  <form method="post" action={`/visits/${visitId}/calls/${callId}`} class="stack">
    <fieldset class="cw-ask">
      <legend class="usa-legend">{own ? 'I come, and am there in' : 'Coming, in'}</legend>
      <p class="flow">
        {MINUTES.map((minutes) => (
          <Button name="said" value={`coming-${minutes}`} kind={minutes === 15 ? 'primary' : 'outline'}>
            {`${minutes} min`}
          </Button>
        ))}
      </p>
    </fieldset>
    <p class="flow">
      {!own && (
        <Button name="said" value="no-answer" kind="outline">
          No answer
        </Button>
      )}
      <Button name="said" value="cannot" kind="outline">
        {own ? 'I cannot now' : 'Cannot come'}
      </Button>
    </p>
  </form>
)

/** The list of whom to call, in order; whoever said that they can be called now stands first. */
export const CallList = ({ visit, list, newId }: StationProps) =>
  list.length === 0 ? (
    <p>
      Nobody is on the roster yet. <a href="/places">Find a place</a> that answers now, and call it with them.
    </p>
  ) : (
    <Rows ordered bare plain label="Call list">
      {list.map((one) => (
        <Row
          title={one.name}
          end={
            <form method="post" action={`/visits/${visit.noted.id}/calls`} class="flow">
              <input type="hidden" name="id" value={newId} />
              <input type="hidden" name="angel" value={one.memberId} />
              <ButtonLink kind="outline" icon="phone" href={phoneLink(one.phone) ?? '/places'}>
                {one.phone}
              </ButtonLink>
              <Button
                kind={one.isAvailable && !one.wasCalled ? 'primary' : 'outline'}
                hiddenWords={` ${one.name}`}
              >
                I am calling
              </Button>
            </form>
          }
        >
          <p>
            <State is={one.isAvailable ? 'open' : 'shut'}>
              {one.isAvailable ? 'Can be called now' : 'Not at this hour'}
            </State>{' '}
            <span class="muted">
              {one.program}
              {one.wasCalled && '. Was called for this visit'}
            </span>
          </p>
        </Row>
      ))}
    </Rows>
  )

export const CallPart = (props: StationProps) => (
  <Card title="Call an angel" id="now" now>
    <Said when="Say">“Somebody comes to help you find a place. I stay with you until they are here.”</Said>
    <CallList {...props} />
  </Card>
)

export const AskedPart = (props: StationProps) => {
  const { visit, nameOf, now, zone } = props
  const { call, clock } = visit.standing
  if (!call || !clock) return null
  return (
    <>
      <Card title={`You are calling ${nameOf(call.id)}`} id="now" now>
        <Clock startAt={clock.startAt} dueAt={clock.dueAt} now={now} zone={zone} size="middle">
          {clock.isLate ? 'No word yet: call the next one.' : 'Then call the next one.'}
        </Clock>
        <AnswerTaps visitId={visit.noted.id} callId={call.id} />
      </Card>
      <Card title="Or call the next one" id="next">
        <CallList {...props} />
      </Card>
    </>
  )
}

export const ComingPart = (props: StationProps) => {
  const { visit, nameOf, now, zone } = props
  const { call, clock } = visit.standing
  if (!call || !clock) return null
  const isPhone = visit.noted.came === 'phone'
  return (
    <>
      <Card title={isPhone ? 'Stay on the line' : 'Stay with them'} id="now" now>
        <Clock
          title={`${nameOf(call.id)} is coming`}
          {...{ startAt: clock.startAt, dueAt: clock.dueAt, now, zone }}
          doneAt={call.hereSaidByAngelAt ?? undefined}
          size="big"
        >
          {clock.isLate && !call.hereSaidByAngelAt && 'Late: call them, or the next one.'}
        </Clock>
        <p>
          {call.hereSaidByAngelAt
            ? `${nameOf(call.id)} says that they are there. Say it too, and you can go.`
            : 'You can go when both of you have said that the angel is there.'}
        </p>
        {call.hereSaidByStationAt ? (
          <p>
            <State is="soon">You said that they are there. The angel has yet to say so.</State>
          </p>
        ) : (
          <Press visitId={visit.noted.id} act="here" icon="hands">
            {isPhone ? 'The angel has them on the line' : 'The angel is here'}
          </Press>
        )}
      </Card>
      {clock.isLate && (
        <Card title="Or call the next one" id="next">
          <CallList {...props} />
        </Card>
      )}
    </>
  )
}

export const TogetherPart = ({ visit, nameOf }: StationProps) => (
  <Card title="You can go. Thank you" id="now">
    <p>
      <b>{visit.standing.call ? nameOf(visit.standing.call.id) : 'An angel'} is with them.</b> You stayed
      until then.
    </p>
    <p>
      There will be no more news here: what they tell the angel, and where they go, is theirs. That says
      nothing about how it went.
    </p>
  </Card>
)
