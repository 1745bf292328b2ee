import { Button, ButtonLink, Card, PasskeyForm } from '#design'
import { withReturnTo } from '#platform/http/local-path.ts'

/** An organization whose members sign in with accounts that it gave them. */
export type OrganizationSignOn = { readonly id: string; readonly name: string }

export type OtherWaysProps = {
  readonly returnTo?: string | undefined
  /** Whether passkeys work at this address. */
  readonly hasPasskeys: boolean
  readonly organizations: readonly OrganizationSignOn[]
  /** Instead of signing in: showing a factor again. The provider then asks even somebody who is signed in there. */
  readonly again?: boolean
}

/** So many stand on the sign-in page itself; more have a page of their own. */
const MOST_BUTTONS = 3

/** The way to an organization's provider. A link: browsers do not follow a form that leads to another site. */
export const signOnPath = (id: string, returnTo: string | undefined, again = false): string => {
  const query = new URLSearchParams({ ...(returnTo ? { returnTo } : {}), ...(again ? { again: 'yes' } : {}) })
  return `/sign-on/with/${id}${query.size > 0 ? `?${query}` : ''}`
}

/** Ways to sign in beside a password: a passkey, and the organizations' own accounts. */
export const OtherWays = ({ returnTo, hasPasskeys, organizations, again = false }: OtherWaysProps) => {
  if (!hasPasskeys && organizations.length === 0) return null
  return (
    <Card title={again ? 'Or another way' : 'Or without a password'} id="other-ways">
      {hasPasskeys && (
        <PasskeyForm
          act="show"
          action="/sign-in/passkey"
          options="/sign-in/passkey/challenge"
          returnTo={returnTo}
        >
          <p>
            <Button kind="outline" big wide icon="lock">
              {again ? 'Show your passkey' : 'Agree and sign in with a passkey'}
            </Button>
          </p>
        </PasskeyForm>
      )}
      {organizations.length > MOST_BUTTONS ? (
        <p>
          <ButtonLink kind="outline" big wide icon="people" href={withReturnTo('/sign-on', returnTo)}>
            Agree and sign in with your organization
          </ButtonLink>
        </p>
      ) : (
        organizations.map(({ id, name }) => (
          <p>
            <ButtonLink kind="outline" big wide icon="people" href={signOnPath(id, returnTo, again)}>
              {again ? `Show it at ${name}` : `Agree and sign in with ${name}`}
            </ButtonLink>
          </p>
        ))
      )}
    </Card>
  )
}
