import type { Child } from 'hono/jsx'
import { classNames } from '../../class-names.ts'
import { Icon } from '../icon/icon.tsx'
import type { IconName } from '../icon/icon-paths.ts'

export type AlertProps = {
  kind: 'success' | 'warning' | 'error' | 'info'
  icon?: IconName | undefined
  /** A button or link; beside the words where there is room. */
  action?: Child
  /** Announced when it comes into the page after a press; leave out for what was there from the start. */
  live?: boolean | undefined
  children?: Child
}

const usualIcon = { success: 'check', warning: 'clock', error: 'alert', info: 'info' } as const

/** What happened or what to know, with a shape and a word for each colour. Write the finding first, in bold. */
export const Alert = ({ kind, icon, action, live, children }: AlertProps) => (
  <div
    class={classNames('usa-alert', `usa-alert--${kind}`, Boolean(action) && 'side')}
    role={live ? 'status' : undefined}
  >
    <Icon name={icon ?? usualIcon[kind]} />
    <div>{children}</div>
    {action && <div class="end">{action}</div>}
  </div>
)
