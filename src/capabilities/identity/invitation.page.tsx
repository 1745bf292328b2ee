import { Button, ButtonLink, Card, ErrorSummary, Page, PageHeading } from '#design'
import { CodeField } from './code-field.page.tsx'
import type { CodeSetUp } from './code-set-up.ts'
import type { Frame } from './env.ts'
import type { HeldInvitation } from './invitation.store.ts'
import { NewPasswordField } from './new-password-field.page.tsx'
import { roleWord } from './role-words.ts'
import { ScanCard } from './scan-card.page.tsx'
import { NoticeBox } from './use-notice.page.tsx'
import type { UseNotice } from './use-notice.ts'

export type InvitationProps = {
  readonly frame: Frame
  readonly invitation: HeldInvitation
  readonly token: string
  readonly setUp: CodeSetUp
  /** Whether the organization has a sign-in of its own that can be used instead. */
  readonly hasSignOn: boolean
  /** What whoever makes the account agrees to, as at every sign-in. */
  readonly notice: UseNotice
  readonly errors?: Readonly<Record<string, string>>
}

const rolesOf = ({ roles }: HeldInvitation): string => new Intl.ListFormat('en').format(roles.map(roleWord))

/** The page behind an invitation: who asks, and the account in one form. */
export const InvitationPage = ({
  frame,
  invitation,
  token,
  setUp,
  hasSignOn,
  notice,
  errors = {},
}: InvitationProps) => (
  <Page {...frame} title="Set up your account" narrow hasErrors={Object.keys(errors).length > 0}>
    <div class="stack gap-3">
      <PageHeading
        over={`Invited by ${invitation.organizationName}`}
        title={`Welcome, ${invitation.name}`}
        note={`You will have an account as ${rolesOf(invitation)}, and sign in as ${invitation.email}. It takes about three minutes, with your phone at hand.`}
      />
      <ErrorSummary errors={Object.entries(errors).map(([field, message]) => ({ field, message }))} />
      <NoticeBox notice={notice} />
      {hasSignOn && (
        <Card title={`With your ${invitation.organizationName} account`} id="sign-on">
          <p>You sign in there as you do every day, and need no other password.</p>
          <form method="post" action={`/invitation/${token}/sign-on`}>
            <Button big icon="people">
              Agree and use my {invitation.organizationName} account
            </Button>
          </form>
        </Card>
      )}
      {hasSignOn && (
        <h2 class="h3" id="otherwise">
          Or with a password and your phone
        </h2>
      )}
      <ScanCard secret={setUp.secret} address={setUp.address} />
      <form method="post" action={`/invitation/${token}`}>
        <input type="hidden" name="sealed" value={setUp.sealed} />
        <input type="hidden" name="username" autocomplete="username" value={invitation.email} />
        <Card title="2. Type the code, and choose a password" id="confirm">
          <CodeField error={errors.code} />
          <NewPasswordField label="Your password" error={errors.password} />
          <p>
            <Button big kind={hasSignOn ? 'outline' : 'primary'}>
              Agree and make my account
            </Button>
          </p>
        </Card>
      </form>
    </div>
  </Page>
)

/** Behind a link that opens nothing: never ours, used, taken back or too old. They look the same. */
export const InvitationGonePage = ({ frame }: { readonly frame: Frame }) => (
  <Page {...frame} title="This link opens nothing" narrow>
    <div class="stack gap-3">
      <PageHeading
        title="This link opens nothing any more"
        note="Links to accounts work once, and only for a while; the newest one counts."
      />
      <p>If you have an account, sign in. Otherwise ask whoever invited you to send it again.</p>
      <p>
        <ButtonLink href="/sign-in">Sign in</ButtonLink>
      </p>
    </div>
  </Page>
)
