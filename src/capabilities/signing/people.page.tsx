import type { SignedRelease } from '#consent'
import {
  Alert,
  Button,
  ButtonLink,
  Card,
  EmptyState,
  Glyph,
  Page,
  PageHeading,
  Row,
  Rows,
  When,
  WhoCanSee,
} from '#design'
import type { Frame } from '#identity'
import type { ServedPerson } from '#referrals'
import { LineRow } from './release-copy.page.tsx'

const calledOf = ({ name }: ServedPerson): string => name ?? 'Somebody who gave no name'

type Reader = { readonly frame: Frame; readonly now: Date; readonly zone: string }

/** Everybody whom one's organization knows: whose releases to look at, and who could sign one. */
export const PeoplePage = ({ frame, people, now, zone }: Reader & { people: readonly ServedPerson[] }) => (
  <Page {...frame} title="Releases" narrow>
    <PageHeading
      title="Releases"
      note="What people signed that others may know, and where somebody signs a new one: on this tablet, at the desk, or on paper."
    />
    {people.length === 0 ? (
      <EmptyState icon="people" title="Nobody here yet" level={2}>
        Somebody whom your organization refers, or takes on, shows here. Then they can sign.
      </EmptyState>
    ) : (
      <Rows>
        {people.map((person) => (
          <Row
            mark={<Glyph name="pen" kind="who" />}
            title={calledOf(person)}
            level={2}
            end={
              <ButtonLink
                kind="outline"
                href={`/releases/people/${person.personId}`}
                hiddenWords={`: ${calledOf(person)}`}
              >
                Open
              </ButtonLink>
            }
          >
            <p class="muted">
              {`Referred by ${person.from}, `}
              <When at={person.submittedAt} now={now} zone={zone} />.
            </p>
          </Row>
        ))}
      </Rows>
    )}
  </Page>
)

/** The one way to begin: a form, because something is written, with the id that the release will have. */
export const BeginForm = ({ id, personId, back }: { id: string; personId: string; back: string }) => (
  <form method="post" action="/releases/begin">
    <input type="hidden" name="id" value={id} />
    <input type="hidden" name="person" value={personId} />
    <input type="hidden" name="back" value={back} />
    <Button icon="pen">Have them sign a release</Button>
  </form>
)

/** What one person signed with the actor's organization, each line with its stop. */
export const PersonReleasesPage = ({
  frame,
  person,
  releases,
  newReleaseId,
  stopped,
  charges,
  now,
  zone,
}: Reader & {
  person: ServedPerson
  releases: readonly SignedRelease[]
  newReleaseId: string
  stopped?: boolean | undefined
  /** Whether the actor may look at charges that are held. */
  charges?: boolean | undefined
}) => {
  const path = `/releases/people/${person.personId}`
  return (
    <Page {...frame} title="Releases of a person" narrow>
      <PageHeading
        over={<a href="/releases">Releases</a>}
        title={`What ${calledOf(person)} signed with you`}
        end={<BeginForm id={newReleaseId} personId={person.personId} back={path} />}
      />
      <div class="stack gap-3">
        {stopped && (
          <Alert kind="success" live>
            <p>It is stopped. From now on they are told nothing new.</p>
          </Alert>
        )}
        {releases.length === 0 && (
          <EmptyState icon="lock" title="Nothing yet" level={2}>
            Nobody is told anything about them. They can sign, or not: they get the same help.
          </EmptyState>
        )}
        {releases.map((release, index) => (
          <Card
            id={`release-${index + 1}`}
            title={
              <>
                {`Release ${releases.length - index}, signed `}
                {release.signedAt && <When at={release.signedAt} now={now} zone={zone} as="stamp" />}
              </>
            }
            end={
              <a href={`/releases/${release.id}`}>
                The words<span class="usa-sr-only">{` of release ${releases.length - index}`}</span>
              </a>
            }
          >
            <Rows bare label={`Recipients of release ${releases.length - index}`}>
              {release.lines.map((line) => (
                <LineRow {...{ line, now, zone, releaseId: release.id, back: path }} />
              ))}
            </Rows>
          </Card>
        ))}
        {charges && (
          <p>
            <a href={`${path}/charges`}>A prosecutor or court holds a charge while they take part?</a>
          </p>
        )}
        <WhoCanSee can={['Your organization']} cannot={['Police', 'Courts', 'Other places']}>
          Each place learns of its own line and of no other.
        </WhoCanSee>
      </div>
    </Page>
  )
}
