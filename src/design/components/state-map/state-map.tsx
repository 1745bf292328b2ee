import { classNames } from '../../class-names.ts'
import { stateShape } from './state-shapes.ts'

export type MapDot = { readonly latitude: number; readonly longitude: number }

export type StateMapProps = {
  /** Two letters. */
  state: string
  /** Says in a sentence what the picture shows; all that it shows stands in a table beside it. */
  label: string
  /** The id of that table. */
  table: string
  dots?: readonly MapDot[] | undefined
  /** What a dot is: "Naloxone". */
  dotLabel?: string | undefined
  /** Ids of counties that are drawn with stripes. */
  striped?: ReadonlySet<string> | undefined
  stripedLabel?: string | undefined
}

/**
 * A state with its counties, dots and striped counties: drawn here from bundled shapes, so that no map service learns who
 * looks. Dots and stripes differ in shape, never in colour alone.
 */
export const StateMap = ({
  state,
  label,
  table,
  dots = [],
  dotLabel,
  striped,
  stripedLabel,
}: StateMapProps) => {
  const shape = stateShape(state)
  if (!shape) return null
  const { width, height, counties, borders, onSheet } = shape
  const points = new Set(
    dots.flatMap((dot) => {
      const at = onSheet(dot)
      return at ? [`M${Math.round(at[0])} ${Math.round(at[1])}h0`] : []
    }),
  )
  // In an order of their own: that of the rows they come from could tell of a row that is not shown.
  const drawn = [...points].toSorted().join('')
  const without = counties.filter(({ id }) => striped?.has(id))
  return (
    <figure class="cw-map">
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={label}
        class={classNames(height > width && 'tall')}
      >
        <defs>
          <pattern
            id={`${table}-stripes`}
            width="8"
            height="8"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <path d="M0 0v8" class="stripe" />
          </pattern>
        </defs>
        <path class="land" d={counties.map(({ path }) => path).join('')} />
        {without.length > 0 && (
          <path
            class="without"
            fill={`url(#${table}-stripes)`}
            d={without.map(({ path }) => path).join('')}
          />
        )}
        <path class="borders" d={borders} />
        {points.size > 0 && <path class="halo" d={drawn} />}
        {points.size > 0 && <path class="dots" d={drawn} />}
      </svg>
      <figcaption>
        {dotLabel && (
          <span class="key">
            <svg viewBox="0 0 16 16" aria-hidden="true">
              <path class="dots" d="M8 8h0" />
            </svg>
            {dotLabel}
          </span>
        )}
        {stripedLabel && (
          <span class="key">
            <svg viewBox="0 0 16 16" aria-hidden="true">
              <path class="without" fill={`url(#${table}-stripes)`} d="M1 1h14v14h-14z" />
            </svg>
            {stripedLabel}
          </span>
        )}
        <a href={`#${table}`}>The same as a table</a>
      </figcaption>
    </figure>
  )
}
