import type { Child } from 'hono/jsx'

export type SaidProps = {
  /** When to say it: "Say it first". */
  when?: string | undefined
  /** The words to say aloud, with their quotation marks. */
  children?: Child
}

/** A line to read aloud to the person in front of you: a quotation, larger, set apart by an edge. */
export const Said = ({ when, children }: SaidProps) => (
  <blockquote class="cw-said">
    {when && <p class="muted">{when}</p>}
    <p>{children}</p>
  </blockquote>
)
