import { TextField } from '#design'

/** Where the six digits of the app are typed. */
export const CodeField = ({
  hint,
  error,
  optional,
}: {
  readonly hint?: string
  readonly error?: string | undefined
  /** Another code on the page can stand for it. */
  readonly optional?: boolean
}) => (
  <TextField
    name="code"
    label="Six-digit code"
    hint={hint}
    inputmode="numeric"
    autocomplete="one-time-code"
    short
    error={error}
    required={!optional}
  />
)

/** Where a recovery code is typed, from paper. */
export const RecoveryField = ({ error }: { readonly error?: string | undefined }) => (
  <TextField
    name="recovery"
    label="A recovery code"
    hint="One of the ten on your paper. Each works once; strike it out."
    autocomplete="off"
    spellcheck={false}
    error={error}
  />
)
