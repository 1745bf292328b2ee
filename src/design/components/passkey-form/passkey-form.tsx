import type { Child } from 'hono/jsx'

export type PasskeyFormProps = {
  /** Whether the browser makes a new passkey or shows one that it has. */
  act: 'make' | 'show'
  /** Where the form goes. */
  action: string
  /** Where the challenge comes from, by a POST. */
  options: string
  returnTo?: string | undefined
  /** Fields and the button. */
  children?: Child
}

/**
 * A form that a passkey fills in. Nothing is shown where script does not run or the browser has no passkeys: beside it
 * stands another way, or a sentence in `<noscript>`.
 */
export const PasskeyForm = ({ act, action, options, returnTo, children }: PasskeyFormProps) => (
  <passkey-form
    hidden
    data-act={act}
    data-options={options}
    data-stopped={
      act === 'make'
        ? 'No passkey was made. You can try again, or this device has one for you already.'
        : 'No passkey was shown. You can try again, or sign in another way.'
    }
    data-failed="We could not begin. Wait a moment and try again."
  >
    <form class="stack" method="post" action={action}>
      {returnTo && <input type="hidden" name="returnTo" value={returnTo} />}
      <input type="hidden" name="passkey" value="" data-passkey />
      {children}
      <p role="status" class="muted small" />
    </form>
  </passkey-form>
)
