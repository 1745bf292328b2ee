import { More } from '../more/more.tsx'

export type FacetOption = { readonly value: string; readonly label: string; readonly count: number }

export type FacetProps = {
  name: string
  legend: string
  options: readonly FacetOption[]
  values: readonly string[]
  /** How many are open to the eye; the others are a press away. Those chosen always are. */
  shown?: number | undefined
  /** What the press says: "23 more". */
  more: (count: number) => string
}

const Choice = ({
  id,
  name,
  option,
  values,
}: { id: string; option: FacetOption } & Pick<FacetProps, 'name' | 'values'>) => (
  <div class="usa-checkbox">
    <input type="checkbox" id={id} name={name} value={option.value} checked={values.includes(option.value)} />
    <label for={id}>
      {option.label} <span>{option.count.toLocaleString('en-US')}</span>
    </label>
  </div>
)

/** What a list can be narrowed by, each with how many would be left. */
export const Facet = ({ name, legend, options, values, shown = 6, more }: FacetProps) => {
  const first = options.filter(({ value }, index) => index < shown || values.includes(value))
  const rest = options.filter((option) => !first.includes(option))
  const choice = (option: FacetOption) => (
    <Choice id={`${name}-${options.indexOf(option) + 1}`} name={name} option={option} values={values} />
  )
  return (
    <fieldset class="cw-facet cw-ask">
      <legend class="usa-legend">{legend}</legend>
      {first.map(choice)}
      {rest.length > 0 && <More summary={more(rest.length)}>{rest.map(choice)}</More>}
    </fieldset>
  )
}
