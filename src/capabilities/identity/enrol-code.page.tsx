import { Button, Card, ErrorSummary, Page, PageHeading, TextField } from '#design'
import type { Frame } from './env.ts'
import { NewPasswordField } from './new-password-field.page.tsx'
import { ScanCard } from './scan-card.page.tsx'

export type EnrolCodeProps = {
  readonly frame: Frame
  readonly returnTo?: string | undefined
  /** Base32, for members who cannot scan. */
  readonly secret: string
  /** What the QR code holds. */
  readonly address: string
  readonly errors?: Readonly<Record<string, string>>
}

/** The first sign-in: an authenticator app, and a password of the member's own. */
export const EnrolCodePage = ({ frame, returnTo, secret, address, errors = {} }: EnrolCodeProps) => (
  <Page {...frame} title="Set up your account" narrow hasErrors={Object.keys(errors).length > 0}>
    <div class="stack gap-3">
      <PageHeading title="Set up your account" note="You do this once. It takes about two minutes." />
      <ErrorSummary errors={Object.entries(errors).map(([field, message]) => ({ field, message }))} />
      <ScanCard secret={secret} address={address} />
      <form method="post" action="/enrol-code">
        {returnTo && <input type="hidden" name="returnTo" value={returnTo} />}
        <Card title="2. Type the code, and choose a password" id="confirm">
          <TextField
            name="code"
            label="Six-digit code"
            inputmode="numeric"
            autocomplete="one-time-code"
            short
            error={errors.code}
            required
          />
          <NewPasswordField label="Your own password" error={errors.password} />
          <p>
            <Button big>Finish</Button>
          </p>
        </Card>
      </form>
    </div>
  </Page>
)
