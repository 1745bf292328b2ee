const DAY_MINUTES = 1440
const LABEL = 34
const HOUR = 12
const ROW = 18
const HEAD = 14
const WIDTH = LABEL + 24 * HOUR
const TICKS = [0, 6, 12, 18, 24]

/** A stretch of one day, in minutes from its midnight. */
export type DayStretch = { readonly from: number; readonly to: number }

export type WeekPictureProps = {
  /** The whole of it in words, for whoever does not see it; a table beside it says each day. */
  label: string
  days: readonly {
    /** "Mon" */
    name: string
    open: readonly DayStretch[]
    /** When somebody new is taken in: an amber line under it. */
    intake?: readonly DayStretch[] | undefined
    today?: boolean | undefined
  }[]
  /** The time by the place's clock, in minutes from midnight: a line through today. */
  now?: number | undefined
}

const x = (minutes: number): number => LABEL + (minutes / 60) * HOUR
const hourName = (hour: number): string =>
  hour === 0 || hour === 24 ? '12a' : hour === 12 ? 'noon' : hour > 12 ? `${hour - 12}p` : `${hour}a`

/** A week of hours as bars, midnight to midnight, so that a gap is seen before it is read. */
export const WeekPicture = ({ label, days, now }: WeekPictureProps) => {
  const height = HEAD + days.length * ROW
  return (
    <svg class="cw-week" viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={label}>
      {TICKS.map((hour) => (
        <>
          <line x1={x(hour * 60)} x2={x(hour * 60)} y1={HEAD} y2={height} class="tick" />
          <text x={x(hour * 60)} y={9} class={hour === 24 ? 'end' : hour === 0 ? '' : 'mid'}>
            {hourName(hour)}
          </text>
        </>
      ))}
      {days.map(({ name, open, intake = [], today }, index) => {
        const top = HEAD + index * ROW
        return (
          <>
            <text x={0} y={top + 12} class={today ? 'day today' : 'day'}>
              {name}
            </text>
            <rect x={LABEL} y={top + 3} width={x(DAY_MINUTES) - LABEL} height={ROW - 8} rx={3} class="shut" />
            {open.map(({ from, to }) => (
              <rect x={x(from)} y={top + 3} width={x(to) - x(from)} height={ROW - 8} rx={3} class="open" />
            ))}
            {intake.map(({ from, to }) => (
              <rect x={x(from)} y={top + ROW - 4} width={x(to) - x(from)} height={3} class="intake" />
            ))}
            {today && now !== undefined && (
              <line x1={x(now)} x2={x(now)} y1={top + 1} y2={top + ROW - 1} class="now" />
            )}
          </>
        )
      })}
    </svg>
  )
}
