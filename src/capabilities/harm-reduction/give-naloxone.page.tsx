import {
  Alert,
  Button,
  ButtonLink,
  Chips,
  DateField,
  ErrorSummary,
  More,
  Page,
  PageHeading,
  RadioTiles,
  SendBar,
  TextField,
  TimeField,
  WhoCanSee,
} from '#design'
import type { Frame } from '#identity'
import type { OwnKit } from './give-naloxone.ts'
import type { GivenRow } from './naloxone.store.ts'
import { NALOXONE_WORDS } from './naloxone.ts'
import type { Errors, Typed } from './record-form.ts'
import { dayOf, kitsWords } from './supply-words.ts'

export type GiveNaloxoneProps = {
  frame: Frame
  organizationName: string
  id: string
  typed: Typed
  errors: Errors
  kits: readonly OwnKit[]
  /** Of another person in the same incident: when and where is not asked again. */
  before: GivenRow | undefined
  now: Date
}

const optionsOf = <Words extends Readonly<Record<string, string>>>(words: Words) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

const one = (value: string | undefined): readonly string[] => (value ? [value] : [])

/** “I gave naloxone”: under a minute with a thumb, and nothing in it that says who it was. */
export const GiveNaloxonePage = (props: GiveNaloxoneProps) => {
  const { frame, organizationName, typed, errors, before } = props
  return (
    <Page {...frame} title="I gave naloxone" narrow field form hasErrors={Object.keys(errors).length > 0}>
      <PageHeading
        title={before ? 'Another person, same incident' : 'I gave naloxone'}
        note="About a minute. A new kit is asked for by itself."
      />
      <form method="post" action="/field/naloxone" class="stack gap-3">
        <ErrorSummary errors={Object.entries(errors).map(([field, message]) => ({ field, message }))} />
        <WhoCanSee
          can={[organizationName]}
          cannot={['Names: never asked', 'Other departments', 'Prosecutors']}
        >
          <b>Don’t name anybody.</b> This is for kits and counts. It cannot be used against the person.
        </WhoCanSee>
        <input type="hidden" name="id" value={props.id} />
        {before && (
          <>
            <input type="hidden" name="incident" value={before.incidentId} />
            <input type="hidden" name="same" value={before.occurredAt.toISOString()} />
          </>
        )}
        {!before && <WhenFields typed={typed} errors={errors} />}
        <TextField
          name="zip"
          label="ZIP code"
          inputmode="numeric"
          autocomplete="off"
          short
          maxlength={10}
          value={typed.zip}
          error={errors.zip}
        />
        <TextField
          name="crossing"
          label="Nearest crossing"
          hint="Dock and 3rd, for example. No house number."
          optional
          autocomplete="off"
          maxlength={80}
          value={typed.crossing}
          error={errors.crossing}
        />
        <KitFields {...props} />
        <Chips
          name="doses"
          legend="Doses you gave"
          big
          choose="one"
          options={[
            ...['1', '2', '3', '4'].map((value) => ({ value, label: value })),
            { value: '0', label: 'None: others had' },
            { value: 'unknown', label: 'I don’t know' },
          ]}
          values={one(typed.doses)}
          error={errors.doses}
        />
        <Chips
          name="response"
          legend="Did it help?"
          big
          choose="one"
          options={optionsOf(NALOXONE_WORDS.response)}
          values={one(typed.response)}
          error={errors.response}
        />
        <Chips
          name="after"
          legend="What happened then?"
          big
          choose="one"
          options={optionsOf(NALOXONE_WORDS.after)}
          values={one(typed.after)}
          error={errors.after}
        />
        <Chips
          name="survived"
          legend="Are they alive?"
          big
          choose="one"
          options={optionsOf(NALOXONE_WORDS.survived)}
          values={one(typed.survived)}
          error={errors.survived}
        />
        <MoreFields typed={typed} errors={errors} />
        <SendBar note="It can’t be changed later. Nobody is named in it.">
          <Button big wide>
            Record it
          </Button>
        </SendBar>
      </form>
    </Page>
  )
}

type Fields = { typed: Typed; errors: Errors }

const WhenFields = ({ typed, errors }: Fields) => (
  <>
    <Chips
      name="ago"
      legend="When?"
      big
      choose="one"
      options={[
        { value: '0', label: 'Just now' },
        { value: '15', label: '15 min ago' },
        { value: '30', label: '30 min ago' },
        { value: '60', label: '1 hour ago' },
        { value: 'other', label: 'Earlier' },
      ]}
      values={one(typed.ago ?? '0')}
      error={errors.ago}
    />
    <More summary="Earlier: which day and time" open={typed.ago === 'other' || errors.on !== undefined}>
      <div class="stack">
        <DateField
          name="on"
          legend="Day"
          value={{ month: typed['on-month'] ?? '', day: typed['on-day'] ?? '', year: typed['on-year'] ?? '' }}
          error={errors.on}
        />
        <TimeField name="at" label="Time" value={typed.at} />
      </div>
    </More>
  </>
)

const KitFields = ({ kits, typed, before, now }: GiveNaloxoneProps) => {
  if (kits.length === 0)
    return (
      <TextField
        name="product"
        label="Which naloxone"
        hint="No kit is in your name. Nasal 4 mg, for example."
        optional
        value={typed.product}
      />
    )
  const [first] = kits
  // Whoever tells of a second person in the incident has told of the kit with the first.
  const usual = before ? 'none' : `${first?.holderId} ${first?.lotId}`
  return (
    <>
      <RadioTiles
        name="kit"
        legend="Which kit?"
        big
        options={[
          ...kits.slice(0, 6).map((kit) => ({
            value: `${kit.holderId} ${kit.lotId}`,
            label: kit.isOwn ? `Mine: ${kit.number}` : `${kit.holder}: ${kit.number}`,
            hint: `${kit.product}, expires ${dayOf(kit.expiresOn, now)}. ${kitsWords(kit.kits)}.${kit.isRecalled ? ' Recalled.' : ''}`,
          })),
          { value: 'none', label: before ? 'No other kit' : 'Another kit, or somebody else’s' },
        ]}
        value={typed.kit ?? usual}
      />
      <Chips
        name="kits"
        legend="Kits you opened"
        choose="one"
        joined
        options={['1', '2', '3'].map((value) => ({ value, label: value }))}
        values={one(typed.kits ?? '1')}
      />
    </>
  )
}

const MoreFields = ({ typed, errors }: Fields) => (
  <More
    summary="Add more, if you know it"
    open={errors.called !== undefined || errors.arrived !== undefined || errors.ems !== undefined}
  >
    <div class="stack">
      <Chips
        name="age"
        legend="About how old"
        optional
        choose="one"
        options={optionsOf(NALOXONE_WORDS.ageBand)}
        values={one(typed.age)}
      />
      <Chips
        name="gender"
        legend="Gender"
        optional
        choose="one"
        options={optionsOf(NALOXONE_WORDS.gender)}
        values={one(typed.gender)}
      />
      <TimeField name="called" label="911 was called" optional value={typed.called} error={errors.called} />
      <TimeField name="arrived" label="You arrived" optional value={typed.arrived} error={errors.arrived} />
      <TimeField name="ems" label="EMS arrived" optional value={typed.ems} error={errors.ems} />
    </div>
  </More>
)

export type GivenProps = { frame: Frame; report: GivenRow; isAsked: boolean }

/** What happened, and what comes next. */
export const GivenPage = ({ frame, report, isAsked }: GivenProps) => (
  <Page {...frame} title="Recorded" narrow field>
    <PageHeading title="Recorded. Thank you." />
    <div class="stack gap-3">
      <Alert kind="success">
        <strong>Naloxone given, ZIP {report.zip}.</strong>{' '}
        {isAsked ? 'A new kit was asked for: your liaison sees it.' : 'No kit was taken off your book.'}
      </Alert>
      <p>
        An overdose is hard on whoever was there, too. Talk to somebody you trust. 988 answers day and night,
        for you as well.
      </p>
      <div class="stack gap-1">
        <ButtonLink big wide href="/field">
          Home
        </ButtonLink>
        <ButtonLink kind="outline" wide href={`/field/naloxone?same=${report.id}`}>
          Another person, same incident
        </ButtonLink>
        <ButtonLink kind="outline" wide href="/supplies/record/leave-behind">
          I left a kit with somebody
        </ButtonLink>
      </div>
    </div>
  </Page>
)
