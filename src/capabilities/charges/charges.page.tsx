import {
  Alert,
  AS_IT_IS,
  Button,
  Card,
  DateField,
  DefinitionList,
  EmptyState,
  ErrorSummary,
  Page,
  PageHeading,
  RadioTiles,
  SelectField,
  TextField,
  When,
  WhoCanSee,
  WordsWarning,
} from '#design'
import type { Frame } from '#identity'
import { type FormFields, firstOf } from '#platform/http/form-body.ts'
import type { ServedPerson } from '#referrals'
import { chargeFindings, DISPOSITIONS, type Office } from './charge-form.ts'
import type { HeldCharge } from './hold-charge.ts'

export type ChargesProps = {
  readonly frame: Frame
  readonly now: Date
  readonly zone: string
  readonly person: ServedPerson
  readonly charges: readonly (HeldCharge & { readonly officeName: string })[]
  readonly offices: readonly Office[]
  /** The id of the charge that is recorded next, so that pressing twice records one. */
  readonly newChargeId: string
  readonly said?: 'held' | 'decided' | undefined
  /** What was sent and not accepted, of the form with this name: `new`, or a charge's id. */
  readonly wrong?:
    | {
        readonly of: string
        readonly fields: FormFields
        readonly errors: Readonly<Record<string, string>>
      }
    | undefined
}

const SAID = {
  held: 'It is recorded. They can sign a release for it now.',
  decided: 'It is recorded. Whatever was released for this charge has ended.',
}

const ChargeCard = (props: ChargesProps & { charge: ChargesProps['charges'][number] }) => {
  const { charge, person, wrong, now, zone } = props
  const { disposition, disposedAt, decideBy } = charge
  const error = wrong?.of === charge.id ? wrong.errors.disposition : undefined
  return (
    <Card title={charge.reference} id={`charge-${charge.id}`}>
      <DefinitionList
        items={[
          { term: 'Held by', value: charge.officeName },
          {
            term: 'Decided by',
            value: decideBy ? <When at={decideBy} now={now} zone={zone} as="day" /> : 'No day was said',
          },
          ...(disposition
            ? [
                {
                  term: DISPOSITIONS[disposition],
                  value: disposedAt ? <When at={disposedAt} now={now} zone={zone} as="stamp" /> : '',
                },
              ]
            : []),
        ]}
      />
      {!disposition && (
        <form
          class="stack gap-1"
          method="post"
          action={`/releases/people/${person.personId}/charges/${charge.id}/decide`}
          novalidate
        >
          <RadioTiles
            name="disposition"
            id={`disposition-${charge.id}`}
            legend="What was decided?"
            hint="What you record stays. Every release for this charge ends with it, at once."
            options={Object.entries(DISPOSITIONS).map(([value, label]) => ({ value, label }))}
            columns={3}
            error={error}
          />
          <p>
            <Button kind="outline" icon="check" hiddenWords={` of ${charge.reference}`}>
              Record what was decided
            </Button>
          </p>
        </form>
      )}
    </Card>
  )
}

const NewCharge = ({ person, offices, newChargeId, wrong }: ChargesProps) => {
  const { fields, errors } =
    wrong?.of === 'new' ? wrong : { fields: {}, errors: {} as Record<string, string> }
  const day = (part: string) => firstOf(fields, `decideBy-${part}`)
  return (
    <Card title="Record a charge" id="new-charge">
      <form
        class="stack"
        method="post"
        action={`/releases/people/${person.personId}/charges`}
        novalidate
        autocomplete="off"
      >
        <p>
          Record it only if the office told you that it holds the charge as long as they take part. Without it
          nobody can sign a release for a charge.
        </p>
        <input type="hidden" name="id" value={firstOf(fields, 'id') || newChargeId} />
        <SelectField
          name="office"
          label="Which office holds it?"
          options={offices.map(({ id, name }) => ({ value: id, label: name }))}
          value={firstOf(fields, 'office') || undefined}
          error={errors.office}
        />
        <TextField
          name="reference"
          label="What does the office call it?"
          hint="Its own number or word, such as “Packet 12”. Nothing from a records check"
          value={firstOf(fields, 'reference') || undefined}
          error={errors.reference}
          maxlength={200}
          autocomplete="off"
          spellcheck={false}
        />
        <DateField
          name="decideBy"
          legend="By which day is it decided? (if they said so)"
          value={{ month: day('month'), day: day('day'), year: day('year') }}
          error={errors.decideBy}
        />
        {wrong?.of === 'new' && (
          <WordsWarning fields={chargeFindings(fields)} said={firstOf(fields, AS_IT_IS)} />
        )}
        <p>
          <Button icon="check">Record it</Button>
        </p>
      </form>
    </Card>
  )
}

/** The charges that are held while one person takes part: what 42 CFR 2.35 stands on, and where it ends. */
export const ChargesPage = (props: ChargesProps) => {
  const { frame, person, charges, offices, said, wrong } = props
  const field = (name: string) => (wrong && wrong.of !== 'new' ? `disposition-${wrong.of}` : name)
  const errors = Object.entries(wrong?.errors ?? {})
  return (
    <Page {...frame} title="Charges on hold" narrow form hasErrors={errors.length > 0}>
      <PageHeading
        over={<a href={`/releases/people/${person.personId}`}>Releases of this person</a>}
        title={`Charges on hold: ${person.name ?? 'somebody who gave no name'}`}
        note="Where a prosecutor or a court holds a charge as long as somebody takes part. Most people have none."
      />
      <div class="stack gap-3">
        <ErrorSummary errors={errors.map(([name, message]) => ({ field: field(name), message }))} />
        {said && !wrong && (
          <Alert kind="success" live>
            <p>{SAID[said]}</p>
          </Alert>
        )}
        {charges.length === 0 && (
          <EmptyState icon="lock" title="No charge is on hold" level={2}>
            So nobody can be asked to sign a release for one.
          </EmptyState>
        )}
        {charges.map((charge) => (
          <ChargeCard {...props} charge={charge} />
        ))}
        {offices.length > 0 ? (
          <NewCharge {...props} />
        ) : (
          <Alert kind="info">
            <p>No prosecutor or court takes part in this county, so none can be named here.</p>
          </Alert>
        )}
        <WhoCanSee
          can={['Your organization']}
          cannot={['Police', 'The office that holds it', 'Other places']}
        >
          That it is here says that the person takes part. The office learns of it only by a release.
        </WhoCanSee>
      </div>
    </Page>
  )
}
