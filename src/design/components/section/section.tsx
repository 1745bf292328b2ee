import type { Child } from 'hono/jsx'

export type SectionProps = {
  id: string
  title: Child
  /** At the right of the heading: "All 9". */
  end?: Child
  children?: Child
}

/** A part of a page, named by its `h2`; a screen reader can step from one to the next. */
export const Section = ({ id, title, end, children }: SectionProps) => (
  <section class="cw-sec" id={id} aria-labelledby={`${id}-title`}>
    {end ? (
      <div class="split">
        <h2 id={`${id}-title`}>{title}</h2>
        {end}
      </div>
    ) : (
      <h2 id={`${id}-title`}>{title}</h2>
    )}
    {children}
  </section>
)
