import type { Child } from 'hono/jsx'

export type SignLinesProps = {
  /** What is written on each line, by hand: "Sign here", "Day". A wide one takes the whole width. */
  lines: readonly { readonly label: Child; readonly wide?: boolean }[]
}

/** Lines to write on, for a form that is signed on paper. */
export const SignLines = ({ lines }: SignLinesProps) => (
  <ul class="cw-lines">
    {lines.map(({ label, wide }) => (
      <li class={wide ? 'all' : undefined}>
        <span>{label}</span>
      </li>
    ))}
  </ul>
)
