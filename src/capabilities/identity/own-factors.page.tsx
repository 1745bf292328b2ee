import { Button, Card, ErrorSummary, Page, PageHeading, TextField } from '#design'
import { CodeField } from './code-field.page.tsx'
import type { CodeSetUp } from './code-set-up.ts'
import type { Frame } from './env.ts'
import { NewPasswordField } from './new-password-field.page.tsx'
import { ScanCard } from './scan-card.page.tsx'

type Errors = Readonly<Record<string, string>>

const BackToAccount = () => (
  <p>
    <a href="/account">Back to your account</a>
  </p>
)

/** Where a member puts another password in place of theirs. */
export const ChangePasswordPage = ({
  frame,
  errors = {},
}: {
  readonly frame: Frame
  readonly errors?: Errors
}) => (
  <Page {...frame} title="Change the password" narrow hasErrors={Object.keys(errors).length > 0}>
    <div class="stack gap-3">
      <PageHeading
        title="Change the password"
        note="Only when you want to, or when somebody may know it: nobody has to change a good one. Everywhere but here you are signed out."
      />
      <ErrorSummary errors={Object.entries(errors).map(([field, message]) => ({ field, message }))} />
      <form class="stack" method="post" action="/account/password">
        <TextField
          name="current"
          label="The password you have"
          type="password"
          autocomplete="current-password"
          error={errors.current}
          required
        />
        <NewPasswordField label="The new one" error={errors.password} />
        <p>
          <Button big>Change it</Button>
        </p>
      </form>
      <BackToAccount />
    </div>
  </Page>
)

/** Where a member sets codes up on another phone. */
export const ChangePhonePage = ({
  frame,
  setUp,
  errors = {},
}: {
  readonly frame: Frame
  readonly setUp: CodeSetUp
  readonly errors?: Errors
}) => (
  <Page {...frame} title="Set up another phone" narrow hasErrors={Object.keys(errors).length > 0}>
    <div class="stack gap-3">
      <PageHeading
        title="Set up another phone"
        note="The codes of the phone before count until you finish here, and no longer."
      />
      <ErrorSummary errors={Object.entries(errors).map(([field, message]) => ({ field, message }))} />
      <ScanCard secret={setUp.secret} address={setUp.address} />
      <form method="post" action="/account/phone">
        <input type="hidden" name="sealed" value={setUp.sealed} />
        <Card title="2. Type the code that it shows" id="confirm">
          <CodeField error={errors.code} />
          <p>
            <Button big>Finish</Button>
          </p>
        </Card>
      </form>
      <BackToAccount />
    </div>
  </Page>
)
