import { Button, ButtonLink, Card, DataTable, EmptyState, Page, PageHeading } from '#design'
import type { Frame } from '#identity'
import { dayWords } from '#kernel/calendar-day.ts'
import { calledOf } from './case-words.ts'
import type { IdentityRow } from './cases.store.ts'

const FIELDS = [
  ['called', 'Called'],
  ['bornOn', 'Born'],
  ['phone', 'Phone'],
  ['howToReach', 'How to reach them'],
  ['whereabouts', 'Where'],
] as const

const shown = (field: string, value: string | null): string =>
  value === null ? 'Not known' : field === 'bornOn' ? dayWords(value, 'en') : value

/** Two cases side by side, before one is kept under the other. */
export const SamePage = ({
  frame,
  identity,
  doubles,
  merged,
}: {
  readonly frame: Frame
  readonly identity: IdentityRow
  readonly doubles: readonly IdentityRow[]
  /** Cases that are kept under this one. */
  readonly merged: readonly IdentityRow[]
}) => (
  <Page {...frame} title="The same person?" narrow>
    <PageHeading
      over={<a href={`/cases/${identity.caseId}`}>{calledOf(identity.called)}</a>}
      title="The same person?"
      note="Looked for by how the name sounds and by birth date, among the people of your organization alone."
    />
    <div class="stack gap-3">
      {doubles.length === 0 && (
        <EmptyState icon="people" title="Nobody else looks like the same person" level={2}>
          When somebody is entered whose name sounds alike, they show here.
        </EmptyState>
      )}
      {doubles.map((other) => (
        <Card title={calledOf(other.called)} id={`other-${other.caseId}`}>
          <DataTable
            id={`table-${other.caseId}`}
            caption={`What is known of each, ${calledOf(other.called)}`}
            hideCaption
            columns={[
              { title: 'What', cell: ({ label }) => label },
              { title: 'This case', cell: ({ one }) => one },
              { title: 'The other', cell: ({ two }) => two },
            ]}
            rows={FIELDS.map(([field, label]) => ({
              label,
              one: shown(field, identity[field]),
              two: shown(field, other[field]),
            }))}
          />
          <p>
            Merged, everything that happened and is due in both shows in this case, and what is known of the
            person is what stands under “This case”. Nothing is deleted: you can part them again here.
          </p>
          <form class="flow" method="post" action={`/cases/${identity.caseId}/merge`}>
            <input type="hidden" name="other" value={other.caseId} />
            <Button icon="people" hiddenWords={` with ${calledOf(other.called)}`}>
              Merge them
            </Button>
            <ButtonLink
              kind="outline"
              href={`/cases/${other.caseId}`}
              hiddenWords={`, ${calledOf(other.called)}`}
            >
              Open the other
            </ButtonLink>
          </form>
        </Card>
      ))}
      {merged.map((other) => (
        <Card title={`${calledOf(other.called)}, kept under this case`} id={`merged-${other.caseId}`}>
          <form method="post" action={`/cases/${identity.caseId}/part`}>
            <input type="hidden" name="other" value={other.caseId} />
            <Button kind="outline" icon="undo" hiddenWords={`: ${calledOf(other.called)}`}>
              Part them again
            </Button>
          </form>
        </Card>
      ))}
    </div>
  </Page>
)
