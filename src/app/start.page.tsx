import { BigAction, Card, DefinitionList, Page, PageHeading } from '#design'
import type { Frame, SignedIn } from '#identity'
import type { Role } from '#kernel/actor.ts'

/** The first page of members whose role has no page of its own: who they are here, and what they can use today. */
export const StartPage = ({ frame, signedIn }: { readonly frame: Frame; readonly signedIn: SignedIn }) => (
  <Page {...frame} title="Start" narrow>
    <div class="stack gap-3">
      <PageHeading
        title={`Welcome, ${signedIn.name}`}
        note="You can look up places that help. Pages made for your own work are not part of this version: when they are, they will be on this page."
      />
      <BigAction
        href="/places"
        icon="map"
        title="Places that help"
        note={`Treatment, medicine, a bed, somebody to talk to, in and around ${signedIn.jurisdictionName}`}
        first
      />
      {!signedIn.isCriminalJustice && signedIn.actor.roles.some((role) => CALLS.includes(role)) && (
        <BigAction
          href="/places/to-check"
          icon="phone"
          title="Places that want a call"
          note="What of their listings has grown old, the most urgent first"
        />
      )}
      {!signedIn.isCriminalJustice && signedIn.actor.roles.some((role) => ADDS.includes(role)) && (
        <BigAction href="/places/new" icon="plus" title="Add a place" note="One that no list knows yet" />
      )}
      {signedIn.actor.roles.includes('administrator') && (
        <BigAction
          href="/members"
          icon="people"
          title="Members"
          note={`Who has an account at ${signedIn.organizationName}, and who has yet to come`}
        />
      )}
      <Card title="Who you are here" id="who">
        <DefinitionList items={factsOf(signedIn)} />
        <p class="muted">
          Is something here not right? Ask an administrator of {signedIn.organizationName} to change it.
        </p>
      </Card>
    </div>
  </Page>
)

/** Who looks after the directory. */
const ADDS: readonly Role[] = ['manager', 'administrator']
const CALLS: readonly Role[] = [...ADDS, 'navigator', 'case-manager']

const factsOf = ({ name, title, organizationName, jurisdictionName, actor }: SignedIn) => [
  { term: 'Name', value: name },
  ...(title ? [{ term: 'Title', value: title }] : []),
  { term: 'Organization', value: organizationName },
  { term: 'County', value: jurisdictionName },
  {
    term: actor.roles.length > 1 ? 'Roles' : 'Role',
    value: actor.roles.map((role) => ROLE[role]).join(', '),
  },
]

const ROLE: Readonly<Record<Role, string>> = {
  officer: 'Officer',
  sergeant: 'Sergeant',
  angel: 'Angel',
  navigator: 'Navigator',
  'case-manager': 'Case manager',
  provider: 'Provider',
  'harm-reduction': 'Harm-reduction worker',
  prosecutor: 'Prosecutor liaison',
  manager: 'Program manager',
  trainer: 'Trainer',
  'privacy-officer': 'Privacy officer',
  administrator: 'Administrator',
}
