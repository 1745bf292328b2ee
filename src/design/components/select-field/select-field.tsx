import { formWords } from '../../words.ts'
import { described, Field, type FieldProps, fieldId } from '../field/field.tsx'

export type SelectFieldProps = FieldProps & {
  options: readonly { value: string; label: string }[]
  value?: string | undefined
  /** The empty first choice: "Choose" unless said; `false` when the first option is a fair default. */
  empty?: string | false | undefined
  autocomplete?: string | undefined
  required?: boolean | undefined
}

/** A native list, for more than about seven choices; fewer are radio tiles or chips, where all can be seen. */
export const SelectField = (props: SelectFieldProps) => {
  const id = fieldId(props)
  const empty = props.empty ?? formWords[props.lang ?? 'en'].choose
  return (
    <Field {...props}>
      <select
        class="usa-input usa-select"
        id={id}
        name={props.name}
        autocomplete={props.autocomplete}
        required={props.required}
        aria-invalid={props.error === undefined ? undefined : 'true'}
        {...described(id, props)}
      >
        {empty !== false && <option value="">{empty}</option>}
        {props.options.map(({ value, label }) => (
          <option value={value} selected={value === props.value}>
            {label}
          </option>
        ))}
      </select>
    </Field>
  )
}
