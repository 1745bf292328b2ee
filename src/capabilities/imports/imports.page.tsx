import {
  Alert,
  Button,
  Card,
  DataTable,
  EmptyState,
  FileField,
  Page,
  PageHeading,
  Pagination,
  Section,
  State,
  type StateProps,
  When,
} from '#design'
import type { Frame } from '#identity'
import { type DirectoryImport, IMPORT_KINDS, type ImportState } from './import.ts'
import { countWords, percentOf, STATES, undoWords } from './import-words.ts'

export type ImportsProps = {
  readonly frame: Frame
  /** Of the import that the form begins. */
  readonly id: string
  readonly error?: string | undefined
  readonly imports: readonly DirectoryImport[]
  readonly names: ReadonlyMap<string, string>
  readonly page: number
  readonly hasMore: boolean
  readonly wasDropped: boolean
  readonly now: Date
  readonly zone: string
}

const LOOKS: Readonly<Record<ImportState, StateProps['is']>> = {
  columns: 'soon',
  checking: 'soon',
  checked: 'soon',
  importing: 'soon',
  done: 'open',
  refused: 'bad',
  undoing: 'soon',
  undone: 'shut',
}

const UploadForm = ({ id, error }: Pick<ImportsProps, 'id' | 'error'>) => (
  <Card title="Bring in a list" id="bring">
    <form class="stack" method="post" action="/imports" enctype="multipart/form-data" novalidate>
      <input type="hidden" name="id" value={id} />
      <FileField
        name="file"
        label="File"
        hint="A CSV of places with the names of its columns in the first line, SAMHSA’s list, an answer of FindTreatment.gov, or HSDS (zip or JSON). 64 MB at most. Nothing about people who are helped"
        accept=".csv,.txt,.tsv,.json,.zip"
        error={error}
      />
      <p>
        <Button icon="list">Look at it first</Button>
      </p>
      <p class="muted">Nothing is written before you have seen what would be.</p>
    </form>
  </Card>
)

const whatCame = (one: DirectoryImport): string => {
  if (one.state === 'checking' || one.state === 'importing' || one.state === 'undoing')
    return `${percentOf(one)} %`
  if (one.state === 'done') return countWords(one.counts)
  if (one.state === 'undone' && one.takenBack) return undoWords(one.takenBack)
  return one.state === 'refused' ? (one.trouble ?? '') : ''
}

const History = ({ imports, names, page, hasMore, now, zone }: ImportsProps) =>
  imports.length === 0 ? (
    <EmptyState icon="list" title={page > 1 ? 'That is all' : 'Nothing imported yet'}>
      Every import is kept here with who brought it and what came of it, and can be taken back as a whole.
    </EmptyState>
  ) : (
    <>
      <div class="cw-card flush">
        <DataTable
          id="imports"
          caption="Imports, the newest first"
          hideCaption
          rows={imports}
          columns={[
            { title: 'File', cell: ({ id, fileName }) => <a href={`/imports/${id}`}>{fileName}</a> },
            { title: 'State', cell: ({ state }) => <State is={LOOKS[state]}>{STATES[state]}</State> },
            { title: 'What came of it', cell: whatCame },
            { title: 'What it is', cell: ({ kind }) => IMPORT_KINDS[kind] },
            {
              title: 'Who',
              cell: ({ byMember }) => (byMember ? (names.get(byMember) ?? 'A member') : 'The operator'),
            },
            {
              title: 'When',
              cell: ({ createdAt }) => <When at={createdAt} now={now} zone={zone} as="stamp" />,
            },
          ]}
        />
      </div>
      <Pagination current={page} last={hasMore ? page + 1 : page} href={(to) => `/imports?page=${to}`} />
    </>
  )

/** Bringing a list into the directory, and every list that was. */
export const ImportsPage = (props: ImportsProps) => (
  <Page {...props.frame} title="Imports" hasErrors={props.error !== undefined}>
    <PageHeading title="Imports" note="Lists of places that help, brought into the directory." />
    <div class="stack gap-3">
      {props.wasDropped && (
        <Alert kind="success" live>
          The file is gone. Nothing of it was imported.
        </Alert>
      )}
      <UploadForm id={props.id} error={props.error} />
      <Section id="history" title="What was imported">
        <History {...props} />
      </Section>
    </div>
  </Page>
)
