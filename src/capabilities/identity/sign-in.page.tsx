import type { Child } from 'hono/jsx'
import { Button, Card, capital, ErrorSummary, Page, PageHeading, Row, Rows, TextField } from '#design'
import type { Frame } from './env.ts'
import type { DemoMember } from './identity.store.ts'
import { roleWord } from './role-words.ts'
import { NoticeBox } from './use-notice.page.tsx'
import type { UseNotice } from './use-notice.ts'

export type SignInProps = {
  readonly frame: Frame
  readonly returnTo?: string | undefined
  readonly email?: string
  /** Sentences by the field that has to change. */
  readonly errors?: Readonly<Record<string, string>>
  /** Whom a visitor to the demonstration can be; empty anywhere else. */
  readonly whomToBe: readonly DemoMember[]
  /** What whoever signs in agrees to. */
  readonly notice: UseNotice
  /** Ways to sign in beside a password. */
  readonly otherWays?: Child
}

const OneClick = ({ whomToBe }: { whomToBe: readonly DemoMember[] }) => (
  <Card title="Look around as somebody" id="demo">
    <p>Everybody here is invented. Choose whom to be; no password is needed.</p>
    <form method="post" action="/demo/sign-in">
      <Rows bare plain>
        {whomToBe.map(({ role, name, organizationName }) => (
          <Row
            title={name}
            end={
              <Button kind="outline" name="as" value={role} hiddenWords={` as ${name}, ${roleWord(role)}`}>
                Sign in
              </Button>
            }
          >
            <p class="muted">{`${capital(roleWord(role))}, ${organizationName}`}</p>
          </Row>
        ))}
      </Rows>
    </form>
  </Card>
)

/** Where members sign in with address and password. */
export const SignInPage = ({
  frame,
  returnTo,
  email,
  errors = {},
  whomToBe,
  notice,
  otherWays,
}: SignInProps) => (
  <Page {...frame} title="Sign in" narrow hasErrors={Object.keys(errors).length > 0}>
    <div class="stack gap-3">
      <PageHeading title="Sign in" note="For members of the organizations that take part." />
      <ErrorSummary errors={Object.entries(errors).map(([field, message]) => ({ field, message }))} />
      {whomToBe.length > 0 && <OneClick whomToBe={whomToBe} />}
      <NoticeBox notice={notice} />
      <form class="stack" method="post" action="/sign-in">
        {returnTo && <input type="hidden" name="returnTo" value={returnTo} />}
        <TextField
          name="email"
          label="E-mail address"
          type="email"
          autocomplete="username"
          value={email}
          error={errors.email}
          required
        />
        <TextField
          name="password"
          label="Password"
          type="password"
          autocomplete="current-password"
          error={errors.password}
          required
        />
        <p>
          <Button big>Agree and sign in</Button>
        </p>
      </form>
      {otherWays}
      <p>
        <a href="/lost-password">Lost your password or your phone?</a>
      </p>
    </div>
  </Page>
)
