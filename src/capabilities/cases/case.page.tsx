import {
  Alert,
  Button,
  ButtonLink,
  Card,
  DefinitionList,
  ErrorSummary,
  History,
  type HistoryItem,
  More,
  Page,
  PageHeading,
  Pagination,
  Section,
  Tag,
  TextArea,
  Toast,
  When,
  WhoCanSee,
  WordsWarning,
} from '#design'
import type { Frame } from '#identity'
import { dayWords } from '#kernel/calendar-day.ts'
import { type FormFields, firstOf } from '#platform/http/form-body.ts'
import { OUTCOMES, STATUSES } from './case.ts'
import { type Errors, findingsInCase } from './case-form.ts'
import { CHANNEL_ICONS, calledOf, ENTRY_ICONS, entryTitle } from './case-words.ts'
import { ContactForm } from './contact-form.page.tsx'
import { DueTasks } from './due-tasks.page.tsx'
import { Funds, Goals, Needs } from './plan.page.tsx'
import { ENTRIES_PAGE, type Entry, type ReadCase } from './read-case.ts'
import { Standing } from './standing.page.tsx'
import { TaskForm } from './task-form.page.tsx'

export type CaseProps = {
  readonly frame: Frame
  readonly read: ReadCase
  readonly page: number
  readonly memberId: string
  readonly organizationName: string
  readonly newId: string
  readonly now: Date
  readonly zone: string
  /** Likely the same person, among the organization's own cases. */
  readonly doubles: readonly { readonly id: string; readonly called: string | null }[]
  readonly just?:
    | { readonly message: string; readonly undo?: { action: string; values?: Record<string, string> } }
    | undefined
  /** What was sent and not accepted: by the form of this name. */
  readonly wrong?: { readonly of: string; readonly fields: FormFields; readonly errors: Errors } | undefined
}

const LOCKED = new Set(['opened', 'status', 'manager', 'merged', 'parted'])

const itemOf = (entry: Entry): HistoryItem => ({
  id: `entry-${entry.id}`,
  at: entry.happenedAt,
  icon: entry.kind === 'contact' && entry.channel ? CHANNEL_ICONS[entry.channel] : ENTRY_ICONS[entry.kind],
  kind: entry.kind === 'contact' ? 'teal' : entry.kind === 'attempt' ? 'amber' : 'plain',
  title: entryTitle(entry),
  by: entry.by,
  struck: entry.struckAt !== null,
  children: entry.words && <p>{entry.kind === 'goal' ? `“${entry.words}”` : entry.words}</p>,
  end: LOCKED.has(entry.kind) ? undefined : (
    <form class="cw-screen-only" method="post" action={`/cases/${entry.caseId}/entries/${entry.id}`}>
      <Button
        kind="plain"
        name="do"
        value={entry.struckAt ? 'put-back' : 'strike'}
        hiddenWords={`: ${entryTitle(entry)}`}
      >
        {entry.struckAt ? 'Put it back' : 'Strike it'}
      </Button>
    </form>
  ),
})

const LastSeen = ({ read: { file, caseManager }, now, zone }: CaseProps) => (
  <>
    {caseManager ? `${caseManager} follows the case. ` : 'Nobody follows the case yet. '}
    {file.lastContactAt ? (
      <>
        Last in touch <When at={file.lastContactAt} now={now} zone={zone} as="relative" />.
      </>
    ) : (
      'Nobody was in touch with them since the case was opened.'
    )}
  </>
)

const Known = ({ read: { identity, file } }: CaseProps) => {
  const facts = [
    { term: 'Phone', value: identity.phone },
    { term: 'How to reach them', value: identity.howToReach },
    { term: 'Where', value: identity.whereabouts },
    { term: 'Languages', value: identity.language },
    { term: 'Born', value: identity.bornOn && dayWords(identity.bornOn, 'en') },
  ].flatMap(({ term, value }) => (value ? [{ term, value }] : []))
  return (
    <Card title="Who they are" id="known" gap={1}>
      {facts.length > 0 ? <DefinitionList items={facts} /> : <p class="muted">Nothing is written yet.</p>}
      <p class="flow">
        <a href={`/cases/${file.id}/edit`}>Change it</a>
        <a href={`/cases/${file.id}/card`}>Appointment card</a>
      </p>
    </Card>
  )
}

/** One person with whom the organization works: what is next, what they want, and all that happened. */
export const CasePage = (props: CaseProps) => {
  const { frame, read, page, now, zone, just, wrong, doubles, newId, memberId, organizationName } = props
  const { file, identity } = read
  const called = calledOf(identity.called)
  const formOf = (name: string) =>
    wrong?.of === name ? { fields: wrong.fields, errors: wrong.errors } : { fields: {}, errors: {} }
  const planOf = (name: string) => ({ read, newEntryId: newId, now, zone, of: wrong?.of, ...formOf(name) })
  const note = formOf('notes')
  return (
    <Page {...frame} title={called} hasErrors={wrong !== undefined}>
      {just && <Toast message={just.message} undo={just.undo} />}
      <PageHeading
        over={
          <span class="flow">
            <Tag kind={file.status === 'active' ? 'teal' : file.status === 'closed' ? 'plain' : 'amber'}>
              {STATUSES[file.status]}
              {file.outcome ? `: ${OUTCOMES[file.outcome].toLowerCase()}` : ''}
            </Tag>
            {read.pathway && <Tag>{read.pathway}</Tag>}
            <span>
              since <When at={file.openedAt} now={now} zone={zone} as="day" />
            </span>
          </span>
        }
        title={called}
        note={<LastSeen {...props} />}
        end={
          <span class="flow">
            {identity.phone && (
              <ButtonLink
                kind="outline"
                icon="phone"
                href={`tel:${identity.phone}`}
                hiddenWords={` ${called}`}
              >
                Call
              </ButtonLink>
            )}
            {file.status !== 'closed' && (
              <ButtonLink kind="outline" icon="pen" href="#contact">
                Write down a contact
              </ButtonLink>
            )}
          </span>
        }
      />
      <div class="stack gap-3">
        {wrong && (
          <ErrorSummary
            errors={Object.entries(wrong.errors).map(([field, message]) => ({ field, message }))}
          />
        )}
        {doubles.length > 0 && (
          <Alert
            kind="info"
            action={
              <ButtonLink kind="outline" href={`/cases/${file.id}/same`}>
                Look
              </ButtonLink>
            }
          >
            <p>
              <b>
                {doubles.length === 1
                  ? `${calledOf(doubles[0]?.called)} may be the same person`
                  : `${doubles.length} others may be the same person`}
              </b>
              , entered twice in your organization.
            </p>
          </Alert>
        )}
        {file.mergedIntoId && (
          <Alert
            kind="info"
            action={
              <ButtonLink kind="outline" href={`/cases/${file.mergedIntoId}`}>
                Open that one
              </ButtonLink>
            }
          >
            <p>This case is kept under another case of the same person.</p>
          </Alert>
        )}
      </div>
      <div class="cw-cols cw-sec">
        <div class="stack gap-3">
          <Section id="due" title="What is next">
            {read.tasks.length > 0 ? <DueTasks {...props} /> : <p class="muted">Nothing is due.</p>}
            {file.status !== 'closed' && (
              <More summary="Add what is to be done" open={wrong?.of === 'tasks'}>
                <TaskForm
                  {...{ caseId: file.id, newId, memberId, now, zone, managers: read.managers }}
                  {...formOf('tasks')}
                />
              </More>
            )}
          </Section>
          {file.status !== 'closed' && (
            <div class="cw-screen-only">
              <Card title="Write down a contact" id="contact">
                <ContactForm caseId={file.id} newId={newId} {...formOf('contacts')} />
              </Card>
            </div>
          )}
          <Section id="happened" title="What happened">
            <More summary="Write a note for the team" open={wrong?.of === 'notes'}>
              <form
                class="stack gap-1"
                method="post"
                action={`/cases/${file.id}/notes`}
                novalidate
                autocomplete="off"
              >
                <input type="hidden" name="id" value={newId} />
                <TextArea
                  name="note"
                  label="Note"
                  hint="For those who work with this person. No health record and no records check"
                  rows={3}
                  maxlength={4000}
                  value={firstOf(note.fields, 'note') || undefined}
                  error={'note' in note.errors ? String(note.errors.note) : undefined}
                />
                {wrong?.of === 'notes' && (
                  <WordsWarning
                    fields={findingsInCase(note.fields)}
                    said={firstOf(note.fields, 'asItIs')}
                    id="note-words"
                  />
                )}
                <p>
                  <Button kind="outline" icon="plus">
                    Save the note
                  </Button>
                </p>
              </form>
            </More>
            <History items={read.entries.map(itemOf)} now={now} zone={zone} />
            <Pagination
              current={page}
              last={Math.max(1, Math.ceil(read.entryCount / ENTRIES_PAGE))}
              href={(to) => `/cases/${file.id}?page=${to}#happened`}
              label="Pages of what happened"
            />
          </Section>
        </div>
        <div class="stack gap-3">
          <Known {...props} />
          <Standing read={read} of={wrong?.of} {...formOf(wrong?.of === 'manager' ? 'manager' : 'status')} />
          <Goals {...planOf('goals')} />
          <Needs {...planOf('needs')} />
          <Funds {...planOf('funds')} />
          <Card title="Releases" id="releases" gap={1}>
            <p>What they agreed that others may know, and what they stopped.</p>
            <p>
              <a href={`/releases/people/${file.personId}`}>Releases of {called}</a>
            </p>
          </Card>
          <WhoCanSee
            can={[`${organizationName}: those who work on cases`]}
            cannot={['Police', 'Courts', 'Other places']}
          >
            Others learn of them only what a release says.
          </WhoCanSee>
        </div>
      </div>
    </Page>
  )
}
