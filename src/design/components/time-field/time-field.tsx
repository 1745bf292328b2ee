import { described, Field, type FieldProps, fieldId } from '../field/field.tsx'

export type TimeFieldProps = FieldProps & {
  /** 24-hour, "16:10", as browsers post it. */
  value?: string | undefined
  required?: boolean | undefined
}

/** A native time input: the browser shows the clock of the person's own place. */
export const TimeField = (props: TimeFieldProps) => {
  const id = fieldId(props)
  return (
    <Field {...props}>
      <input
        class="usa-input short"
        type="time"
        id={id}
        name={props.name}
        value={props.value}
        required={props.required}
        aria-invalid={props.error === undefined ? undefined : 'true'}
        {...described(id, props)}
      />
    </Field>
  )
}
