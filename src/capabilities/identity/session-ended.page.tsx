import { Button, ButtonLink, Page, PageHeading } from '#design'
import type { FormFields } from '#platform/http/form-body.ts'
import type { Frame } from './env.ts'

/**
 * A form came in after its session had ended. What was typed is held in this page, and nowhere else, until it is sent
 * again.
 */
export const SessionEndedPage = ({
  frame,
  action,
  fields,
}: {
  readonly frame: Frame
  /** Where the form was going. */
  readonly action: string
  readonly fields: FormFields
}) => (
  <Page {...frame} title="Sign in again" narrow>
    <div class="stack gap-3">
      <PageHeading
        title="Your session has ended. What you typed is still here."
        note="Sign in again in a new tab, come back to this one, and send."
      />
      <p>
        <a
          class="usa-button usa-button--outline"
          href="/sign-in?returnTo=/signed-in"
          target="_blank"
          rel="noreferrer"
        >
          Sign in, in a new tab
        </a>
      </p>
      <form method="post" action={action}>
        {Object.entries(fields).flatMap(([name, values]) =>
          values.map((value) => <input type="hidden" name={name} value={value} />),
        )}
        <Button big>Send again</Button>
      </form>
      <p class="muted">
        Is this not your computer, or are you leaving it? Close this tab, and nothing stays.
      </p>
    </div>
  </Page>
)

/** The end of signing in from the page above: the way back to the form. */
export const SignedInPage = ({ frame, home }: { readonly frame: Frame; readonly home: string }) => (
  <Page {...frame} title="You are signed in" narrow>
    <div class="stack gap-3">
      <PageHeading
        title="You are signed in"
        note="If a form waits for you in another tab, go back to it and send it again."
      />
      <p>
        <ButtonLink href={home}>Start here instead</ButtonLink>
      </p>
    </div>
  </Page>
)
