import type { Child } from 'hono/jsx'
import { classNames } from '../../class-names.ts'

export type CardProps = {
  /** A card with a title is a section named by it. */
  title?: Child
  /** Needed with a title: the heading's id is `id-title`. */
  id?: string | undefined
  level?: 2 | 3 | undefined
  /** At the right of the title: a state or a link. */
  end?: Child
  /** Amber on top: its clock runs. */
  now?: boolean | undefined
  /** No padding, for rows and tables that reach the edge. */
  flush?: boolean | undefined
  /** Tighter or wider distance between its children: 8, 16 (usual) or 24 px. */
  gap?: 1 | 2 | 3 | undefined
  children?: Child
}

const gapClass = { 1: 'gap-1', 2: undefined, 3: 'gap-3' } as const

/** One thing and what belongs to it, on paper. */
export const Card = ({ title, id, level = 2, end, now, flush, gap = 2, children }: CardProps) => {
  const look = classNames('cw-card', flush ? 'flush' : 'stack', gapClass[gap], now && 'is-now')
  if (!title) {
    return (
      <div class={look} id={id}>
        {children}
      </div>
    )
  }
  const Heading = `h${level}` as 'h2' | 'h3'
  const heading = <Heading id={`${id}-title`}>{title}</Heading>
  return (
    <section class={look} id={id} aria-labelledby={`${id}-title`}>
      {end ? (
        <div class={classNames('split', flush && 'pad')}>
          {heading}
          {end}
        </div>
      ) : flush ? (
        <div class="pad">{heading}</div>
      ) : (
        heading
      )}
      {children}
    </section>
  )
}
