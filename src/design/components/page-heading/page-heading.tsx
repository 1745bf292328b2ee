import type { Child } from 'hono/jsx'

export type PageHeadingProps = {
  /** The page's one `h1`, and it is the finding: "2 clocks are running, 5 things are due today". */
  title: Child
  /** A line above: when, or what kind of page. */
  over?: Child
  /** A sentence below. */
  note?: Child
  /** A button at the right. */
  end?: Child
}

/** The head of a page inside the frame. */
export const PageHeading = ({ title, over, note, end }: PageHeadingProps) => (
  <div class="cw-head">
    <div>
      {over && <p class="cw-over">{over}</p>}
      <h1>{title}</h1>
      {note && <p>{note}</p>}
    </div>
    {end && <div>{end}</div>}
  </div>
)
