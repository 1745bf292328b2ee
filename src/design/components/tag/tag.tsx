import type { Child } from 'hono/jsx'
import { classNames } from '../../class-names.ts'
import { Icon } from '../icon/icon.tsx'
import type { IconName } from '../icon/icon-paths.ts'

/** Teal: act or done. Amber: time. Red: danger. Who: who can see. Plain: nothing but a word. */
export type Kind = 'plain' | 'teal' | 'amber' | 'red' | 'who'

/** The class that carries a kind's colours. */
export const kindClass = (kind: Kind): string => `is-${kind}`

export type TagProps = { kind?: Kind | undefined; icon?: IconName | undefined; children?: Child }

/** A fact in a word or two; never a control. */
export const Tag = ({ kind = 'plain', icon, children }: TagProps) => (
  <span class={classNames('usa-tag', kindClass(kind))}>
    {icon && <Icon name={icon} />}
    <span>{children}</span>
  </span>
)

export type TagListProps = {
  /** What the tags have in common, for a screen reader. */
  label: string
  tags: readonly (string | { label: string; kind?: Kind | undefined; icon?: IconName | undefined })[]
}

/** Several tags as a list, so that their number is told. */
export const TagList = ({ label, tags }: TagListProps) => (
  <ul class="cw-tags" aria-label={label}>
    {tags.map((tag) => {
      const { label: words, ...look } = typeof tag === 'string' ? { label: tag } : tag
      return (
        <li>
          <Tag {...look}>{words}</Tag>
        </li>
      )
    })}
  </ul>
)
