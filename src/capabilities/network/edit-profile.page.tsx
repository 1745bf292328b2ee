import {
  Button,
  Card,
  Chips,
  ErrorSummary,
  FieldGroup,
  More,
  Page,
  PageHeading,
  SendBar,
  TextArea,
  TextField,
} from '#design'
import type { Frame } from '#identity'
import type { FormFields } from '#platform/http/form-body.ts'
import { ChangedMeanwhile } from './changed-meanwhile.page.tsx'
import type { Listing } from './get-service.ts'
import { MEDICINES } from './listing.ts'
import { ASAM_LEVELS, type AsamEdition, FACTS, type Fact, MOUD_WAYS } from './profile.ts'
import { PROFILE_FIELDS, type ProfileField } from './profile-fields.ts'
import { NOTHING } from './read-profile-form.ts'

export type EditProfileProps = {
  readonly frame: Frame
  readonly place: Pick<Listing, 'serviceId' | 'providerName'>
  /** What the form shows: the listing as it stands, or what was typed. */
  readonly fields: FormFields
  readonly errors?: Readonly<Record<string, string>> | undefined
  /** The change's own id, and up to when the form knows the listing. */
  readonly id: string
  readonly seenAt: string
  /** Somebody else has changed the listing since the form was opened. */
  readonly isStale?: boolean | undefined
}

/** The listing as fields of the form, the way round that a browser would send them. */
export const profileFields = (place: Listing): FormFields => {
  const values = { ...place, payers: place.takes, name: place.serviceName } as unknown as Record<
    string,
    unknown
  >
  const fields: Record<string, string[]> = {}
  for (const { name, shape } of PROFILE_FIELDS) {
    const value = values[name]
    if (value === null || value === undefined) continue
    if (shape === 'names') fields[name] = [(value as string[]).join('\n')]
    else if (Array.isArray(value)) fields[name] = value.length > 0 ? (value as string[]) : [NOTHING]
    else fields[name] = [value === true ? 'yes' : value === false ? 'no' : String(value)]
  }
  const { asamEdition, asamLevels } = place
  fields.asamEdition = [asamEdition ?? (asamLevels ? NOTHING : '')]
  if (asamEdition && asamLevels) fields[`asam-${asamEdition}`] = [...asamLevels]
  return fields
}

const optionsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words)
    .filter(([, label]) => label !== '')
    .map(([value, label]) => ({ value, label }))

const NOT_KNOWN = { value: '', label: 'Not known' }

type Asked = { readonly field: ProfileField; readonly fields: FormFields; readonly error: string | undefined }

const Ask = ({ field, fields, error }: Asked) => {
  const { name, shape, label, hint, words = {}, unit } = field
  const value = fields[name]?.[0] ?? ''
  switch (shape) {
    case 'list':
      return (
        <Chips
          {...{ name, hint, error }}
          legend={label}
          choose="any"
          options={[
            ...optionsOf(words),
            ...(name === 'needs' ? [] : [{ value: NOTHING, label: 'None of these' }]),
          ]}
          values={[...(fields[name] ?? [])]}
        />
      )
    case 'one':
      return (
        <Chips
          {...{ name, hint, error }}
          legend={label}
          choose="one"
          options={[...optionsOf(words), ...(words.unknown ? [] : [NOT_KNOWN])]}
          values={[value || (words.unknown ? 'unknown' : '')]}
        />
      )
    case 'yesno':
      return (
        <Chips
          {...{ name, hint, error }}
          legend={label}
          choose="one"
          options={[{ value: 'yes', label: 'Yes' }, { value: 'no', label: 'No' }, NOT_KNOWN]}
          values={[value]}
        />
      )
    case 'number':
      return (
        <TextField
          {...{ name, label, error, value }}
          hint={unit && `In ${unit.replace(' ago', '')}`}
          inputmode="numeric"
          maxlength={5}
          short
          optional
          autocomplete="off"
        />
      )
    case 'names':
      return <TextArea {...{ name, label, hint, error, value }} rows={2} optional />
    case 'text':
      return (
        <TextField
          {...{ name, label, hint, error, value }}
          type={/phone|hotline/i.test(name) ? 'tel' : 'text'}
          maxlength={200}
          optional={name !== 'name'}
          autocomplete="off"
        />
      )
  }
}

/** Medicines down, what can be done with them across: nine ticks instead of nine questions. */
const MoudGrid = ({ fields }: { fields: FormFields }) => {
  const chosen = fields.moud ?? []
  return (
    <FieldGroup
      name="moud"
      legend="What can be done with each medicine?"
      hint="Starting it the same day, going on with it, and taking people who are on it are three things. No tick at all: not known"
    >
      {Object.entries(MEDICINES).map(([medicine, medicineName]) => (
        <Chips
          name="moud"
          id={`moud-${medicine}`}
          legend={medicineName}
          choose="any"
          values={[...chosen]}
          options={Object.entries(MOUD_WAYS).map(([way, label]) => ({ value: `${medicine}:${way}`, label }))}
        />
      ))}
      <Chips
        name="moud"
        id="moud-none"
        legend="Or"
        choose="any"
        values={[...chosen]}
        options={[{ value: NOTHING, label: 'No medicine at all' }]}
      />
    </FieldGroup>
  )
}

/** The edition first, because its numbers mean something only with it. */
const Asam = ({ fields }: { fields: FormFields }) => (
  <>
    <Chips
      name="asamEdition"
      legend="Levels of care: which edition of The ASAM Criteria?"
      choose="one"
      values={[fields.asamEdition?.[0] ?? '']}
      options={[
        { value: '4', label: '4th (2023)' },
        { value: '3', label: '3rd (2013)' },
        { value: NOTHING, label: 'None of them' },
        NOT_KNOWN,
      ]}
    />
    {(['4', '3'] as const satisfies readonly AsamEdition[]).map((edition) => (
      <More
        summary={`Levels by the ${edition === '4' ? '4th' : '3rd'} edition`}
        open={fields.asamEdition?.[0] === edition}
      >
        <Chips
          name={`asam-${edition}`}
          legend={`Levels by the ${edition === '4' ? '4th' : '3rd'} edition`}
          hint="They count only if their edition is chosen above"
          choose="any"
          values={[...(fields[`asam-${edition}`] ?? [])]}
          options={Object.entries(ASAM_LEVELS[edition]).map(([value, label]) => ({
            value,
            label: `${value} ${label}`,
          }))}
        />
      </More>
    ))}
  </>
)

const PARTS: readonly Fact[] = ['services', 'moud', 'admission', 'payers', 'phone']

/** Everything that a listing says, in the order in which somebody on the phone would tell it. */
export const EditProfilePage = ({
  frame,
  place,
  fields,
  errors = {},
  id,
  seenAt,
  isStale,
}: EditProfileProps) => {
  const wrong = Object.entries(errors).map(([field, message]) => ({ field, message }))
  return (
    <Page {...frame} title="Change the profile" hasErrors={wrong.length > 0} narrow form>
      <PageHeading
        over={<a href={`/places/${place.serviceId}`}>{place.providerName}</a>}
        title="Change the profile"
        note="What you leave as not known is shown as not known, never as a no. Saving counts as checking all of it today."
      />
      {wrong.length > 0 && <ErrorSummary errors={wrong} />}
      <form method="post" action={`/places/${place.serviceId}/profile`} class="stack gap-3">
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="seenAt" value={seenAt} />
        {isStale && <ChangedMeanwhile serviceId={place.serviceId} />}
        {PARTS.map((fact) => (
          <Card title={FACTS[fact]} id={`part-${fact}`} gap={3}>
            {fact === 'moud' ? (
              <MoudGrid fields={fields} />
            ) : (
              PROFILE_FIELDS.filter((one) => one.fact === fact).map((field) => (
                <Ask field={field} fields={fields} error={errors[field.name]} />
              ))
            )}
            {fact === 'services' && <Asam fields={fields} />}
          </Card>
        ))}
        <SendBar>
          <Button big wide>
            Save
          </Button>
        </SendBar>
      </form>
    </Page>
  )
}
