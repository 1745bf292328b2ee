import { Button, ErrorSummary, Page, PageHeading, TextField } from '#design'
import type { Frame } from './env.ts'

/** The second step of signing in: a code from the member's authenticator app. */
export const SecondFactorPage = ({
  frame,
  returnTo,
  error,
}: {
  readonly frame: Frame
  readonly returnTo?: string | undefined
  readonly error?: string
}) => (
  <Page {...frame} title="Your code" narrow hasErrors={error !== undefined}>
    <div class="stack gap-3">
      <PageHeading
        title="Your code"
        note="Open the authenticator app on your phone and type the six digits."
      />
      <ErrorSummary errors={error ? [{ field: 'code', message: error }] : []} />
      <form class="stack" method="post" action="/second-factor">
        {returnTo && <input type="hidden" name="returnTo" value={returnTo} />}
        <TextField
          name="code"
          label="Six-digit code"
          hint="Each code works once, for about a minute."
          inputmode="numeric"
          autocomplete="one-time-code"
          short
          error={error}
          required
        />
        <p>
          <Button big>Continue</Button>
        </p>
      </form>
      <form method="post" action="/sign-out">
        <Button kind="plain">Stop and sign out</Button>
      </form>
    </div>
  </Page>
)
