import type { Child } from 'hono/jsx'
import { classNames } from '../../class-names.ts'

export type StateProps = {
  /** `open`: a dot. `soon`: a square. `shut`: a ring. `bad`: a triangle. */
  is: 'open' | 'soon' | 'shut' | 'bad'
  /** The word that says the same as the shape: "Open now", "Closes soon", "Closed", "Recalled". */
  children?: Child
}

/** How a place, a stock or a service stands: a shape, a colour and always a word. */
export const State = ({ is, children }: StateProps) => (
  <span class={classNames('cw-state', is)}>{children}</span>
)
