import { Button, ErrorSummary, Page, PageHeading, TextField } from '#design'
import type { Frame } from './env.ts'
import { FactsFields, type TypedFacts } from './facts-fields.page.tsx'

export type InviteProps = {
  readonly frame: Frame
  readonly organizationName: string
  /** Made for the form, so that pressing twice invites once. */
  readonly id: string
  readonly facts: TypedFacts & { readonly email: string }
  readonly errors?: Readonly<Record<string, string>>
}

/** Where an administrator invites somebody to their organization. */
export const InvitePage = ({ frame, organizationName, id, facts, errors = {} }: InviteProps) => (
  <Page {...frame} title="Invite somebody" narrow hasErrors={Object.keys(errors).length > 0}>
    <div class="stack gap-3">
      <PageHeading
        title="Invite somebody"
        note={`To ${organizationName}. They get a link by e-mail that works for seven days, choose a password, and set up codes on their phone.`}
      />
      <ErrorSummary errors={Object.entries(errors).map(([field, message]) => ({ field, message }))} />
      <form class="stack" method="post" action="/members/invite">
        <input type="hidden" name="id" value={id} />
        <TextField
          name="email"
          label="Their e-mail address at work"
          hint="With which they will sign in. Look twice: whoever reads mail there gets the account."
          type="email"
          value={facts.email}
          error={errors.email}
          autocomplete="off"
          required
        />
        <FactsFields facts={facts} errors={errors} />
        <p>
          <Button big icon="send">
            Send the invitation
          </Button>
        </p>
      </form>
      <p>
        <a href="/members">Back to the members</a>
      </p>
    </div>
  </Page>
)
