import { classNames } from '../../class-names.ts'
import { described, Field, type FieldProps, fieldId } from '../field/field.tsx'

export type TextFieldProps = FieldProps & {
  value?: string | undefined
  type?: 'text' | 'email' | 'tel' | 'password' | 'search' | 'url' | undefined
  /** Which keyboard a phone shows. */
  inputmode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | 'search' | undefined
  /** "off" for anything about somebody else: a shared computer must not offer names. */
  autocomplete?: string | undefined
  maxlength?: number | undefined
  /** 10rem wide, for codes and short numbers: the width tells how much is expected. */
  short?: boolean | undefined
  required?: boolean | undefined
  spellcheck?: boolean | undefined
  /** The id of a datalist on the page. */
  list?: string | undefined
}

/** One line of text. A refused value comes back in the field; the error is read with the label. */
export const TextField = (props: TextFieldProps) => {
  const id = fieldId(props)
  return (
    <Field {...props}>
      <input
        class={classNames('usa-input', props.short && 'short')}
        id={id}
        name={props.name}
        type={props.type ?? 'text'}
        value={props.value}
        inputmode={props.inputmode}
        autocomplete={props.autocomplete}
        maxlength={props.maxlength}
        required={props.required}
        spellcheck={props.spellcheck}
        list={props.list}
        aria-invalid={props.error === undefined ? undefined : 'true'}
        {...described(id, props)}
      />
    </Field>
  )
}
