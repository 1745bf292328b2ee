import { formWords } from '../../words.ts'
import { FieldGroup, type FieldGroupProps, fieldId } from '../field/field.tsx'

/** A date as it was typed, whole or not: it comes back in the fields when it is refused. */
export type TypedDate = { month: string; day: string; year: string }

export type DateFieldProps = FieldGroupProps & {
  /** Posted as `name-month`, `name-day` and `name-year`. */
  value?: TypedDate | undefined
  /** A date of birth of the person who types; leave out for anybody else's. */
  birthday?: boolean | undefined
}

const parts = [
  { part: 'month', digits: 2 },
  { part: 'day', digits: 2 },
  { part: 'year', digits: 4 },
] as const

/** A memorable date in three native inputs, because nobody should page a calendar back forty years. */
export const DateField = (props: DateFieldProps) => {
  const id = fieldId(props)
  const words = formWords[props.lang ?? 'en']
  return (
    <FieldGroup {...props}>
      <div class="usa-memorable-date">
        {parts.map(({ part, digits }, index) => (
          <div>
            <label for={index === 0 ? id : `${id}-${part}`}>{words[part]}</label>
            <input
              class="usa-input"
              id={index === 0 ? id : `${id}-${part}`}
              name={`${props.name}-${part}`}
              value={props.value?.[part]}
              type="text"
              inputmode="numeric"
              maxlength={digits}
              size={digits}
              autocomplete={props.birthday ? `bday-${part}` : 'off'}
              aria-invalid={props.error === undefined ? undefined : 'true'}
              aria-describedby={props.error === undefined ? undefined : `${id}-error`}
            />
          </div>
        ))}
      </div>
    </FieldGroup>
  )
}
