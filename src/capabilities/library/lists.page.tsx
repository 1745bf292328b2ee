import {
  Alert,
  Button,
  ButtonLink,
  EmptyState,
  PageHeading,
  RadioTiles,
  Row,
  Rows,
  ScreenOnly,
  Section,
  TextArea,
  TextField,
} from '#design'
import type { ListForm } from './keep-list.ts'
import { LibraryFrame, type LibraryLook } from './library-frame.page.tsx'
import type { ReadingList } from './lists.store.ts'
import type { LibraryRecord } from './record.ts'
import { authorLine, kindLine } from './record-words.ts'
import { EvidenceMark } from './result-card.page.tsx'

const works = (count: number): string => (count === 1 ? '1 work' : `${count} works`)

/** Every list that the reader may see. */
export const ListsPage = ({ look, lists }: { look: LibraryLook; lists: readonly ReadingList[] }) => (
  <LibraryFrame look={look} title="Reading lists" narrow>
    <div class="stack gap-3">
      <PageHeading
        over={<a href="/library">Library</a>}
        title="Reading lists"
        note="Works to read in an order, put together for somebody."
        end={look.isMember ? <ButtonLink href="/library/lists/new">Make a list</ButtonLink> : undefined}
      />
      {lists.length === 0 ? (
        <EmptyState icon="list" title="No lists yet">
          {look.isMember
            ? 'Make one for new case managers, or for the next council meeting.'
            : 'When somebody shares a list with everybody, it stands here.'}
        </EmptyState>
      ) : (
        <Rows plain label="Reading lists">
          {lists.map(({ id, title, about, items, visibility }) => (
            <Row level={2} title={<a href={`/library/lists/${id}`}>{title}</a>}>
              {about && <p>{about}</p>}
              <p class="muted">
                {works(items.length)}
                {visibility === 'members' && ', for members of your county'}
              </p>
            </Row>
          ))}
        </Rows>
      )}
    </div>
  </LibraryFrame>
)

export type ListPageProps = {
  readonly look: LibraryLook
  readonly list: ReadingList
  readonly records: ReadonlyMap<string, LibraryRecord>
  readonly mayChange: boolean
  /** Where the list stands for whoever has no account. */
  readonly address: string
}

/** A list in the order of reading; printed, it is only that. */
export const ListPage = ({ look, list, records, mayChange, address }: ListPageProps) => {
  const items = list.items.flatMap(({ record, note }) => {
    const found = records.get(record)
    return found ? [{ record: found, note }] : []
  })
  return (
    <LibraryFrame look={look} title={list.title} narrow>
      <div class="stack gap-3">
        <PageHeading
          over={<a href="/library/lists">Reading lists</a>}
          title={list.title}
          note={list.about ?? undefined}
          end={
            mayChange ? (
              <ButtonLink kind="outline" href={`/library/lists/${list.id}/change`}>
                Change
              </ButtonLink>
            ) : undefined
          }
        />
        <ol class="stack">
          {items.map(({ record, note }, index) => (
            <li class="cw-card">
              <article class="stack gap-05">
                <p class="split">
                  <EvidenceMark record={record} />
                  <span class="muted small">{kindLine(record)}</span>
                </p>
                <h2 class="h3">
                  {index + 1}. <a href={`/library/${record.id}`}>{record.title}</a>
                </h2>
                {record.authors.length > 0 && <p class="muted small">{authorLine(record.authors)}</p>}
                {note && <p>{note}</p>}
                {record.finding && <p class="muted">{record.finding}</p>}
                {record.url && <p class="small">{record.url}</p>}
              </article>
            </li>
          ))}
        </ol>
        {items.length < list.items.length && (
          <p class="muted">
            {works(list.items.length - items.length)} of this list cannot be seen here, or left the library.
          </p>
        )}
        <ScreenOnly>
          <p class="muted">
            {list.visibility === 'public' ? (
              <>
                Everybody who has this address reads the list, without an account: <code>{address}</code>
              </>
            ) : (
              'Members of your county read this list.'
            )}{' '}
            Your browser prints it without the rest of the page.
          </p>
        </ScreenOnly>
      </div>
    </LibraryFrame>
  )
}

export type ListFormProps = {
  readonly look: LibraryLook
  readonly form: ListForm
  readonly records: ReadonlyMap<string, LibraryRecord>
  readonly isNew: boolean
  readonly errors: Readonly<Record<string, string>>
}

/** Makes or changes a list: its works come from their own pages, their order from a number. */
export const ListFormPage = ({ look, form, records, isNew, errors }: ListFormProps) => (
  <LibraryFrame
    look={look}
    title={isNew ? 'Make a list' : 'Change the list'}
    hasErrors={Object.keys(errors).length > 0}
    narrow
  >
    <form
      method="post"
      action={isNew ? '/library/lists' : `/library/lists/${form.id}/change`}
      class="stack gap-3"
      novalidate
    >
      <PageHeading
        over={<a href="/library/lists">Reading lists</a>}
        title={isNew ? 'Make a list' : 'Change the list'}
      />
      <input type="hidden" name="id" value={form.id} />
      <TextField
        name="title"
        label="What is it for?"
        value={form.title}
        error={errors.title}
        maxlength={200}
        required
      />
      <TextArea
        name="about"
        label="A sentence or two"
        optional
        value={form.about}
        error={errors.about}
        maxlength={2000}
      />
      <RadioTiles
        name="visibility"
        legend="Who reads it?"
        columns={2}
        value={form.visibility}
        options={[
          { value: 'members', label: 'Members of your county' },
          { value: 'public', label: 'Everybody with the link', hint: 'No account needed.' },
        ]}
      />
      <Section id="works" title="Works">
        {form.items.length === 0 ? (
          <Alert kind="info">
            None yet. Make the list, then open a work in the library and press “Add to a reading list”.
          </Alert>
        ) : (
          <ol class="stack">
            {form.items.map(({ record, note }, index) => (
              <li class="cw-card stack gap-1">
                <p>
                  <b>{records.get(record)?.title ?? 'A work that left the library'}</b>
                </p>
                <input type="hidden" name="record" value={record} />
                <TextField
                  name={`place-${record}`}
                  label="Place"
                  hint="Empty takes it off the list."
                  value={String(index + 1)}
                  inputmode="numeric"
                  short
                />
                <TextField
                  name={`note-${record}`}
                  label="Why it is here"
                  optional
                  value={note}
                  maxlength={500}
                />
              </li>
            ))}
          </ol>
        )}
      </Section>
      <p class="flow cw-ask">
        <Button>{isNew ? 'Make the list' : 'Save'}</Button>
        {!isNew && (
          <Button kind="plain" name="do" value="remove">
            Remove the list
          </Button>
        )}
      </p>
    </form>
  </LibraryFrame>
)
