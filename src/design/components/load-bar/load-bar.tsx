export type LoadBarProps = {
  value: number
  /** Where it is full, and the most it should ever be. */
  marks: readonly number[]
  /** Where the bar ends; whatever is more is drawn as far as this. */
  most: number
  /** How it stands, for the colour; the word that says the same stands beside the bar. */
  is: 'open' | 'soon' | 'bad'
}

const WIDTH = 200
const HEIGHT = 12

/** How much somebody carries, against the marks of what is much and of what is too much. Decoration: say it in words too. */
export const LoadBar = ({ value, marks, most, is }: LoadBarProps) => {
  const x = (count: number) => (Math.min(count, most) / most) * WIDTH
  return (
    <svg
      class={`cw-load is-${is}`}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <rect class="track" x="0" y="3" width={WIDTH} height="6" />
      <rect class="fill" x="0" y="3" width={x(value)} height="6" />
      {marks.map((mark) => (
        <line class="mark" x1={x(mark)} x2={x(mark)} y1="0" y2={HEIGHT} />
      ))}
    </svg>
  )
}
