import {
  Button,
  ButtonLink,
  DateField,
  ErrorSummary,
  Page,
  PageHeading,
  RadioTiles,
  SelectField,
  TextArea,
  TextField,
  WhoCanSee,
} from '#design'
import type { Frame } from '#identity'
import type { Errors } from './case-form.ts'
import type { Clash, Fields } from './merge-fields.ts'

const LABELS: Readonly<Record<string, string>> = {
  called: 'What do they want to be called?',
  bornOn: 'When were they born?',
  phone: 'Phone',
  howToReach: 'How and when to reach them',
  language: 'Languages',
  whereabouts: 'Where are they usually?',
}

/** The fields of who somebody is; nothing of it has to be given. */
const IdentityFields = ({ values, errors }: { values: Fields; errors: Errors }) => {
  const [year = '', month = '', day = ''] = (values.bornOn ?? '').split('-')
  const text = (name: string, hint?: string) => (
    <TextField
      name={name}
      label={LABELS[name]}
      hint={hint}
      maxlength={200}
      autocomplete="off"
      spellcheck={false}
      optional
      value={values[name] || undefined}
      error={errors[name]}
    />
  )
  return (
    <>
      {text('called', 'A first name or a nickname is enough')}
      <DateField
        name="bornOn"
        legend={LABELS.bornOn}
        hint="Helps to find somebody who was entered twice"
        optional
        value={{
          year: values['bornOn-year'] ?? year,
          month: values['bornOn-month'] ?? month.replace(/^0/, ''),
          day: values['bornOn-day'] ?? day.replace(/^0/, ''),
        }}
        error={errors.bornOn}
      />
      <TextField
        name="phone"
        label={LABELS.phone}
        type="tel"
        autocomplete="off"
        maxlength={40}
        optional
        value={values.phone || undefined}
        error={errors.phone}
      />
      <TextArea
        name="howToReach"
        label={LABELS.howToReach}
        hint="Such as “Call after 2 PM, texts any time”"
        rows={2}
        maxlength={300}
        optional
        value={values.howToReach || undefined}
        error={errors.howToReach}
      />
      {text('whereabouts')}
      {text('language')}
    </>
  )
}

export type EditProps = {
  readonly frame: Frame
  readonly caseId: string
  readonly called: string
  readonly organizationName: string
  /** What is stored, which the form sends back as what it showed. */
  readonly stored: Fields
  /** What stands in the fields. */
  readonly values: Fields
  readonly errors: Errors
  readonly clashes: readonly Clash[]
}

/** Who somebody is. Where two people changed the same field, both words stand here to choose from. */
export const EditPage = (props: EditProps) => {
  const { frame, caseId, called, stored, values, errors, clashes } = props
  const clashing = new Set(clashes.map(({ field }) => field))
  return (
    <Page {...frame} title={`Who ${called} is`} narrow form hasErrors={Object.keys(errors).length > 0}>
      <PageHeading over={<a href={`/cases/${caseId}`}>{called}</a>} title="Who they are" />
      <form class="stack gap-3" method="post" action={`/cases/${caseId}/edit`} novalidate autocomplete="off">
        <ErrorSummary errors={Object.entries(errors).map(([field, message]) => ({ field, message }))} />
        {Object.entries(stored).map(([field, value]) => (
          <input type="hidden" name={`was-${field}`} value={value} />
        ))}
        {clashes.length > 0 && (
          <>
            <p>
              <b>Somebody changed this while you wrote.</b> Everything else is saved. Choose what is right.
            </p>
            {clashes.map(({ field, theirs, mine }) => (
              <RadioTiles
                name={field}
                legend={LABELS[field] ?? field}
                options={[
                  { value: mine, label: mine || 'Nothing', hint: 'You wrote' },
                  { value: theirs, label: theirs || 'Nothing', hint: 'Somebody else wrote' },
                ]}
                value={mine}
              />
            ))}
          </>
        )}
        {clashing.size === 0 && <IdentityFields values={values} errors={errors} />}
        <p class="flow">
          <Button icon="check">Save</Button>
          <ButtonLink kind="plain" href={`/cases/${caseId}`}>
            Leave it as it was
          </ButtonLink>
        </p>
        <WhoCanSee
          can={[`${props.organizationName}: those who work on cases`]}
          cannot={['Police', 'Courts', 'Other places']}
        />
      </form>
    </Page>
  )
}

export type NewCaseProps = {
  readonly frame: Frame
  readonly organizationName: string
  readonly referralId: string | undefined
  /** Who referred them, where somebody did. */
  readonly from: string | undefined
  readonly newId: string
  readonly personId: string
  readonly pathways: readonly { readonly versionId: string; readonly name: string }[]
  readonly pathway: string
  readonly values: Fields
  readonly errors: Errors
}

/** Opens a case: after a referral with what the sender was told, or by hand. */
export const NewCasePage = (props: NewCaseProps) => {
  const { frame, from, referralId, values, errors } = props
  return (
    <Page {...frame} title="Open a case" narrow form hasErrors={Object.keys(errors).length > 0}>
      <PageHeading
        over={from ? `Referred by ${from}` : undefined}
        title="Open a case"
        note={
          from
            ? 'What they wanted to be called and how to reach them is filled in, so that nobody is asked twice.'
            : 'For somebody who came to you without a referral. Nothing has to be filled in.'
        }
      />
      <form class="stack gap-3" method="post" action="/cases" novalidate autocomplete="off">
        <ErrorSummary errors={Object.entries(errors).map(([field, message]) => ({ field, message }))} />
        <input type="hidden" name="id" value={props.newId} />
        <input type="hidden" name="person" value={props.personId} />
        {referralId && <input type="hidden" name="referral" value={referralId} />}
        <IdentityFields values={values} errors={errors} />
        {props.pathways.length > 0 && (
          <SelectField
            name="pathway"
            label="How did they come in?"
            optional
            empty="Not said"
            options={props.pathways.map(({ versionId, name }) => ({ value: versionId, label: name }))}
            value={props.pathway || undefined}
          />
        )}
        <p>You follow the case, and are reminded after 1, 7, 30 and 90 days to ask how it goes.</p>
        <p>
          <Button icon="plus">Open the case</Button>
        </p>
        <WhoCanSee
          can={[`${props.organizationName}: those who work on cases`]}
          cannot={['Police', 'Courts', 'Other places']}
        />
      </form>
    </Page>
  )
}
