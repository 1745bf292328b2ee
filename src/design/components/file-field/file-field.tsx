import { described, Field, type FieldProps, fieldId } from '../field/field.tsx'

export type FileFieldProps = FieldProps & {
  /** The types that are taken, as the browser's own chooser reads them: `application/pdf,image/jpeg`. */
  accept: string
}

/** A native chooser of one file; on a phone it offers the camera. A file that was refused has to be chosen once more. */
export const FileField = (props: FileFieldProps) => {
  const id = fieldId(props)
  return (
    <Field {...props}>
      <input
        class="usa-input"
        type="file"
        id={id}
        name={props.name}
        accept={props.accept}
        aria-invalid={props.error === undefined ? undefined : 'true'}
        {...described(id, props)}
      />
    </Field>
  )
}
