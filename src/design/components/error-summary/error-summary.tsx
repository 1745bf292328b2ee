import { formWords, type Lang } from '../../words.ts'
import { Icon } from '../icon/icon.tsx'

export type FormError = {
  /** The id of the field: its name unless another was given. */
  field: string
  /** The same sentence as beside the field. */
  message: string
}

export type ErrorSummaryProps = {
  /** "Two answers need a change" and its like, unless said. */
  title?: string | undefined
  errors: readonly FormError[]
  id?: string | undefined
  lang?: Lang | undefined
}

/**
 * All that needs a change, on top of a form that came back, each leading to its field. It takes the focus when the
 * page opens, so that a screen reader starts here. Nothing shows when there is no error.
 */
export const ErrorSummary = ({ errors, id = 'error-summary', title, lang = 'en' }: ErrorSummaryProps) =>
  errors.length === 0 ? null : (
    <section
      class="usa-alert usa-alert--error"
      aria-labelledby={`${id}-title`}
      id={id}
      tabindex={-1}
      autofocus
    >
      <Icon name="alert" />
      <div>
        <h2 class="h3" id={`${id}-title`}>
          {title ?? formWords[lang].errors(errors.length)}
        </h2>
        <ul class="cw-errors">
          {errors.map(({ field, message }) => (
            <li>
              <a href={`#${field}`}>{message}</a>
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
