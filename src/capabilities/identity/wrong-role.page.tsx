import { ButtonLink, Page, PageHeading } from '#design'
import type { Role } from '#kernel/actor.ts'
import type { Frame } from './env.ts'
import { rolesInWords, roleWord } from './role-words.ts'
import { homeOf, type SignedIn } from './signed-in.ts'

/** Says who can see a page that a member's roles do not open. */
export const WrongRolePage = ({
  frame,
  who,
  signedIn,
}: {
  readonly frame: Frame
  readonly who: readonly Role[]
  readonly signedIn: SignedIn
}) => (
  <Page {...frame} title="Not for your role" narrow>
    <div class="stack gap-3">
      <PageHeading
        title={`This page is for ${rolesInWords(who)}.`}
        note={`You are signed in as ${signedIn.name}, ${signedIn.organizationName} (${signedIn.actor.roles.map(roleWord).join(', ')}).`}
      />
      <p>
        If your work has changed, ask whoever runs Causeway for you to change your role. Nothing was shown and
        nothing was changed.
      </p>
      <p>
        <ButtonLink href={homeOf(signedIn.actor.roles)}>Back to my start page</ButtonLink>
      </p>
    </div>
  </Page>
)
