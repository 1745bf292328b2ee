import { Card, SelectField, TextField } from '#design'
import { type FormFields, firstOf } from '#platform/http/form-body.ts'
import { MOST_CHOICES } from './change.ts'
import { type Choice, type Definition, END, FOLLOWING, NOWHERE, type Question } from './definition.ts'

type Props = {
  readonly definition: Definition
  readonly question: Question | undefined
  /** What was typed and not accepted. */
  readonly fields?: FormFields | undefined
  readonly errors: Readonly<Record<string, string>>
}

/** The answers as they were typed, or as they are; two empty rows more, to add to them. */
const rowsOf = ({ question, fields }: Props): Partial<Choice>[] => {
  if (fields)
    return Array.from({ length: MOST_CHOICES }, (_, row) => ({
      id: firstOf(fields, `choice-${row}`),
      label: firstOf(fields, `label-${row}`),
      tell: firstOf(fields, `tell-${row}`),
      next: firstOf(fields, `next-${row}`),
    })).filter((row, index) => row.label || index < 3)
  const choices: Partial<Choice>[] = question ? [...question.choices] : [{ label: 'Yes' }, { label: 'No' }]
  return [...choices, {}, {}].slice(0, MOST_CHOICES)
}

/** A question with its answers: what each says, where it leads, and what the officer is told. */
export const QuestionFields = (props: Props) => {
  const { definition, question, fields, errors } = props
  const others = definition.questions.filter(({ id }) => id !== question?.id)
  const leads = [
    { value: FOLLOWING, label: 'The question below' },
    ...others.map(({ id, text }) => ({ value: id, label: `“${text}”` })),
    { value: END, label: 'The end: approval' },
    { value: NOWHERE, label: 'Nowhere yet' },
  ]
  const value = (name: 'text' | 'hint' | 'source') => (fields ? firstOf(fields, name) : question?.[name])
  return (
    <>
      <TextField name="text" label="The question" value={value('text')} error={errors.text} maxlength={300} />
      <TextField
        name="hint"
        label="A hint under it"
        optional
        value={value('hint')}
        error={errors.hint}
        maxlength={300}
      />
      {rowsOf(props).map((choice, row) => (
        <Card title={`Answer ${row + 1}`} id={`answer-${row}`} gap={1}>
          <input type="hidden" name={`choice-${row}`} value={choice.id ?? ''} />
          <TextField
            name={`label-${row}`}
            label="What it says"
            hint={row > 1 && !choice.label ? 'Leave it empty for no such answer' : undefined}
            value={choice.label}
            error={row === 0 ? errors.label : undefined}
            maxlength={300}
          />
          <SelectField
            name={`next-${row}`}
            label="Leads to"
            options={leads}
            value={choice.next ?? FOLLOWING}
            empty={false}
          />
          <TextField
            name={`tell-${row}`}
            label="What the officer is told then"
            optional
            value={choice.tell}
            error={row === 0 ? errors.tell : undefined}
            maxlength={300}
          />
        </Card>
      ))}
      <TextField
        name="source"
        label="Where it comes from"
        hint="A law, a policy, an operator’s protocol"
        optional
        value={value('source')}
        error={errors.source}
        maxlength={300}
      />
    </>
  )
}
