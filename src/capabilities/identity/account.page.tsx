import { Alert, Button, ButtonLink, Card, Page, PageHeading, Row, Rows, State, When } from '#design'
import type { Frame } from './env.ts'
import type { OwnSession } from './own-sessions.ts'
import { RECOVERY_CODES } from './recovery-code.ts'

/** So few left, and it is time for new ones. */
const FEW_CODES = 3

/** What was just done, when the browser comes back here. */
export const ACCOUNT_NEWS = {
  'session-ended': 'That browser is signed out.',
  'others-ended': 'You are signed out everywhere but here.',
  'password-changed': 'Your password is changed. Everywhere but here you are signed out.',
  'phone-changed': 'Codes come from the new app now. The one before counts no more.',
} as const

export type AccountNewsOf = keyof typeof ACCOUNT_NEWS

export type AccountProps = {
  readonly frame: Frame
  readonly sessions: readonly OwnSession[]
  readonly codesLeft: number
  readonly news?: AccountNewsOf | undefined
  readonly now: Date
  readonly zone: string
}

const SessionRow = ({ session, now, zone }: Pick<AccountProps, 'now' | 'zone'> & { session: OwnSession }) => (
  <Row
    title={session.device ?? 'An unknown browser'}
    end={
      session.isThis ? (
        <State is="open">This one</State>
      ) : (
        <form method="post" action="/account/sessions/end">
          <Button
            kind="outline"
            name="id"
            value={session.id}
            hiddenWords={`: ${session.device ?? 'an unknown browser'}`}
          >
            Sign out
          </Button>
        </form>
      )
    }
  >
    <p class="muted">
      Signed in <When at={session.createdAt} now={now} zone={zone} />. Last used{' '}
      <When at={session.lastSeenAt} now={now} zone={zone} as="relative" />.
    </p>
  </Row>
)

const Sessions = ({ sessions, now, zone }: Pick<AccountProps, 'sessions' | 'now' | 'zone'>) => (
  <Card title="Where you are signed in" id="sessions">
    <Rows bare plain label="Browsers in which you are signed in">
      {sessions.map((session) => (
        <SessionRow session={session} now={now} zone={zone} />
      ))}
    </Rows>
    <p class="muted small">
      Each ends by itself after 30 minutes without use, and after 12 hours. One that you don’t know? Sign it
      out, choose a new password, and tell an administrator.
    </p>
    {sessions.length > 1 && (
      <form method="post" action="/account/sessions/end-others">
        <Button kind="outline">Sign out everywhere but here</Button>
      </form>
    )}
  </Card>
)

const codesSentence = (left: number): string =>
  left === 0
    ? 'You have none. Without them, a lost phone means a call to your administrator.'
    : left === 1
      ? 'One of them is left.'
      : `${left} of them are left.`

/** A member's account: where they are signed in, and what opens it. */
export const AccountPage = ({ frame, sessions, codesLeft, news, now, zone }: AccountProps) => (
  <Page {...frame} title="Your account" narrow>
    <div class="stack gap-3">
      <PageHeading title="Your account" note="Where you are signed in, and how you get in." />
      {news && (
        <Alert kind="success" live>
          <p>{ACCOUNT_NEWS[news]}</p>
        </Alert>
      )}
      <Sessions sessions={sessions} now={now} zone={zone} />
      <Card
        title="Recovery codes"
        id="recovery"
        end={codesLeft <= FEW_CODES && <State is="soon">{codesLeft === 0 ? 'None' : 'Few left'}</State>}
      >
        <p>
          {RECOVERY_CODES} codes on paper for a day without your phone. {codesSentence(codesLeft)}
        </p>
        <p>
          <ButtonLink kind="outline" href="/account/recovery-codes">
            {codesLeft === 0 ? 'Make recovery codes' : 'Make new ones'}
          </ButtonLink>
        </p>
      </Card>
      <Card title="Password and phone" id="factors">
        <p class="flow">
          <ButtonLink kind="outline" href="/account/password">
            Change the password
          </ButtonLink>
          <ButtonLink kind="outline" href="/account/phone">
            Set up another phone
          </ButtonLink>
        </p>
      </Card>
      <Card title="Other ways to sign in" id="other-ways">
        <p>With your finger or face, or with the account that your organization gave you.</p>
        <p>
          <ButtonLink kind="outline" href="/account/passkeys">
            How you sign in
          </ButtonLink>
        </p>
      </Card>
    </div>
  </Page>
)
