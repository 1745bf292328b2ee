import {
  Alert,
  Button,
  ButtonLink,
  Card,
  Clock,
  dayName,
  EmptyState,
  Page,
  PageHeading,
  SelectField,
  Steps,
  TextField,
  When,
  WhoCanSee,
} from '#design'
import type { Frame } from '#identity'
import { AngelCare, type CareProps } from './angel-care.page.tsx'
import type { PersonRow } from './care.store.ts'
import type { Visit } from './get-visit.ts'
import { FAMILY_LINES } from './promise-words.ts'
import { AnswerTaps } from './station-calls.page.tsx'
import { Press } from './station-parts.page.tsx'
import { canAnswer } from './visit.ts'
import { SAID, type SaidKey, stepsOf } from './visit-words.ts'
import type { CallRow } from './visits.store.ts'

export type AngelProps = {
  readonly frame: Frame
  readonly now: Date
  readonly zone: string
  readonly visit: Visit
  readonly stationName: string
  readonly programName: string
  /** The newest call to the actor themselves; undefined for a navigator who follows. */
  readonly own: CallRow | undefined
  /** Whom the program met before, to find somebody who comes again. */
  readonly earlier: readonly PersonRow[]
  /** What is known once the intake has begun. */
  readonly care: CareProps | undefined
  readonly said?: SaidKey | undefined
}

const AskCard = ({ visit, own, stationName, now, zone }: AngelProps) => {
  if (!own) return null
  const clock = visit.standing.clock
  return (
    <Card title="Can you come?" id="now" now>
      <p>
        <b>{stationName}</b> has somebody who asks for help
        {visit.noted.asks === 'family' && ', for their family'}. The medical check and the promise are done.
      </p>
      {clock && <Clock startAt={clock.startAt} dueAt={clock.dueAt} now={now} zone={zone} size="middle" />}
      <AnswerTaps visitId={visit.noted.id} callId={own.id} own />
    </Card>
  )
}

const ComingCard = ({ visit, stationName, now, zone }: AngelProps) => {
  const { clock } = visit.standing
  return (
    <Card title={visit.noted.came === 'phone' ? 'Call the station' : 'On your way'} id="now" now>
      {clock && (
        <Clock
          title={`You go to ${stationName}`}
          {...{ startAt: clock.startAt, dueAt: clock.dueAt, now, zone }}
          size="big"
        />
      )}
      <Press visitId={visit.noted.id} act="here" icon="hands">
        {visit.noted.came === 'phone' ? 'I have them on the line' : 'I am there'}
      </Press>
    </Card>
  )
}

const earlierWords = ({ called, beganAt }: PersonRow, now: Date, zone: string): string =>
  `${called ?? 'Somebody who gave no name'}, ${dayName(beganAt, now, { zone })}`

const BeginCard = ({ visit, earlier, now, zone, stationName }: AngelProps) => (
  <Card title="Begin, at their pace" id="now" now>
    <p>Sit down with them first. Nothing here has to be answered, and {stationName} sees none of it.</p>
    <form method="post" action={`/visits/${visit.noted.id}/begin`} class="stack" autocomplete="off">
      <TextField name="called" label="What may you call them?" optional maxlength={80} autocomplete="off" />
      <TextField
        name="reach"
        label="How can they be reached later?"
        optional
        maxlength={120}
        autocomplete="off"
      />
      {earlier.length > 0 && (
        <SelectField
          name="sameAs"
          label="Were they here before?"
          hint="Only if they say so. A return is welcome, and counts as a visit of the same person"
          empty="No, or not said"
          options={earlier.map((one) => ({ value: one.visitId, label: earlierWords(one, now, zone) }))}
        />
      )}
      <p>
        <Button big icon="go">
          Begin
        </Button>
      </p>
    </form>
  </Card>
)

const FamilyCard = () => (
  <Card title="Help for the one who asks" id="now" now>
    <p>
      <b>Nothing is kept of the person they worry about.</b> That person can come themselves, at any hour.
    </p>
    <ul>
      {FAMILY_LINES.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  </Card>
)

const NowPart = (props: AngelProps) => {
  const { visit, own, care } = props
  if (care) return <AngelCare {...care} />
  if (own?.hereSaidByAngelAt) return visit.noted.asks === 'family' ? <FamilyCard /> : <BeginCard {...props} />
  if (own && canAnswer(own, visit.standing)) return <AskCard {...props} />
  if (own?.answer === 'coming' && visit.standing.at === 'coming') return <ComingCard {...props} />
  return (
    <EmptyState icon="check" title="Nothing for you to do here" level={2}>
      {own?.answer === 'coming' ? 'It ended before you were there.' : 'Somebody else has it, or it ended.'}
    </EmptyState>
  )
}

/** A visit as the angel and their program have it. */
export const AngelPage = (props: AngelProps) => {
  const { frame, now, zone, visit, stationName, programName, own, care, said } = props
  const called = care?.person.called
  return (
    <Page {...frame} title={called ?? 'Somebody asks for help'} field>
      <PageHeading
        over={<a href="/visits">Visits</a>}
        title={care ? (called ?? 'Somebody who gave no name') : 'Somebody asks for help'}
        note={
          <>
            At {stationName}, <When at={visit.noted.openedAt} now={now} zone={zone} />
            {care?.person.isReturn && '. They came back: welcome'}
          </>
        }
      />
      <div class="cw-cols">
        <div class="stack gap-3">
          {said && (
            <Alert kind={said === 'changed' ? 'info' : 'success'} live>
              <p>{SAID[said]}</p>
            </Alert>
          )}
          {own?.hereSaidByAngelAt && !own.hereSaidByStationAt && (
            <Alert kind="info">
              <p>The officer has yet to say that you are there. Tell them; then they can go.</p>
            </Alert>
          )}
          <NowPart {...props} />
        </div>
        <div class="stack gap-3">
          {!care && (
            <Card title="At the station" id="way">
              <Steps steps={stepsOf(visit)} />
            </Card>
          )}
          {care && (
            <p class="flow">
              <ButtonLink kind="outline" icon="pen" href={`/visits/${visit.noted.id}/intake`}>
                Intake
              </ButtonLink>
              <ButtonLink kind="outline" icon="map" href={`/visits/${visit.noted.id}/places`}>
                Places to call
              </ButtonLink>
            </p>
          )}
          <WhoCanSee
            can={['You', `Navigators and case managers of ${programName}`]}
            cannot={[stationName, 'Other programs', 'Courts']}
          >
            <b>Only you and {programName}’s navigators see this.</b> {stationName} sees that you were called
            and that you are there, and nothing of what they tell you or where they go.
          </WhoCanSee>
        </div>
      </div>
    </Page>
  )
}
