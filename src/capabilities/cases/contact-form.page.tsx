import { Button, Chips, TextArea, TextField, WordsWarning } from '#design'
import { type FormFields, firstOf } from '#platform/http/form-body.ts'
import { CHANNELS } from './case.ts'
import { type Errors, findingsInCase } from './case-form.ts'

const AS_IT_IS_ID = 'contact-words'

/** A contact in seconds: two taps, and words where there are any. */
export const ContactForm = ({
  caseId,
  newId,
  fields,
  errors,
}: {
  readonly caseId: string
  readonly newId: string
  readonly fields: FormFields
  readonly errors: Errors
}) => (
  <form class="stack gap-2" method="post" action={`/cases/${caseId}/contacts`} novalidate autocomplete="off">
    <input type="hidden" name="id" value={firstOf(fields, 'id') || newId} />
    <Chips
      name="channel"
      legend="How?"
      choose="one"
      options={Object.entries(CHANNELS).map(([value, label]) => ({ value, label }))}
      values={fields.channel ?? ['call']}
      error={errors.channel}
    />
    <Chips
      name="reached"
      legend="Did you reach them?"
      choose="one"
      joined
      options={[
        { value: 'yes', label: 'Yes' },
        { value: 'no', label: 'No' },
      ]}
      values={fields.reached ?? []}
      error={errors.reached}
    />
    <TextArea
      name="words"
      label="What should be remembered?"
      rows={2}
      maxlength={4000}
      optional
      autocomplete="off"
      value={firstOf(fields, 'words') || undefined}
      error={errors.words}
    />
    <TextField
      name="minutes"
      label="Minutes"
      short
      optional
      inputmode="numeric"
      autocomplete="off"
      value={firstOf(fields, 'minutes') || undefined}
      error={errors.minutes}
    />
    <WordsWarning fields={findingsInCase(fields)} said={firstOf(fields, 'asItIs')} id={AS_IT_IS_ID} />
    <p>
      <Button icon="check">Save the contact</Button>
    </p>
  </form>
)
