import type { Child } from 'hono/jsx'
import { Glyph } from '../glyph/glyph.tsx'
import type { IconName } from '../icon/icon-paths.ts'

export type EmptyStateProps = {
  icon: IconName
  /** What is not there yet: "No providers yet". */
  title: string
  level?: 2 | 3 | undefined
  /** What to do about it, in a sentence. */
  children?: Child
  /** The button or link that does it. */
  action?: Child
}

/** Nothing here yet, and how that changes. An empty list is a lesson, not an error. */
export const EmptyState = ({ icon, title, level = 3, children, action }: EmptyStateProps) => {
  const Heading = `h${level}` as 'h2' | 'h3'
  return (
    <div class="cw-empty">
      <Glyph name={icon} kind="plain" />
      <Heading class="h3">{title}</Heading>
      <p>{children}</p>
      {action}
    </div>
  )
}
