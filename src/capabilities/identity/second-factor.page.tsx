import { Button, ErrorSummary, More, Page, PageHeading } from '#design'
import { CodeField, RecoveryField } from './code-field.page.tsx'
import type { Frame } from './env.ts'

/** The second step of signing in: a code from the member's authenticator app. */
export const SecondFactorPage = ({
  frame,
  returnTo,
  error,
  isRecovery = false,
}: {
  readonly frame: Frame
  readonly returnTo?: string | undefined
  readonly error?: string
  /** The error is about a recovery code. */
  readonly isRecovery?: boolean
}) => (
  <Page {...frame} title="Your code" narrow hasErrors={error !== undefined}>
    <div class="stack gap-3">
      <PageHeading
        title="Your code"
        note="Open the authenticator app on your phone and type the six digits."
      />
      <ErrorSummary errors={error ? [{ field: isRecovery ? 'recovery' : 'code', message: error }] : []} />
      <form class="stack" method="post" action="/second-factor">
        {returnTo && <input type="hidden" name="returnTo" value={returnTo} />}
        <CodeField
          hint="Each code works once, for about a minute."
          error={isRecovery ? undefined : error}
          optional
        />
        <More summary="I don’t have my phone" id="no-phone" open={isRecovery}>
          <RecoveryField error={isRecovery ? error : undefined} />
          <p class="muted small">
            No paper either? Ask an administrator of your organization to let you begin again.
          </p>
        </More>
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
