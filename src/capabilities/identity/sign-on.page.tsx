import {
  Alert,
  Button,
  ButtonLink,
  Card,
  EmptyState,
  ErrorSummary,
  Page,
  PageHeading,
  Row,
  Rows,
  State,
  TextField,
  When,
} from '#design'
import { withReturnTo } from '#platform/http/local-path.ts'
import type { Frame } from './env.ts'
import type { Colleague } from './link-sign-on.ts'
import { type OrganizationSignOn, signOnPath } from './other-ways.page.tsx'

export type ChooseOrganizationProps = {
  readonly frame: Frame
  readonly returnTo?: string | undefined
  /** The address that was typed, and the organizations to which its domain leads. */
  readonly email?: string | undefined
  readonly leadsTo: readonly OrganizationSignOn[]
  readonly organizations: readonly OrganizationSignOn[]
}

const Choices = ({
  organizations,
  returnTo,
}: Pick<ChooseOrganizationProps, 'organizations' | 'returnTo'>) => (
  <Rows label="Organizations" plain>
    {organizations.map(({ id, name }) => (
      <Row
        title={name}
        level={2}
        end={
          <ButtonLink kind="outline" href={signOnPath(id, returnTo)} hiddenWords={` with ${name}`}>
            Sign in
          </ButtonLink>
        }
      />
    ))}
  </Rows>
)

/** Where somebody says for which organization they work: by address, or from the list. */
export const ChooseOrganizationPage = (props: ChooseOrganizationProps) => {
  const { frame, returnTo, email, leadsTo, organizations } = props
  const isLost = email !== undefined && leadsTo.length === 0
  return (
    <Page {...frame} title="Sign in with your organization" narrow hasErrors={isLost}>
      <div class="stack gap-3">
        <PageHeading
          title="Sign in with your organization"
          note="With the account that you have there. You agree that your use of Causeway is recorded."
        />
        {organizations.length === 0 ? (
          <EmptyState icon="people" title="No organization signs in here this way yet" level={2}>
            Sign in with your address and password.
          </EmptyState>
        ) : (
          <>
            <form class="stack" method="get" action="/sign-on">
              {returnTo && <input type="hidden" name="returnTo" value={returnTo} />}
              <TextField
                name="email"
                label="Your work e-mail address"
                hint="What stands after the @ tells us where to send you."
                type="email"
                autocomplete="username"
                value={email}
                error={
                  isLost ? 'No organization here uses that kind of address. Choose yours below.' : undefined
                }
              />
              <p>
                <Button kind="outline">Find my organization</Button>
              </p>
            </form>
            {leadsTo.length > 0 && <p>That address leads to:</p>}
            <Choices organizations={leadsTo.length > 0 ? leadsTo : organizations} returnTo={returnTo} />
          </>
        )}
        <p>
          <a href={withReturnTo('/sign-in', returnTo)}>Sign in with a password instead</a>
        </p>
      </div>
    </Page>
  )
}

/** The last step before another site: nothing is connected unless the member goes there by themselves. */
export const GoToProviderPage = ({
  frame,
  name,
  address,
}: {
  readonly frame: Frame
  readonly name: string
  readonly address: string
}) => (
  <Page {...frame} title={`Go on at ${name}`} narrow>
    <div class="stack gap-3">
      <PageHeading
        title={`Go on at ${name}`}
        note="You sign in there with your own account. When you come back it is connected with this one."
      />
      <p>
        <ButtonLink big href={address} rel="noreferrer">
          Go to {name}
        </ButtonLink>
      </p>
      <p>
        <a href="/account/passkeys">Stop here</a>
      </p>
    </div>
  </Page>
)

export type SignOnSectionProps = {
  readonly organizationName: string
  /** Which account is the member's, and since when; undefined while none is. */
  readonly link: { readonly subject: string; readonly createdAt: Date } | undefined
  /** Whether they also say which account is whose. */
  readonly isAdministrator: boolean
  readonly now: Date
  readonly zone: string
}

/** A member's account at their organization's provider, for the page of how they sign in. */
export const SignOnSection = ({ organizationName, link, isAdministrator, now, zone }: SignOnSectionProps) => (
  <Card title={`Signing in with ${organizationName}`} id="sign-on">
    {link ? (
      <>
        <p>
          <State is="open">Connected</State> since <When at={link.createdAt} now={now} zone={zone} as="day" />{' '}
          with the account <code>{link.subject}</code>.
        </p>
        <form method="post" action="/account/sign-on/remove">
          <Button kind="outline">Disconnect it</Button>
        </form>
      </>
    ) : (
      <>
        <p>Connect the account that you have there, and sign in with it instead of a password.</p>
        <form method="post" action="/account/sign-on/link">
          <Button>Connect my account</Button>
        </form>
      </>
    )}
    {isAdministrator && (
      <p>
        <a href="/sign-on/members">Which account is whose in {organizationName}</a>
      </p>
    )}
  </Card>
)

export type LinksProps = {
  readonly frame: Frame
  readonly organizationName: string
  /** Undefined: the organization has no provider. */
  readonly issuer: string | undefined
  readonly members: readonly Colleague[]
  /** What was refused, and for whom it was typed. */
  readonly error?: { readonly memberId: string; readonly subject: string; readonly sentence: string }
}

const LinkRow = ({ member, error }: { member: Colleague; error: LinksProps['error'] }) => {
  const refused = error?.memberId === member.id ? error : undefined
  return (
    <Row title={member.name} level={2}>
      {member.subject === null ? (
        <form class="stack gap-1" method="post" action="/sign-on/members">
          <input type="hidden" name="member" value={member.id} />
          <TextField
            name="subject"
            id={`subject-${member.id}`}
            label={`What the provider calls ${member.name}`}
            value={refused?.subject}
            error={refused?.sentence}
            autocomplete="off"
            spellcheck={false}
            required
          />
          <p>
            <Button kind="outline" hiddenWords={` ${member.name}`}>
              Connect
            </Button>
          </p>
        </form>
      ) : (
        <form class="flow" method="post" action="/sign-on/members/remove">
          <State is="open">Connected</State> <code>{member.subject}</code>
          <Button kind="plain" name="member" value={member.id} hiddenWords={` ${member.name}`}>
            Disconnect
          </Button>
        </form>
      )}
    </Row>
  )
}

/** For an administrator: which account at the provider is which member's. */
export const LinksPage = ({ frame, organizationName, issuer, members, error }: LinksProps) => (
  <Page {...frame} title="Accounts for signing in" hasErrors={error !== undefined}>
    <div class="stack gap-3">
      <PageHeading
        title="Accounts for signing in"
        note={`Which account at the sign-in of ${organizationName} is which member’s. Members can connect their own, too.`}
      />
      <ErrorSummary errors={error ? [{ field: `subject-${error.memberId}`, message: error.sentence }] : []} />
      {issuer === undefined ? (
        <EmptyState icon="people" title={`${organizationName} has no sign-in of its own here`} level={2}>
          Whoever runs Causeway for you can set it up: causeway sign-on add.
        </EmptyState>
      ) : (
        <>
          <Alert kind="info">
            <p>
              Use the claim “sub” that <code>{issuer}</code> gives the account, never an e-mail address: an
              address can be given to somebody else. Whoever tries to sign in before they are connected is
              shown theirs.
            </p>
          </Alert>
          <Rows label="Members" plain>
            {members.map((member) => (
              <LinkRow member={member} error={error} />
            ))}
          </Rows>
        </>
      )}
    </div>
  </Page>
)
