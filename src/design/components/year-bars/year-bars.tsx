export type YearBarsProps = {
  /** What the picture says as a whole: "Records a year, 1986 to 2025; most in 2021, 23". */
  label: string
  years: readonly { readonly year: number; readonly count: number }[]
  /** What is chosen; bars outside it are faint. */
  from?: number | undefined
  to?: number | undefined
  /** The address of one year. */
  href: (year: number) => string
}

const HEIGHT = 56
const MOST_BARS = 60

/** How many a year, a bar each: the bars are links, and the fields beside them say the same to whoever cannot see them. */
export const YearBars = ({ label, years, from, to, href }: YearBarsProps) => {
  const last = Math.max(...years.map(({ year }) => year))
  const first = Math.max(Math.min(...years.map(({ year }) => year)), last - MOST_BARS + 1)
  const most = Math.max(...years.map(({ count }) => count))
  const width = 240 / Math.max(last - first + 1, 12)
  return (
    <figure class="cw-years" aria-label={label}>
      <svg viewBox={`0 0 240 ${HEIGHT}`} aria-hidden="true">
        {years
          .filter(({ year }) => year >= first)
          .map(({ year, count }) => {
            const height = Math.max(2, (count / most) * HEIGHT)
            const isOut = (from !== undefined && year < from) || (to !== undefined && year > to)
            return (
              <a href={href(year)} tabindex={-1}>
                <title>{`${year}: ${count.toLocaleString('en-US')}`}</title>
                <rect class="all" x={(year - first) * width} y={0} width={width} height={HEIGHT} />
                <rect
                  class={isOut ? 'out' : undefined}
                  x={(year - first) * width + width * 0.1}
                  y={HEIGHT - height}
                  width={width * 0.8}
                  height={height}
                  rx={1}
                />
              </a>
            )
          })}
      </svg>
      <figcaption>
        <span>{first}</span>
        <span>{last}</span>
      </figcaption>
    </figure>
  )
}
