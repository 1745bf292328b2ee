import { Alert, Button, ButtonLink, Card, ErrorSummary, More, Page, PageHeading, TextField } from '#design'
import { CodeField, RecoveryField } from './code-field.page.tsx'
import type { CodeSetUp } from './code-set-up.ts'
import type { Frame } from './env.ts'
import { NewPasswordField } from './new-password-field.page.tsx'
import { ScanCard } from './scan-card.page.tsx'
import { NoticeBox } from './use-notice.page.tsx'
import type { UseNotice } from './use-notice.ts'

type Errors = Readonly<Record<string, string>>

const hasAny = (errors: Errors): boolean => Object.keys(errors).length > 0
const listed = (errors: Errors) => Object.entries(errors).map(([field, message]) => ({ field, message }))

/** Asks to which address a link for a new password goes. */
export const LostPasswordPage = ({
  frame,
  email,
  errors = {},
}: {
  readonly frame: Frame
  readonly email?: string | undefined
  readonly errors?: Errors
}) => (
  <Page {...frame} title="A new password" narrow hasErrors={hasAny(errors)}>
    <div class="stack gap-3">
      <PageHeading
        title="A new password"
        note="We send a link to your address. Behind it you choose a new password, with a code from your phone or one of your recovery codes."
      />
      <ErrorSummary errors={listed(errors)} />
      <form class="stack" method="post" action="/lost-password">
        <TextField
          name="email"
          label="E-mail address"
          hint="With which you sign in."
          type="email"
          autocomplete="username"
          value={email}
          error={errors.email}
          required
        />
        <p>
          <Button big>Send the link</Button>
        </p>
      </form>
      <Card title="Lost your phone and your recovery codes too?" id="lost-phone">
        <p>
          Ask an administrator of your organization to let you begin again. They make sure that it is you, and
          a link comes to your address.
        </p>
      </Card>
      <p>
        <a href="/sign-in">Back to signing in</a>
      </p>
    </div>
  </Page>
)

/** Says the same whether or not anybody has the address (ASVS 6.3.8). */
export const LinkSentPage = ({
  frame,
  why,
}: {
  readonly frame: Frame
  /** The password was right but must not be used any more. */
  readonly why: 'asked' | 'needed'
}) => (
  <Page {...frame} title="Look in your mail" narrow>
    <div class="stack gap-3">
      <PageHeading
        title="Look in your mail"
        note={
          why === 'needed'
            ? 'An administrator of your organization asks you to choose a new password before you go on.'
            : undefined
        }
      />
      <Alert kind="info" live>
        <p>
          <b>If there is an open account with that address, a link is on its way.</b> It works for 30 minutes,
          once. Have your phone or a recovery code at hand.
        </p>
      </Alert>
      <p>
        <ButtonLink kind="outline" href="/sign-in">
          Back to signing in
        </ButtonLink>
      </p>
    </div>
  </Page>
)

type LinkProps = {
  readonly frame: Frame
  readonly token: string
  readonly email: string
  readonly notice: UseNotice
  readonly errors?: Errors
}

/** Behind the link: another password, and a code as at every sign-in. */
export const ChooseNewPasswordPage = ({ frame, token, email, notice, errors = {} }: LinkProps) => (
  <Page {...frame} title="Choose a new password" narrow hasErrors={hasAny(errors)}>
    <div class="stack gap-3">
      <PageHeading
        title="Choose a new password"
        note={`For ${email}. Wherever else you are signed in, that ends.`}
      />
      <ErrorSummary errors={listed(errors)} />
      <NoticeBox notice={notice} />
      <form class="stack" method="post" action={`/account-link/${token}`}>
        <input type="hidden" name="username" autocomplete="username" value={email} />
        <NewPasswordField label="Your new password" error={errors.password} />
        <CodeField
          hint="From the authenticator app on your phone. Each code works once."
          error={errors.code}
          optional
        />
        <More summary="I don’t have my phone" id="no-phone" open={errors.recovery !== undefined}>
          <RecoveryField error={errors.recovery} />
        </More>
        <p>
          <Button big>Agree, change it and sign in</Button>
        </p>
      </form>
      <p class="muted">
        No phone, no recovery codes, or never set any up? Ask an administrator of your organization to let you
        begin again.
      </p>
    </div>
  </Page>
)

/** Behind a link that an administrator made: password and codes anew. */
export const BeginAgainPage = ({
  frame,
  token,
  email,
  notice,
  setUp,
  errors = {},
}: LinkProps & { readonly setUp: CodeSetUp }) => (
  <Page {...frame} title="Set up your account again" narrow hasErrors={hasAny(errors)}>
    <div class="stack gap-3">
      <PageHeading
        title="Set up your account again"
        note={`For ${email}. The password, codes and passkeys from before open nothing after this.`}
      />
      <ErrorSummary errors={listed(errors)} />
      <NoticeBox notice={notice} />
      <ScanCard secret={setUp.secret} address={setUp.address} />
      <form method="post" action={`/account-link/${token}`}>
        <input type="hidden" name="sealed" value={setUp.sealed} />
        <input type="hidden" name="username" autocomplete="username" value={email} />
        <Card title="2. Type the code, and choose a password" id="confirm">
          <CodeField error={errors.code} />
          <NewPasswordField label="Your new password" error={errors.password} />
          <p>
            <Button big>Agree and sign in</Button>
          </p>
        </Card>
      </form>
    </div>
  </Page>
)
