import type { Child } from 'hono/jsx'
import { classNames } from '../../class-names.ts'
import { type Lang, pieceWords } from '../../words.ts'
import { Icon } from '../icon/icon.tsx'

export type Step = {
  title: string
  /** When and who: "2:19 AM, Dana Whitfield". For what is to come: by when, and who has it. */
  note?: Child
  /** `next` is what has not begun. */
  is: 'done' | 'now' | 'next'
}

export type StepsProps = { steps: readonly Step[]; level?: 3 | 4 | undefined; lang?: Lang | undefined }

/** What happened, what is next: an ordered list down a line. A screen reader hears "done" and "now" after the title. */
export const Steps = ({ steps, level = 3, lang = 'en' }: StepsProps) => {
  const Heading = `h${level}` as 'h3' | 'h4'
  return (
    <ol class="cw-steps">
      {steps.map((step, index) => (
        <li
          class={classNames(step.is !== 'next' && step.is)}
          aria-current={step.is === 'now' ? 'step' : undefined}
        >
          <span class="cw-dot" aria-hidden="true">
            {step.is === 'done' ? <Icon name="check" /> : index + 1}
          </span>
          <Heading>
            {step.title}
            {step.is !== 'next' && <span class="usa-sr-only">{`, ${pieceWords[lang][step.is]}`}</span>}
          </Heading>
          {step.note && <p class="muted">{step.note}</p>}
        </li>
      ))}
    </ol>
  )
}
