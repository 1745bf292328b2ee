import { Card, DefinitionList, Glyph, Page, PageHeading, Row, Rows, Section } from '#design'
import type { Frame, SignedIn } from '#identity'
import type { Role } from '#kernel/actor.ts'
import { areasFor } from './areas.ts'

/** All that a member can open, and who they are here: the first page of those whose role has no page of its own. */
export const StartPage = ({ frame, signedIn }: { readonly frame: Frame; readonly signedIn: SignedIn }) => (
  <Page {...frame} title="Start">
    <div class="stack gap-3">
      <PageHeading title={`Welcome, ${signedIn.name}`} note="All that you can open." />
      <div class="grid wide-cells">
        {areasFor(signedIn).map(({ title, areas }) => (
          <Section id={title.toLowerCase()} title={title}>
            <Rows label={title}>
              {areas.map(({ href, label, note, icon }) => (
                <Row mark={<Glyph name={icon} />} title={<a href={href}>{label}</a>}>
                  <p class="muted small">{note}</p>
                </Row>
              ))}
            </Rows>
          </Section>
        ))}
      </div>
      <Card title="Who you are here" id="who">
        <DefinitionList items={factsOf(signedIn)} />
        <p class="muted">
          Is something here not right? Ask an administrator of {signedIn.organizationName} to change it.
        </p>
      </Card>
    </div>
  </Page>
)

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
