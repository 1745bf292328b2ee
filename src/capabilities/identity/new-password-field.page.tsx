import { TextField } from '#design'
import { PASSWORD_MIN_LENGTH } from './password.ts'

/** Where a password is chosen: it says what is asked before it refuses anything. */
export const NewPasswordField = ({
  label,
  error,
}: {
  readonly label: string
  readonly error?: string | undefined
}) => (
  <TextField
    name="password"
    label={label}
    hint={`At least ${PASSWORD_MIN_LENGTH} characters. Three or four words that only you would put together are good. Pasting from a password manager is fine.`}
    type="password"
    autocomplete="new-password"
    error={error}
    required
  />
)
