import type { Child } from 'hono/jsx'
import { classNames } from '../../class-names.ts'
import { formWords, type Lang } from '../../words.ts'
import { Icon } from '../icon/icon.tsx'

/** What every field takes. `name` is the form's key; `id` is the name unless two fields would share it. */
export type FieldProps = {
  name: string
  label: Child
  id?: string | undefined
  hint?: Child
  /** A sentence that says how to put it right: "Use a time like 4:10 PM". */
  error?: string | undefined
  /** Nearly everything asked is needed; what is not says so. */
  optional?: boolean | undefined
  lang?: Lang | undefined
}

/** The id a field goes by: error summaries link to it. */
export const fieldId = ({ id, name }: { id?: string | undefined; name: string }): string => id ?? name

/** Attributes that tie a control to its hint and its error; a missing part is not named. */
export const described = (id: string, { hint, error }: { hint?: Child; error?: string | undefined }) => ({
  'aria-describedby': classNames(Boolean(hint) && `${id}-hint`, Boolean(error) && `${id}-error`) || undefined,
})

const Optional = ({ optional, lang = 'en' }: { optional?: boolean | undefined; lang?: Lang | undefined }) =>
  optional ? <span class="muted optional">{` (${formWords[lang].optional})`}</span> : null

const HintAndError = ({ id, hint, error }: { id: string; hint?: Child; error?: string | undefined }) => (
  <>
    {hint && (
      <span class="usa-hint" id={`${id}-hint`}>
        {hint}
      </span>
    )}
    {error && (
      <span class="usa-error-message" id={`${id}-error`}>
        <Icon name="alert" />
        {error}
      </span>
    )}
  </>
)

const groupClass = (error: string | undefined) =>
  classNames('usa-form-group cw-ask', error !== undefined && 'usa-form-group--error')

/** One control with its label above, hint before it and error beside it, in that reading order. */
export const Field = (props: FieldProps & { children?: Child }) => {
  const id = fieldId(props)
  return (
    <div class={groupClass(props.error)}>
      <label class="usa-label" for={id}>
        {props.label}
        <Optional optional={props.optional} lang={props.lang} />
      </label>
      <HintAndError id={id} hint={props.hint} error={props.error} />
      {props.children}
    </div>
  )
}

export type FieldGroupProps = Omit<FieldProps, 'label'> & {
  legend: Child
  /** 18 px, for the questions of a form in the field. */
  big?: boolean | undefined
  children?: Child
}

/** Several controls that answer one question: a fieldset whose legend, hint and error are read with it. */
export const FieldGroup = (props: FieldGroupProps) => {
  const id = fieldId(props)
  return (
    <fieldset class={groupClass(props.error)} {...described(id, props)}>
      <legend class={classNames('usa-legend', props.big && 'big')}>
        {props.legend}
        <Optional optional={props.optional} lang={props.lang} />
      </legend>
      <HintAndError id={id} hint={props.hint} error={props.error} />
      {props.children}
    </fieldset>
  )
}
