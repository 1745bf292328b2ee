import { Alert, ButtonLink, Page, PageHeading } from '#design'
import { withReturnTo } from '#platform/http/local-path.ts'
import type { Frame } from './env.ts'

export type SignOnTroubleProps = {
  readonly frame: Frame
  readonly title?: string
  readonly returnTo?: string | undefined
  /** What went wrong and what helps. */
  readonly sentence: string
  /** Where the same can be tried again, if that can help. */
  readonly again?: { readonly href: string; readonly label: string } | undefined
  /** What an administrator has to know to connect the account. */
  readonly facts?: { readonly issuer: string; readonly subject: string } | undefined
}

/** Signing in by passkey or at an organization's provider has not worked: why, and the other ways. */
export const SignOnTroublePage = ({
  frame,
  title = 'You are not signed in',
  returnTo,
  sentence,
  again,
  facts,
}: SignOnTroubleProps) => (
  <Page {...frame} title={title} narrow hasErrors>
    <div class="stack gap-3">
      <PageHeading title={title} />
      <Alert kind="error">
        <p>{sentence}</p>
      </Alert>
      {facts && (
        <p>
          For your administrator: your account there is <code>{facts.subject}</code> at{' '}
          <code>{facts.issuer}</code>.
        </p>
      )}
      <p class="flow">
        {again && <ButtonLink href={again.href}>{again.label}</ButtonLink>}
        <ButtonLink kind={again ? 'outline' : 'primary'} href={withReturnTo('/sign-in', returnTo)}>
          Other ways to sign in
        </ButtonLink>
      </p>
    </div>
  </Page>
)
