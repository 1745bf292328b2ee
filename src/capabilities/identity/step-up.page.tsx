import type { Child } from 'hono/jsx'
import { Alert, Button, ButtonLink, Card, ErrorSummary, More, Page, PageHeading } from '#design'
import { CodeField, RecoveryField } from './code-field.page.tsx'
import type { Frame } from './env.ts'
import type { HandedOver } from './signed-in.ts'

export type StepUpProps = {
  readonly frame: Frame
  readonly returnTo?: string | undefined
  readonly error?: string
  /** The error is about a recovery code. */
  readonly isRecovery?: boolean
  /** Whether whoever asks is invented and has no codes. */
  readonly isInvented: boolean
  /** The device was handed to somebody who is helped: it goes back to its member here. */
  readonly handedOver?: HandedOver | undefined
  /** Ways to show it beside a code. */
  readonly otherWays?: Child
}

const ReturnTo = ({ path }: { path: string | undefined }) =>
  path ? <input type="hidden" name="returnTo" value={path} /> : null

/** Whoever reads this may be the one to whom the device was handed, in either language. */
const HandedOverWords = ({ within }: HandedOver) => (
  <>
    <PageHeading title="Give it back to the one who gave it to you" />
    <Card>
      <p>This page is not for you. You can go back to what you were reading.</p>
      <p lang="es">
        Devuelva el aparato a quien se lo dio. Esta página no es para usted. Puede volver a lo que leía.
      </p>
      <p>
        <ButtonLink kind="outline" href={within[0] ?? '/'}>
          Go back <span lang="es">/ Volver</span>
        </ButtonLink>
      </p>
    </Card>
    <p>
      <b>For whoever works here:</b> show that you have it back, and go on where you were.
    </p>
  </>
)

/** Asks for a code once more before something that must not be done from a browser that was left open. */
export const StepUpPage = ({
  frame,
  returnTo,
  error,
  isRecovery = false,
  isInvented,
  otherWays,
  handedOver,
}: StepUpProps) => (
  <Page
    {...frame}
    title={handedOver ? 'Give it back' : 'Show that it is you'}
    narrow
    hasErrors={error !== undefined}
  >
    <div class="stack gap-3">
      {handedOver ? (
        <HandedOverWords {...handedOver} />
      ) : (
        <PageHeading
          title="Show that it is you"
          note="What comes next takes data out of Causeway or goes around a rule, so we ask for a code once more. What you typed is kept."
        />
      )}
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
