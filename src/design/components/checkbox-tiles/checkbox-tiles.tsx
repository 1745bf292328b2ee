import { FieldGroup, type FieldGroupProps, fieldId } from '../field/field.tsx'
import { choiceId, type TileOption, TileWords, tilesClass } from '../radio-tiles/radio-tiles.tsx'

export type CheckboxTilesProps = FieldGroupProps & {
  options: readonly TileOption[]
  values?: readonly string[] | undefined
  columns?: 1 | 2 | 3 | undefined
}

/** Any of a few: native checkboxes that share one name; the whole tile is the target. */
export const CheckboxTiles = (props: CheckboxTilesProps) => {
  const id = fieldId(props)
  return (
    <FieldGroup {...props}>
      <div class={tilesClass(props.columns)}>
        {props.options.map((option, index) => (
          <CheckboxTile
            name={props.name}
            id={choiceId(id, index)}
            {...option}
            checked={props.values?.includes(option.value)}
          />
        ))}
      </div>
    </FieldGroup>
  )
}

export type CheckboxTileProps = TileOption & {
  name: string
  id?: string | undefined
  checked?: boolean | undefined
  required?: boolean | undefined
}

/** One statement to agree to, with its meaning under it. */
export const CheckboxTile = (props: CheckboxTileProps) => {
  const id = fieldId(props)
  return (
    <div class="usa-checkbox">
      <input
        type="checkbox"
        name={props.name}
        id={id}
        value={props.value}
        checked={props.checked}
        required={props.required}
      />
      <label for={id}>
        <TileWords {...props} />
      </label>
    </div>
  )
}
