/** How one try went: `yes` a filled dot, `part` half of one, `no` a ring, `none` a small cross. */
export type OutcomeDot = {
  readonly is: 'yes' | 'part' | 'no' | 'none'
  /** "Accepted, March 2": shown when one rests on the dot. */
  readonly words: string
}

export type OutcomeDotsProps = {
  /** What the row says as a whole; the list or table beside it says each. */
  label: string
  /** The first is the earliest. */
  dots: readonly OutcomeDot[]
}

const STEP = 16
const MIDDLE = 8
const RADIUS = 5.5

const Shape = ({ is, at }: { is: OutcomeDot['is']; at: number }) => {
  switch (is) {
    case 'yes':
      return <circle cx={at} cy={MIDDLE} r={RADIUS} class="yes" />
    case 'part':
      return (
        <>
          <circle cx={at} cy={MIDDLE} r={RADIUS} class="no" />
          <path d={`M${at} ${MIDDLE - RADIUS}a${RADIUS} ${RADIUS} 0 0 0 0 ${2 * RADIUS}z`} class="yes" />
        </>
      )
    case 'no':
      return <circle cx={at} cy={MIDDLE} r={RADIUS} class="no" />
    case 'none':
      return <path d={`M${at - 3} ${MIDDLE - 3}l6 6m0 -6l-6 6`} class="none" />
  }
}

/** What came of the last tries, one dot each: a pattern is seen where a percentage would hide it. */
export const OutcomeDots = ({ label, dots }: OutcomeDotsProps) => (
  <svg
    class="cw-dots"
    viewBox={`0 0 ${Math.max(1, dots.length) * STEP} ${2 * MIDDLE}`}
    width={Math.max(1, dots.length) * STEP}
    height={2 * MIDDLE}
    role="img"
    aria-label={label}
  >
    {dots.map(({ is, words }, index) => (
      <g>
        <title>{words}</title>
        <Shape is={is} at={index * STEP + STEP / 2} />
      </g>
    ))}
  </svg>
)
