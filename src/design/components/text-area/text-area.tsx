import { described, Field, type FieldProps, fieldId } from '../field/field.tsx'

export type TextAreaProps = FieldProps & {
  value?: string | undefined
  rows?: number | undefined
  maxlength?: number | undefined
  autocomplete?: string | undefined
  required?: boolean | undefined
}

/** Several lines of text; it grows with what is written where the browser can. */
export const TextArea = (props: TextAreaProps) => {
  const id = fieldId(props)
  return (
    <Field {...props}>
      <textarea
        class="usa-input usa-textarea"
        id={id}
        name={props.name}
        rows={props.rows ?? 3}
        maxlength={props.maxlength}
        autocomplete={props.autocomplete}
        required={props.required}
        aria-invalid={props.error === undefined ? undefined : 'true'}
        {...described(id, props)}
      >
        {props.value}
      </textarea>
    </Field>
  )
}
