import { CheckboxTile, Chips, RadioTiles, SelectField, TextField } from '#design'
import { firstOf } from '#platform/http/form-body.ts'
import { options, type PartFieldsProps, SourceField, values } from './part-fields.page.tsx'
import { CHECKS, EVENTS, OUTCOMES, UNITS } from './pathway-words.ts'

export const CriterionFields = (props: PartFieldsProps) => {
  const { definition, item, errors, fields } = props
  const found = definition.criteria.find(({ id }) => id === item)
  const { one, many } = values(props, found ?? { outcome: 'presumptively-ineligible', check: 'asked' })
  const asked = found?.question ?? (fields ? firstOf(fields, 'question') : props.question)
  const question = definition.questions.find(({ id }) => id === asked)
  return (
    <>
      <input type="hidden" name="question" value={asked ?? ''} />
      <p>
        <b>{question?.text ?? 'This criterion has lost its question. Remove it, and add it at another.'}</b>
      </p>
      <TextField
        name="label"
        label="What has to be so"
        hint="In a few words, such as “18 or older”"
        value={one('label')}
        error={errors.label}
        maxlength={300}
      />
      {question && (
        <Chips
          name="fails"
          legend="With which answers is it not so?"
          choose="any"
          values={many('fails')}
          error={errors.fails}
          options={question.choices.map(({ id, label }) => ({ value: id, label }))}
        />
      )}
      <RadioTiles
        name="outcome"
        legend="What then?"
        columns={2}
        value={one('outcome')}
        error={errors.outcome}
        options={[
          {
            value: 'presumptively-ineligible',
            label: OUTCOMES['presumptively-ineligible'],
            hint: 'Can be overridden, with a reason and an approver',
          },
          {
            value: 'hard-stop',
            label: OUTCOMES['hard-stop'],
            hint: 'It ends here, and nothing more is asked',
          },
        ]}
      />
      <RadioTiles
        name="check"
        legend="How is it answered?"
        hint="What a check of records comes to is kept without its reason"
        columns={3}
        value={one('check')}
        error={errors.check}
        options={options(CHECKS)}
      />
      <SourceField value={one('source')} error={errors.source} />
    </>
  )
}

const eventOptions = options(EVENTS)

export const DeadlineFields = (props: PartFieldsProps) => {
  const { definition, item, errors } = props
  const { one } = values(props, definition.deadlines.find(({ id }) => id === item) ?? { unit: 'days' })
  const number = (name: string) => (one(name) === '0' ? '' : one(name))
  return (
    <>
      <TextField
        name="label"
        label="What has to be done"
        value={one('label')}
        error={errors.label}
        maxlength={300}
      />
      <SelectField
        name="from"
        label="The clock starts when"
        options={eventOptions}
        value={one('from')}
        error={errors.from}
      />
      <SelectField
        name="until"
        label="The clock stops when"
        options={eventOptions}
        value={one('until')}
        error={errors.until}
      />
      <TextField
        name="within"
        label="How long may it take?"
        short
        inputmode="numeric"
        value={number('within')}
        error={errors.within}
      />
      <Chips
        name="unit"
        legend="Counted in"
        choose="one"
        values={[one('unit')]}
        options={Object.keys(UNITS).map((value) => ({ value, label: value }))}
      />
      <TextField
        name="earliest"
        label="Not before"
        hint="In the same unit, where it must not come too soon"
        optional
        short
        inputmode="numeric"
        value={number('earliest')}
        error={errors.earliest}
      />
      <SourceField value={one('source')} error={errors.source} />
    </>
  )
}

export const DocumentFields = (props: PartFieldsProps) => {
  const { definition, item, errors, fields } = props
  const found = definition.documents.find(({ id }) => id === item)
  const { one } = values(props, found)
  return (
    <>
      <TextField name="label" label="What it is" value={one('label')} error={errors.label} maxlength={300} />
      <SelectField
        name="when"
        label="Needed when"
        options={eventOptions}
        value={one('when')}
        error={errors.when}
        empty={false}
      />
      <CheckboxTile
        name="required"
        value="yes"
        label="It cannot go on without it"
        checked={fields ? firstOf(fields, 'required') === 'yes' : (found?.required ?? true)}
      />
      <SourceField value={one('source')} error={errors.source} />
    </>
  )
}
