import type { Child } from 'hono/jsx'
import { classNames } from '../../class-names.ts'
import { Icon } from '../icon/icon.tsx'

export type Reason = {
  /** `yes`: fits. `no`: does not. `wait`: takes time. `see` and `unseen`: what is told and what is not. */
  is: 'yes' | 'no' | 'wait' | 'see' | 'unseen'
  words: Child
}

export type ReasonsProps = {
  reasons: readonly Reason[]
  /** Inside a label only text-level markup is allowed. */
  inLabel?: boolean | undefined
  label?: string | undefined
}

const icons = { yes: 'check', no: 'x', wait: 'clock', see: 'eye', unseen: 'eyeoff' } as const

/** Why this one, or what will and will not be told: short lines, each with a mark. The words carry the meaning. */
export const Reasons = ({ reasons, inLabel, label }: ReasonsProps) => {
  const List = inLabel ? 'span' : 'ul'
  const Line = inLabel ? 'span' : 'li'
  return (
    <List class="cw-why" aria-label={inLabel ? undefined : label}>
      {reasons.map(({ is, words }) => (
        <Line class={classNames(is === 'wait' && 'wait', (is === 'no' || is === 'unseen') && 'no')}>
          <Icon name={icons[is]} />
          <span>{words}</span>
        </Line>
      ))}
    </List>
  )
}
