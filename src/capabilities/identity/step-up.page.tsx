import type { Child } from 'hono/jsx'
import { Alert, Button, ErrorSummary, More, Page, PageHeading } from '#design'
import { CodeField, RecoveryField } from './code-field.page.tsx'
import type { Frame } from './env.ts'

export type StepUpProps = {
  readonly frame: Frame
  readonly returnTo?: string | undefined
  readonly error?: string
  /** The error is about a recovery code. */
  readonly isRecovery?: boolean
  /** Whether whoever asks is invented and has no codes. */
  readonly isInvented: boolean
  /** Ways to show it beside a code. */
  readonly otherWays?: Child
}

const ReturnTo = ({ path }: { path: string | undefined }) =>
  path ? <input type="hidden" name="returnTo" value={path} /> : null

/** Asks for a code once more before something that must not be done from a browser that was left open. */
export const StepUpPage = ({
  frame,
  returnTo,
  error,
  isRecovery = false,
  isInvented,
  otherWays,
}: StepUpProps) => (
  <Page {...frame} title="Show that it is you" narrow hasErrors={error !== undefined}>
    <div class="stack gap-3">
      <PageHeading
        title="Show that it is you"
        note="What comes next takes data out of Causeway or goes around a rule, so we ask for a code once more. What you typed is kept."
      />
      <ErrorSummary errors={error ? [{ field: isRecovery ? 'recovery' : 'code', message: error }] : []} />
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
          <CodeField
            hint="From the authenticator app on your phone. Each code works once."
            error={isRecovery ? undefined : error}
            optional
          />
          <More summary="I don’t have my phone" id="no-phone" open={isRecovery}>
            <RecoveryField error={isRecovery ? error : undefined} />
          </More>
          <p>
            <Button big>Go on</Button>
          </p>
        </form>
      )}
      {otherWays}
    </div>
  </Page>
)
