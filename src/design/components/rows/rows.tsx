import type { Child } from 'hono/jsx'
import { classNames } from '../../class-names.ts'

export type RowsProps = {
  label?: string | undefined
  /** In a list where order matters, such as a queue by urgency. */
  ordered?: boolean | undefined
  /** Amber on top: clocks run here. */
  now?: boolean | undefined
  /** Rows without a leading mark. */
  plain?: boolean | undefined
  /** Rows inside a card that has its own padding. */
  bare?: boolean | undefined
  children?: Child
}

/** A list on one sheet: each row a mark, its words, and at the end what can be done. */
export const Rows = ({ label, ordered, now, plain, bare, children }: RowsProps) => {
  const List = ordered ? 'ol' : 'ul'
  return (
    <List
      class={classNames('cw-rows', bare ? 'bare' : 'cw-card flush', plain && 'plain', now && 'is-now')}
      aria-label={label}
    >
      {children}
    </List>
  )
}

export type RowProps = {
  /** A `Glyph`, a `ClockRing` or a `Face`. */
  mark?: Child
  title: Child
  /** 3 unless the list stands straight under an `h1`. */
  level?: 2 | 3 | 4 | undefined
  /** Buttons, links or a state. */
  end?: Child
  id?: string | undefined
  children?: Child
}

/** One row. The title is a heading, so that a screen reader can step through the list. */
export const Row = ({ mark, title, level = 3, end, id, children }: RowProps) => {
  const Heading = `h${level}` as 'h2' | 'h3' | 'h4'
  return (
    <li id={id}>
      {mark}
      <div>
        <Heading class="title">{title}</Heading>
        {children}
      </div>
      {end && <div class="end">{end}</div>}
    </li>
  )
}
