import {
  Alert,
  Button,
  Card,
  CheckboxTiles,
  ChipLinks,
  DateField,
  ErrorSummary,
  Page,
  PageHeading,
  Section,
  TextArea,
  TextField,
} from '#design'
import type { Frame } from '#identity'
import { type FormFields, firstOf } from '#platform/http/form-body.ts'
import { Words } from './accept.page.tsx'
import { AGREEMENT_KINDS, type AgreementKind } from './agreement.ts'
import { typedDay } from './agreement-form.ts'
import type { PossibleParty } from './write-agreement.ts'

export type WriteProps = {
  readonly frame: Frame
  readonly id: string
  readonly kind: AgreementKind
  readonly fields: FormFields
  readonly parties: readonly PossibleParty[]
  readonly countyName: string
  /** The words that it makes, as asked for by “Show the words”. */
  readonly preview: string | undefined
  readonly errors?: Readonly<Record<string, string>>
}

const WHAT_IT_IS: Readonly<Record<AgreementKind, string>> = {
  deflection:
    'How police and those who help take people on together: who stays, who answers when, what may flow.',
  'data-sharing': 'For what organizations share data, which, and which never.',
  'golden-rule': 'Nobody is worse off for taking part. The words are the same for all; several can sign one.',
  qsoa: 'What lets a program under 42 CFR Part 2 keep its records here. The words are those of the law.',
}

const Kinds = ({ kind, fields }: WriteProps) => (
  <ChipLinks
    label="Which agreement"
    links={(['deflection', 'data-sharing', 'qsoa', 'golden-rule'] as const).map((one) => ({
      href: `/agreements/new?kind=${one}${(fields.parties ?? []).map((id) => `&with=${id}`).join('')}`,
      label: AGREEMENT_KINDS[one],
      current: one === kind,
    }))}
  />
)

const Terms = ({ kind, fields, errors = {} }: WriteProps) => {
  const area = (name: string, label: string, hint?: string) => (
    <TextArea
      name={name}
      label={label}
      hint={hint}
      rows={4}
      maxlength={2000}
      autocomplete="off"
      value={firstOf(fields, name)}
      error={errors[name]}
    />
  )
  return (
    <>
      {area('scope', kind === 'deflection' ? 'What does it cover?' : 'What is the data for?')}
      {kind === 'deflection' && (
        <>
          {area('custody', 'Who stays with the person, and until whom?')}
          <TextField
            name="responseMinutes"
            label="Within how many minutes does whoever is asked answer?"
            hint="A number: 30 is half an hour, 1440 is a day"
            short
            inputmode="numeric"
            autocomplete="off"
            maxlength={5}
            value={firstOf(fields, 'responseMinutes')}
            error={errors.responseMinutes}
          />
        </>
      )}
      {area('mayFlow', 'What may flow?', 'Classes of data and on what basis; no names of people')}
      {area('neverFlows', 'What may not flow?')}
    </>
  )
}

const Form = (props: WriteProps) => {
  const { id, kind, fields, parties, countyName, errors = {} } = props
  const offered = kind === 'qsoa' ? parties.filter((one) => one.isPart2Program) : parties
  return (
    <form class="stack gap-3" method="post" action="/agreements/new" novalidate>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="draft" value={firstOf(fields, 'draft')} />
      <input type="hidden" name="supersedesId" value={firstOf(fields, 'supersedesId')} />
      <Card>
        <CheckboxTiles
          name="parties"
          legend={kind === 'qsoa' ? 'Which program is it for?' : 'Who is it between?'}
          hint={kind === 'qsoa' ? 'Programs under 42 CFR Part 2' : undefined}
          columns={2}
          values={fields.parties ?? []}
          error={errors.parties}
          options={offered.map((one) => ({ value: one.id, label: one.name }))}
        />
        {kind === 'qsoa' && (
          <TextField
            name="withSignatory"
            label={`Who signs for whoever runs Causeway for ${countyName}?`}
            hint="Name and title, as on the paper that both of you keep"
            autocomplete="off"
            maxlength={200}
            value={firstOf(fields, 'withSignatory') || undefined}
            error={errors.withSignatory}
          />
        )}
      </Card>
      {(kind === 'deflection' || kind === 'data-sharing') && (
        <Card>
          <Terms {...props} />
        </Card>
      )}
      <Card>
        <DateField
          name="starts"
          legend="From which day does it count?"
          hint="Empty: from the last signature"
          optional
          value={typedDay(fields, 'starts')}
          error={errors.starts}
        />
        <DateField
          name="ends"
          legend="Through which day?"
          value={typedDay(fields, 'ends')}
          error={errors.ends}
        />
      </Card>
      <p class="flow pair">
        <Button name="do" value="preview" kind="outline" icon="eye">
          Show the words
        </Button>
        <Button name="do" value="keep" kind="outline">
          Keep as a draft
        </Button>
        <Button name="do" value="send" icon="send">
          Send it for signatures
        </Button>
      </p>
      <p class="muted">
        Sent, its words stay as they are. Whoever answers for a party gets a message without names, and signs
        here or on paper.
      </p>
    </form>
  )
}

/** One page on which an agreement is written from a template: parties, terms, days, and the words that it makes. */
export const WriteAgreementPage = (props: WriteProps) => {
  const { frame, kind, preview, errors = {}, id } = props
  return (
    <Page {...frame} title="Make an agreement" hasErrors={Object.keys(errors).length > 0}>
      <PageHeading
        over={<a href="/agreements">Agreements</a>}
        title="Make an agreement"
        note={WHAT_IT_IS[kind]}
      />
      <div class="stack gap-3">
        <ErrorSummary errors={Object.entries(errors).map(([field, message]) => ({ field, message }))} />
        <Kinds {...props} />
        {preview !== undefined && (
          <Section id="words" title="The words, as they would be signed">
            <div class="stack">
              <Alert kind="info" live>
                <b>Nothing is sent yet.</b> Change what is below, or send it for signatures.
              </Alert>
              <Words text={preview} />
            </div>
          </Section>
        )}
        <Form {...props} />
        {props.fields.draft?.[0] === id && (
          <form method="post" action="/agreements/new">
            <input type="hidden" name="id" value={id} />
            <Button name="do" value="drop" kind="plain">
              Drop this draft
            </Button>
          </form>
        )}
      </div>
    </Page>
  )
}
