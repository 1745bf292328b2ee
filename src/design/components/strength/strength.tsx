export type StrengthProps = {
  /** What the bars say: "Strong". */
  label: string
  /** How many of the four bars are filled; none where nobody has judged. */
  bars: 0 | 1 | 2 | 3 | 4
}

/** How far one can lean on something: four bars and a word. */
export const Strength = ({ label, bars }: StrengthProps) => (
  <span class="cw-strength">
    <i aria-hidden="true">
      {[1, 2, 3, 4].map((bar) => (
        <u class={bar <= bars ? 'on' : undefined} />
      ))}
    </i>
    {label}
  </span>
)
