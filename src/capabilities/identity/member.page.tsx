import {
  Alert,
  Button,
  Card,
  capital,
  DefinitionList,
  ErrorSummary,
  More,
  Page,
  PageHeading,
  When,
} from '#design'
import type { Frame } from './env.ts'
import { FactsFields, type TypedFacts } from './facts-fields.page.tsx'
import { AccountState } from './members.page.tsx'
import type { Account } from './members.store.ts'
import { roleWord } from './role-words.ts'

/** What was just done with the account. */
export const MEMBER_NEWS = {
  changed: 'Saved. It holds from their next page on.',
  closed: 'The account is closed, and every session of it has ended.',
  opened: 'The account is open again, as it was.',
  released: 'The account is released. They can sign in at once.',
  'signed-out': 'They are signed out everywhere.',
  'new-password':
    'Their password opens nothing any more. A link to choose another is on its way to their address.',
  'begin-again': 'A link to set the account up again is on its way to their address. It works for two days.',
} as const

export type MemberProps = {
  readonly frame: Frame
  readonly account: Account
  /** One's own account is another administrator's to keep. */
  readonly isOwn: boolean
  readonly facts?: TypedFacts | undefined
  readonly errors?: Readonly<Record<string, string>>
  readonly news?: keyof typeof MEMBER_NEWS | undefined
  readonly now: Date
  readonly zone: string
}

const Act = ({
  account,
  act,
  kind = 'outline',
  children,
}: {
  account: Account
  act: string
  kind?: 'primary' | 'outline' | 'danger'
  children: string
}) => (
  <form method="post" action={`/members/${account.id}/${act}`}>
    <Button kind={kind}>{children}</Button>
  </form>
)

const Locked = ({ account, now, zone }: Pick<MemberProps, 'account' | 'now' | 'zone'>) =>
  account.lockedAt ? (
    <Alert
      kind="warning"
      icon="lock"
      action={
        <Act account={account} act="release" kind="primary">
          Release it
        </Act>
      }
    >
      <p>
        <b>
          Locked <When at={account.lockedAt} now={now} zone={zone} />, after five wrong tries.
        </b>{' '}
        Call them first: was it they who tried? If it was not, have them choose a new password.
      </p>
    </Alert>
  ) : null

const Trouble = ({ account }: Pick<MemberProps, 'account'>) => (
  <Card title="When something is lost" id="lost" gap={3}>
    <div class="stack gap-1">
      <h3>A phone or computer</h3>
      <p class="muted">Ends every session at once. They sign in again with password and code.</p>
      <Act account={account} act="sign-out">
        Sign out everywhere
      </Act>
    </div>
    <div class="stack gap-1">
      <h3>A password that somebody may know</h3>
      <p class="muted">It opens nothing from now on. A link to choose another goes to {account.email}.</p>
      <Act account={account} act="new-password">
        Ask for a new password
      </Act>
    </div>
    <div class="stack gap-1">
      <h3>The phone and the recovery codes</h3>
      <p class="muted">
        A link to set up password and codes again goes to {account.email}. Be sure that it is they who ask:
        see them, or call the number you know.
      </p>
      <Act account={account} act="begin-again">
        Let them begin again
      </Act>
    </div>
  </Card>
)

const Keeping = ({
  account,
  facts,
  errors,
}: { account: Account } & Required<Pick<MemberProps, 'errors'>> & {
    facts: TypedFacts
  }) => (
  <Card title="Name and roles" id="facts">
    <form class="stack" method="post" action={`/members/${account.id}`}>
      <FactsFields facts={facts} errors={errors} />
      {account.roles.includes('privacy-officer') && (
        <p class="muted">
          They are the county’s privacy officer as well. Only whoever runs Causeway changes that.
        </p>
      )}
      <p>
        <Button>Save</Button>
      </p>
    </form>
  </Card>
)

/** For an administrator: one account of their organization. */
export const MemberPage = ({
  frame,
  account,
  isOwn,
  facts = { name: account.name, title: account.title ?? '', roles: account.roles },
  errors = {},
  news,
  now,
  zone,
}: MemberProps) => (
  <Page {...frame} title={account.name} narrow hasErrors={Object.keys(errors).length > 0}>
    <div class="stack gap-3">
      <PageHeading
        over={<a href="/members">Members</a>}
        title={account.name}
        end={<AccountState account={account} />}
      />
      <ErrorSummary errors={Object.entries(errors).map(([field, message]) => ({ field, message }))} />
      {news && (
        <Alert kind="success" live>
          <p>{MEMBER_NEWS[news]}</p>
        </Alert>
      )}
      {!account.disabledAt && !isOwn && <Locked account={account} now={now} zone={zone} />}
      <Card>
        <DefinitionList
          items={[
            { term: 'Signs in as', value: account.email },
            {
              term: 'May act as',
              value: capital(new Intl.ListFormat('en').format(account.roles.map(roleWord))),
            },
            {
              term: 'Last here',
              value: account.lastSeenAt ? <When at={account.lastSeenAt} now={now} zone={zone} /> : 'Not yet',
            },
            { term: 'Since', value: <When at={account.createdAt} now={now} zone={zone} as="day" /> },
          ]}
        />
      </Card>
      {isOwn ? (
        <Alert kind="info">
          <p>
            This is your own account. Another administrator keeps it; your password and phone are at{' '}
            <a href="/account">your account</a>.
          </p>
        </Alert>
      ) : account.disabledAt ? (
        <Card title="Closed" id="closed">
          <p>
            Closed <When at={account.disabledAt} now={now} zone={zone} />. Nobody can sign in to it. What they
            did stays in the record.
          </p>
          <Act account={account} act="open" kind="primary">
            Open it again
          </Act>
        </Card>
      ) : (
        <>
          <Keeping account={account} facts={facts} errors={errors} />
          <Trouble account={account} />
          <More summary="They leave, or must not get in any more" id="close">
            <div class="stack">
              <p>
                Closing takes effect at once, wherever they are signed in. Nothing that they did is lost, and
                you can open the account again.
              </p>
              <Act account={account} act="close" kind="danger">
                Close the account
              </Act>
            </div>
          </More>
        </>
      )}
    </div>
  </Page>
)
