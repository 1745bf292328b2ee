import { classNames } from '../../class-names.ts'
import { FieldGroup, type FieldGroupProps, fieldId } from '../field/field.tsx'

/** A stretch of a day as it was typed, whole or not, "HH:MM". */
export type TypedSpan = { readonly opens: string; readonly closes: string }

export type WeekFieldProps = FieldGroupProps & {
  /** Monday first: seven days, each with its stretches in order; two are asked for, and more if there are more. */
  days: readonly {
    readonly name: string
    readonly spans: readonly TypedSpan[]
    readonly isAllDay: boolean
    readonly error?: string | undefined
  }[]
  /** What the button that copies Monday's hours posts as `copy`; left out: none is shown. */
  copies?: readonly { readonly value: string; readonly label: string }[] | undefined
}

const ASKED = 2
const partsOf = (spans: readonly TypedSpan[]): readonly number[] =>
  Array.from({ length: Math.max(ASKED, spans.length) }, (_, index) => index + 1)

const edgeWords = (part: number, edge: 'opens' | 'closes'): string =>
  part === 1 ? edge : `${edge} again${part > ASKED ? `, ${part}` : ''}`

/**
 * A week of hours on a grid: a row a day, two stretches for who shuts at noon, and a tick for day and night. Posts
 * `name-DAY-opens-1`, `name-DAY-closes-1`, …`-2`, and `name-DAY-all`; DAY is 1 Monday … 7 Sunday.
 */
export const WeekField = (props: WeekFieldProps) => {
  const id = fieldId(props)
  return (
    <FieldGroup {...props}>
      <div class="cw-weekfield">
        {props.days.map(({ name, spans, isAllDay, error }, index) => {
          const day = `${id}-${index + 1}`
          return (
            <fieldset
              class={classNames('day', error !== undefined && 'wrong')}
              aria-labelledby={`${day}-name`}
              id={day}
            >
              <b id={`${day}-name`}>{name}</b>
              {partsOf(spans).map((part) => (
                <span class="span">
                  {(['opens', 'closes'] as const).map((edge, at) => (
                    <>
                      {at === 1 && <span aria-hidden="true">–</span>}
                      <input
                        class="usa-input"
                        type="time"
                        name={`${props.name}-${index + 1}-${edge}-${part}`}
                        value={isAllDay ? '' : (spans[part - 1]?.[edge] ?? '')}
                        aria-label={`${name} ${edgeWords(part, edge)}`}
                        aria-describedby={error === undefined ? undefined : `${day}-error`}
                      />
                    </>
                  ))}
                </span>
              ))}
              <span class="cw-chip all">
                <input
                  type="checkbox"
                  name={`${props.name}-${index + 1}-all`}
                  id={`${day}-all`}
                  value="yes"
                  checked={isAllDay}
                />
                <label for={`${day}-all`}>
                  24&nbsp;h<span class="usa-sr-only">{`, ${name}`}</span>
                </label>
              </span>
              {error !== undefined && (
                <span class="usa-error-message" id={`${day}-error`}>
                  {error}
                </span>
              )}
            </fieldset>
          )
        })}
      </div>
      {props.copies && (
        <p class="flow">
          <span>Monday’s hours for</span>
          {props.copies.map(({ value, label }) => (
            <button
              class="usa-button usa-button--outline"
              type="submit"
              name="copy"
              value={value}
              formnovalidate
            >
              {label}
            </button>
          ))}
        </p>
      )}
    </FieldGroup>
  )
}
