import type { Child } from 'hono/jsx'
import { classNames } from '../../class-names.ts'
import { clockTime, dayName, daysApart, type Reader } from '../../time.ts'
import { Icon } from '../icon/icon.tsx'
import type { IconName } from '../icon/icon-paths.ts'
import { type Kind, kindClass } from '../tag/tag.tsx'

export type HistoryItem = {
  id?: string | undefined
  at: Date
  icon: IconName
  kind?: Kind | undefined
  title: Child
  /** After the time, under the words: who wrote it. */
  by?: Child
  /** What can be done with it. */
  end?: Child
  /** Taken back: still readable, and crossed out. */
  struck?: boolean | undefined
  children?: Child
}

export type HistoryProps = {
  /** The newest first. */
  items: readonly HistoryItem[]
  now: Date
  zone: string
}

const headingOf = (at: Date, now: Date, reader: Reader): string => {
  const days = daysApart(now, at, reader)
  if (days === 0) return 'Today'
  return days === -1 ? 'Yesterday' : dayName(at, now, reader)
}

/** What happened, down a line, the newest first, under the day on which it did. */
export const History = ({ items, now, zone }: HistoryProps) => {
  let day = ''
  return (
    <ol class="cw-history">
      {items.map((item) => {
        const heading = headingOf(item.at, now, { zone })
        const isNew = heading !== day
        day = heading
        return (
          <>
            {isNew && <li class="day">{heading}</li>}
            <li class={classNames(item.struck && 'is-struck')} id={item.id}>
              <span class={classNames('cw-dot', kindClass(item.kind ?? 'plain'))} aria-hidden="true">
                <Icon name={item.icon} />
              </span>
              <h3>
                {item.title}
                {item.struck && <span class="usa-sr-only">, struck</span>}
              </h3>
              {item.children}
              <p class="muted small">
                <time dateTime={item.at.toISOString()}>{clockTime(item.at, { zone })}</time>
                {item.by && <>, {item.by}</>}
              </p>
              {item.end}
            </li>
          </>
        )
      })}
    </ol>
  )
}
