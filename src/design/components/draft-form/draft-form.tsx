import type { Child } from 'hono/jsx'
import { clockTime } from '../../time.ts'
import { draftWords, type Lang } from '../../words.ts'

export type DraftFormProps = {
  action: string
  /** Where the draft is posted, form-encoded, 800 ms after the last key; any 2xx means saved. */
  draftUrl?: string | undefined
  /** When the draft shown was saved. */
  savedAt?: Date | undefined
  /** The agency's IANA zone, for "Saved, 2:15 AM". */
  zone: string
  lang?: Lang | undefined
  id?: string | undefined
  class?: string | undefined
  children?: Child
}

/**
 * A form that saves itself and cannot be sent twice by one press. Without script it is an ordinary form.
 * The line that says when it was saved is a polite live region; saving never blocks typing or sending.
 */
export const DraftForm = ({ action, draftUrl, savedAt, zone, lang = 'en', id, ...rest }: DraftFormProps) => (
  <draft-form data-draft-url={draftUrl} data-zone={zone} data-lang={lang}>
    <p class="cw-over" data-saved aria-live="polite">
      {savedAt ? `${draftWords[lang].saved}, ${clockTime(savedAt, { zone, lang })}` : null}
    </p>
    <form method="post" action={action} id={id} class={rest.class} novalidate>
      {rest.children}
    </form>
  </draft-form>
)
