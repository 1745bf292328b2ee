import { Button, Card, DefinitionList, SelectField, State, Steps, When } from '#design'
import type { IntakeRow, PersonRow } from './care.store.ts'
import { type Care, type CareKind, type CareStep, CONFIRMERS, DRIVERS, FOLLOW_UPS } from './care.ts'
import { FollowUpsPart } from './follow-ups.page.tsx'
import { intakeWords } from './intake.ts'
import { CALL_RESULTS, type CallResult } from './place-calls.ts'

export type CareProps = {
  readonly now: Date
  readonly zone: string
  readonly person: PersonRow
  readonly care: Care
  readonly steps: readonly CareStep[]
  readonly intake: IntakeRow | undefined
  readonly placeOf: (serviceId: string | null | undefined) => string
  readonly newId: string
}

const entriesOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

/** One press that notes a step; what belongs to it is chosen beside it. */
const Note = ({
  props: { person, newId },
  kind,
  outline,
  children,
  fields,
}: {
  props: CareProps
  kind: CareKind
  outline?: boolean
  children: string
  fields?: unknown
}) => (
  <form method="post" action={`/visits/${person.visitId}/care`} class="stack gap-1">
    <input type="hidden" name="id" value={newId} />
    <input type="hidden" name="kind" value={kind} />
    {fields as ReturnType<typeof SelectField>}
    <p>
      <Button kind={outline ? 'outline' : 'primary'} icon={outline ? undefined : 'check'}>
        {children}
      </Button>
    </p>
  </form>
)

const Who = ({
  id,
  label,
  words,
}: {
  id: string
  label: string
  words: Readonly<Record<string, string>>
}) => <SelectField name="result" id={id} label={label} options={entriesOf(words)} empty={false} />

const HOURS = {
  '0': 'Now',
  '1': 'In an hour',
  '2': 'In two hours',
  '12': 'In the morning',
  '24': 'Tomorrow',
} as const

const STAGE_TITLE: Readonly<Record<Care['stage'], string>> = {
  looking: 'Find a place together',
  offered: 'A place said yes',
  going: 'On the way',
  arrived: 'They arrived',
  entered: 'They are in',
  retained: 'They stayed',
  rests: 'They rest for now',
}

const STAGE_NOTE: Readonly<Record<Care['stage'], string>> = {
  looking: 'Call places from the list; each call is noted with one tap.',
  offered: 'Do they want it? Then say who brings them, and when.',
  going: 'Call the place when they should be there.',
  arrived: 'Entered is when the place has taken them in.',
  entered: 'Retained is when they are still there later: ask at 30 days.',
  retained: 'Whatever comes, the door stays open.',
  rests: 'Nothing is closed. Call when they want, and ask on the days below.',
}

/** What can be noted now: the way from an offer to a stay, each with who says so. */
export const StagePart = (props: CareProps) => {
  const { care, person, placeOf } = props
  const may = (kind: CareKind) => care.may.includes(kind)
  return (
    <Card title={STAGE_TITLE[care.stage]} id="now" now>
      {care.serviceId && (
        <p>
          <b>{placeOf(care.serviceId)}</b>
        </p>
      )}
      <p class="muted">{STAGE_NOTE[care.stage]}</p>
      {(care.stage === 'looking' || care.stage === 'rests') && (
        <p>
          <a class="usa-button usa-button--big" href={`/visits/${person.visitId}/places`}>
            Places to call
          </a>
        </p>
      )}
      {may('transport') && (
        <Note
          props={props}
          kind="transport"
          outline={care.stage === 'going'}
          fields={
            <>
              <Who id="driver" label="Who brings them?" words={DRIVERS} />
              <SelectField name="hours" label="When?" options={entriesOf(HOURS)} empty={false} />
            </>
          }
        >
          {care.stage === 'going' ? 'Note another way there' : 'Note how they get there'}
        </Note>
      )}
      {may('arrived') && (
        <Note
          props={props}
          kind="arrived"
          outline={care.stage === 'offered'}
          fields={<Who id="arrived-by" label="Who says that they arrived?" words={CONFIRMERS} />}
        >
          They arrived
        </Note>
      )}
      {may('entered') && (
        <Note
          props={props}
          kind="entered"
          fields={<Who id="entered-by" label="Who says so?" words={CONFIRMERS} />}
        >
          They were taken in
        </Note>
      )}
      {may('retained') && (
        <Note
          props={props}
          kind="retained"
          fields={<Who id="retained-by" label="Who says so?" words={CONFIRMERS} />}
        >
          They are still there
        </Note>
      )}
      <div class="flow">
        {may('declined') && (
          <Note props={props} kind="declined" outline>
            Not this place
          </Note>
        )}
        {may('left-place') && (
          <Note props={props} kind="left-place" outline>
            They left: look again
          </Note>
        )}
        {may('rests') && (
          <Note props={props} kind="rests" outline>
            Enough for now
          </Note>
        )}
      </div>
    </Card>
  )
}

const stepWords = ({ kind, serviceId, result }: CareStep, placeOf: CareProps['placeOf']): string => {
  switch (kind) {
    case 'call':
      return `Called ${placeOf(serviceId)}: ${CALL_RESULTS[result as CallResult] ?? ''}`
    case 'offered':
      return `Offered: ${placeOf(serviceId)}`
    case 'declined':
      return 'Not this place'
    case 'transport':
      return `On the way: ${DRIVERS[result as keyof typeof DRIVERS] ?? ''}`
    case 'arrived':
    case 'entered':
    case 'retained': {
      const word = { arrived: 'Arrived', entered: 'Entered', retained: 'Retained' }[kind]
      return result
        ? `${word}, says ${CONFIRMERS[result as keyof typeof CONFIRMERS]?.toLowerCase() ?? ''}`
        : word
    }
    case 'left-place':
      return 'Left the place'
    case 'rests':
      return 'Enough for now'
    case 'safety':
      return 'Talked of staying safe; naloxone and numbers were offered'
    case 'follow-up':
      return `Follow-up: ${FOLLOW_UPS[result as keyof typeof FOLLOW_UPS] ?? ''}`
  }
}

/** All that an angel does with somebody who came: the next step first, then safety, later days, and what was done. */
export const AngelCare = (props: CareProps) => {
  const { care, steps, intake, now, zone, placeOf } = props
  const said = intake ? intakeWords(intake.answers) : []
  return (
    <>
      <StagePart {...props} />
      <Card title="Before they go" id="safety">
        <p>Offer a naloxone kit, and show how it is used. Give the numbers: 911, 988, and yours.</p>
        {care.hasSafety ? (
          <p>
            <State is="open">Offered</State>{' '}
            <span class="muted">Whether they took it is written nowhere.</span>
          </p>
        ) : (
          <Note props={props} kind="safety" outline>
            I offered naloxone and the numbers
          </Note>
        )}
      </Card>
      <FollowUpsPart {...props} />
      <Card
        title="What they said"
        id="said"
        end={
          <a href={`/visits/${props.person.visitId}/intake`}>
            {intake ? 'Go on with the intake' : 'Begin the intake'}
          </a>
        }
      >
        {said.length > 0 ? (
          <DefinitionList items={said.map(({ term, value }) => ({ term, value }))} />
        ) : (
          <p class="muted">Nothing yet. There is no hurry.</p>
        )}
      </Card>
      {steps.length > 0 && (
        <Card title="What happened" id="log">
          <Steps
            steps={steps.toReversed().map((step) => ({
              title: stepWords(step, placeOf),
              note: <When at={step.at} now={now} zone={zone} />,
              is: 'done' as const,
            }))}
          />
        </Card>
      )}
    </>
  )
}
