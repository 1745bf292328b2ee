import { classNames } from '../../class-names.ts'
import { type Lang, pieceWords } from '../../words.ts'

export type StepIndicatorProps = {
  steps: readonly string[]
  /** Counted from 1. */
  current: number
  label?: string | undefined
  lang?: Lang | undefined
}

/** Where we are in a form of several pages. Done and current steps say so to a screen reader. */
export const StepIndicator = ({ steps, current, label, lang = 'en' }: StepIndicatorProps) => (
  <ol class="usa-step-indicator" aria-label={label ?? pieceWords[lang].progress}>
    {steps.map((step, index) => {
      const done = index + 1 < current
      const now = index + 1 === current
      return (
        <li class={classNames(done && 'done', now && 'now')} aria-current={now ? 'step' : undefined}>
          {step}
          {done && <span class="usa-sr-only">{`, ${pieceWords[lang].done}`}</span>}
        </li>
      )
    })}
  </ol>
)
