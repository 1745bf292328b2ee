import {
  Button,
  Card,
  DateField,
  EmptyState,
  ErrorSummary,
  PageHeading,
  Row,
  Rows,
  SelectField,
  TextArea,
  TextField,
  type TypedDate,
} from '#design'
import type { Day } from '#kernel/calendar-day.ts'
import type { CardField } from './card-fields.ts'
import { CardFrame, type CardLook, inLanguage } from './card-frame.page.tsx'
import { cardWords, choicesOf } from './card-words.ts'
import { EntryFacts } from './entry-facts.page.tsx'
import type { NamedEntry } from './list-cards.ts'
import { STATES } from './states.ts'

export type CardForm = {
  readonly id: string
  readonly value: string
  readonly source: string
  readonly reviewedOn: TypedDate
  readonly note: string
  readonly errors: Readonly<Record<string, string>>
}

export type CardFieldProps = {
  readonly look: CardLook
  readonly state: string
  readonly field: CardField
  /** What stands comes first. */
  readonly history: readonly NamedEntry[]
  readonly today: Day
  /** Only for whoever may enter something. */
  readonly form: CardForm | undefined
}

const ChangeForm = ({ state, field, form }: { state: string; field: CardField; form: CardForm }) => {
  const choices = choicesOf(field)
  const { errors } = form
  const value = { name: 'value', label: 'What the law says', value: form.value, error: errors.value }
  return (
    <Card title="Enter what you read" id="enter">
      <p>
        It stands from then on, for everybody who uses Causeway here. What stood before stays in the history,
        and no update of Causeway takes its place.
      </p>
      <form method="post" action={`/law/${state}/${field.name}`} class="stack">
        <input type="hidden" name="id" value={form.id} />
        {choices ? (
          <SelectField {...value} options={choices} />
        ) : (
          <TextField {...value} maxlength={500} autocomplete="off" />
        )}
        <TextField
          name="source"
          label="Where you read it"
          hint="The address of the law, or its section: 17-A M.R.S. § 1111-B"
          value={form.source}
          error={errors.source}
          maxlength={500}
          autocomplete="off"
        />
        <DateField
          name="reviewed-on"
          legend="When you read it"
          hint="For example 11 24 2026"
          value={form.reviewedOn}
          error={errors['reviewed-on']}
        />
        <TextArea name="note" label="A note" optional value={form.note} error={errors.note} maxlength={500} />
        <p class="cw-ask">
          <Button>Save</Button>
        </p>
      </form>
    </Card>
  )
}

/** All that one field of a card has ever said, and the form for whoever may enter something. */
export const CardFieldPage = ({ look, state, field, history, today, form }: CardFieldProps) => {
  const { lang } = look
  const words = cardWords[lang]
  const name = STATES[state] ?? state
  const errors = Object.entries(form?.errors ?? {}).map(([at, message]) => ({ field: at, message }))
  return (
    <CardFrame look={look} title={`${field.label[lang]}, ${name}`} hasErrors={errors.length > 0}>
      <ErrorSummary errors={errors} />
      <PageHeading
        over={<a href={inLanguage(`/law/${state}#${field.name}`, lang)}>{name}</a>}
        title={field.label[lang]}
        note={words.notReviewedMeans}
      />
      {history.length === 0 ? (
        <EmptyState icon="file" level={2} title={words.notReviewed} />
      ) : (
        <Rows plain ordered label={words.history}>
          {history.map((entry, index) => (
            <Row
              level={2}
              title={
                index === 0
                  ? { en: 'What stands', es: 'Lo vigente' }[lang]
                  : { en: 'Before, or elsewhere', es: 'Antes, o en otra parte' }[lang]
              }
            >
              <EntryFacts field={field} entry={entry} lang={lang} today={today} />
            </Row>
          ))}
        </Rows>
      )}
      {form && <ChangeForm state={state} field={field} form={form} />}
    </CardFrame>
  )
}
