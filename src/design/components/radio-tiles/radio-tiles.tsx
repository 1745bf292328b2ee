import type { Child } from 'hono/jsx'
import { classNames } from '../../class-names.ts'
import { FieldGroup, type FieldGroupProps, fieldId } from '../field/field.tsx'

export type TileOption = {
  value: string
  label: Child
  /** What it means, under the label. */
  hint?: Child
  /** At the right of the label: a state such as "2 beds". */
  state?: Child
  /** Under the hint; text-level markup only, such as `<Reasons inLabel>`. */
  extra?: Child
}

export type RadioTilesProps = FieldGroupProps & {
  options: readonly TileOption[]
  value?: string | undefined
  /** Side by side from 640 px on. */
  columns?: 1 | 2 | 3 | undefined
  required?: boolean | undefined
}

/** The words of one tile, shared with checkboxes. */
export const TileWords = ({ label, hint, state, extra }: TileOption) => (
  <>
    {state ? (
      <span class="top">
        <b>{label}</b>
        {state}
      </span>
    ) : (
      label
    )}
    {hint && <span class="hint">{hint}</span>}
    {extra}
  </>
)

/** The class of a grid of tiles. */
export const tilesClass = (columns: 1 | 2 | 3 = 1): string =>
  classNames('cw-tiles', columns === 2 && 'two', columns === 3 && 'three')

/** The id of the n-th choice: the first carries the field's own, so that an error summary leads to it. */
export const choiceId = (id: string, index: number): string => (index === 0 ? id : `${id}-${index + 1}`)

/** One of a few: native radios, arrow keys move, the whole tile is the target. */
export const RadioTiles = (props: RadioTilesProps) => {
  const id = fieldId(props)
  return (
    <FieldGroup {...props}>
      <div class={tilesClass(props.columns)}>
        {props.options.map((option, index) => (
          <div class="usa-radio">
            <input
              type="radio"
              name={props.name}
              id={choiceId(id, index)}
              value={option.value}
              checked={option.value === props.value}
              required={props.required}
            />
            <label for={choiceId(id, index)}>
              <TileWords {...option} />
            </label>
          </div>
        ))}
      </div>
    </FieldGroup>
  )
}
