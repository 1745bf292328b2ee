import type { Child } from 'hono/jsx'

export type MoreProps = {
  summary: Child
  open?: boolean | undefined
  id?: string | undefined
  children?: Child
}

/** A native disclosure for what few need: "Can't, and why", "See the numbers as a table". */
export const More = ({ summary, open, id, children }: MoreProps) => (
  <details class="cw-more" open={open} id={id}>
    <summary>{summary}</summary>
    {children}
  </details>
)
