import type { Child } from 'hono/jsx'
import { Alert, Button, ErrorSummary, Page, PageHeading, TextField } from '#design'
import type { Frame } from './env.ts'

export type StepUpProps = {
  readonly frame: Frame
  readonly returnTo?: string | undefined
  readonly error?: string
  /** Whether whoever asks is invented and has no codes. */
  readonly isInvented: boolean
  /** Ways to show it beside a code. */
  readonly otherWays?: Child
}

const ReturnTo = ({ path }: { path: string | undefined }) =>
  path ? <input type="hidden" name="returnTo" value={path} /> : null

/** Asks for a code once more before something that must not be done from a browser that was left open. */
export const StepUpPage = ({ frame, returnTo, error, isInvented, otherWays }: StepUpProps) => (
  <Page {...frame} title="Show that it is you" narrow hasErrors={error !== undefined}>
    <div class="stack gap-3">
      <PageHeading
        title="Show that it is you"
        note="What comes next takes data out of Causeway or goes around a rule, so we ask for a code once more. What you typed is kept."
      />
      <ErrorSummary errors={error ? [{ field: 'code', message: error }] : []} />
      {isInvented ? (
        <form class="stack" method="post" action="/step-up">
          <ReturnTo path={returnTo} />
          <Alert kind="info">
            You are somebody invented, who has no phone. A real member types a code here.
          </Alert>
          <p>
            <Button big name="as" value="invented">
              Go on
            </Button>
          </p>
        </form>
      ) : (
        <form class="stack" method="post" action="/step-up">
          <ReturnTo path={returnTo} />
          <TextField
            name="code"
            label="Six-digit code"
            hint="From the authenticator app on your phone. Each code works once."
            inputmode="numeric"
            autocomplete="one-time-code"
            short
            error={error}
            required
          />
          <p>
            <Button big>Go on</Button>
          </p>
        </form>
      )}
      {otherWays}
    </div>
  </Page>
)
