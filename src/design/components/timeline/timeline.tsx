import type { Child } from 'hono/jsx'

/** A stretch of time in a row. */
export type TimelineBar = {
  from: Date
  until: Date
  /** `now`: it counts. `soon`: not for long. `later`: it has yet to. `past`: it is over. */
  is: 'now' | 'soon' | 'later' | 'past'
}

export type TimelineProps = {
  /** What is seen, for whoever cannot: the figure's own name. */
  label: string
  rows: readonly {
    label: Child
    /** The row in words: “Deflection agreement until March 1, 2027”. */
    words: string
    bars: readonly TimelineBar[]
  }[]
  /** What is shown; whatever reaches further is cut at the edge. */
  from: Date
  until: Date
  now: Date
}

const BAR = { top: 4, height: 12 }
const AXIS_HEIGHT = 18

/** Who is covered from when to when: a row each, the years along the top, and a line at today. Put its table beside it. */
export const Timeline = ({ label, rows, from, until, now }: TimelineProps) => {
  const span = until.getTime() - from.getTime()
  const share = (at: Date) => Math.min(1, Math.max(0, (at.getTime() - from.getTime()) / span))
  const percent = (part: number) => `${(part * 100).toFixed(2)}%`
  const years = yearsWithin(from, until)
  return (
    <figure class="cw-timeline" aria-label={label}>
      <div>
        <span />
        <svg height={AXIS_HEIGHT} aria-hidden="true">
          {years.map((year) => (
            <text x={percent(share(new Date(Date.UTC(year, 0, 1))))} y="13" dx="3">
              {year}
            </text>
          ))}
        </svg>
      </div>
      {rows.map((row) => (
        <div>
          <span class="name">{row.label}</span>
          <svg height={BAR.top * 2 + BAR.height} role="img" aria-label={row.words}>
            <rect class="track" y={BAR.top} width="100%" height={BAR.height} rx="3" />
            {row.bars.map((bar) => (
              <rect
                class={bar.is}
                x={percent(share(bar.from))}
                y={BAR.top}
                width={percent(Math.max(0.006, share(bar.until) - share(bar.from)))}
                height={BAR.height}
                rx="3"
              />
            ))}
            {years.map((year) => {
              const x = percent(share(new Date(Date.UTC(year, 0, 1))))
              return <line class="year" x1={x} x2={x} y1={0} y2="100%" />
            })}
            <line class="today" x1={percent(share(now))} x2={percent(share(now))} y1={0} y2="100%" />
          </svg>
        </div>
      ))}
    </figure>
  )
}

const yearsWithin = (from: Date, until: Date): number[] => {
  const years: number[] = []
  for (let year = from.getUTCFullYear() + 1; year <= until.getUTCFullYear(); year++) years.push(year)
  return years
}
