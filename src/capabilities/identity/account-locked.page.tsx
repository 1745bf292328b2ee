import { Alert, ButtonLink, Page, PageHeading } from '#design'
import type { Frame } from './env.ts'

/** Told to whoever has shown the password, so that it says nothing to somebody who guesses (ASVS 6.3.8). */
export const AccountLockedPage = ({ frame }: { readonly frame: Frame }) => (
  <Page {...frame} title="Your account is locked" narrow>
    <div class="stack gap-3">
      <PageHeading
        title="Your account is locked"
        note="That happens to everybody sooner or later, and nothing of yours is lost."
      />
      <Alert kind="warning" icon="lock">
        <p>
          <b>There were five wrong tries within 15 minutes.</b> It stays locked until an administrator of your
          organization releases it. They have been told; call them if you are in a hurry.
        </p>
      </Alert>
      <p>If it was not you who tried, tell them that too.</p>
      <p>
        <ButtonLink kind="outline" href="/sign-in">
          Back to signing in
        </ButtonLink>
      </p>
    </div>
  </Page>
)
