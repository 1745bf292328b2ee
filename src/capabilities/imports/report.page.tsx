import {
  Alert,
  Button,
  ButtonLink,
  Card,
  DataTable,
  DefinitionList,
  More,
  Page,
  PageHeading,
  Pagination,
  Section,
  When,
} from '#design'
import type { Frame } from '#identity'
import { FindingsTable } from './findings-table.page.tsx'
import { type DirectoryImport, IMPORT_KINDS, type KeptFinding } from './import.ts'
import { countWords, many, sizeWords, undoWords } from './import-words.ts'
import type { LeftRow } from './imports.store.ts'

export type ReportProps = {
  readonly frame: Frame
  readonly one: DirectoryImport
  readonly by: string
  readonly skipped: readonly KeptFinding[]
  readonly left: readonly LeftRow[]
  readonly page: number
  readonly hasMore: boolean
  /** Whether whoever reads may take it back. */
  readonly mayUndo: boolean
  readonly now: Date
  readonly zone: string
}

const headline = ({ state, counts, takenBack }: DirectoryImport): string => {
  if (state === 'refused') return 'This file was not imported'
  if (state === 'done') return countWords(counts)
  return takenBack ? `Taken back: ${undoWords(takenBack)}` : 'Taken back'
}

const PARTS: Readonly<Record<string, string>> = {
  service: 'Service',
  site: 'Place',
  provider: 'Organization',
}
const BECAUSE = {
  changed: 'Somebody or a later import has changed it since',
  'in-use': 'Something refers to it: a referral, a report of room, or a service that stays',
} as const

const Left = ({ one, left, page, hasMore }: Pick<ReportProps, 'one' | 'left' | 'page' | 'hasMore'>) => (
  <Section id="left" title={`${many(one.takenBack?.left ?? 0, 'entry', 'entries')} were left`}>
    <div class="cw-card flush">
      <DataTable
        id="left-rows"
        caption="What was left, and why"
        hideCaption
        rows={left}
        columns={[
          {
            title: 'Name',
            cell: ({ name, serviceId, id }) =>
              serviceId ? <a href={`/places/${serviceId}`}>{name}</a> : (name ?? `Entry ${id.slice(-6)}`),
          },
          { title: 'What', cell: ({ part }) => PARTS[part] ?? 'Record of the exchange' },
          { title: 'Why', cell: ({ because }) => BECAUSE[because] },
        ]}
      />
    </div>
    <Pagination
      current={page}
      last={hasMore ? page + 1 : page}
      href={(to) => `/imports/${one.id}?page=${to}#left`}
    />
  </Section>
)

const UndoCard = ({ one }: { one: DirectoryImport }) => (
  <Card title={one.state === 'undone' ? 'Look again at what was left' : 'Take it back'} id="undo">
    <p>
      {one.state === 'undone'
        ? 'What nobody refers to any more goes. What was taken back already stays so.'
        : 'What it added goes, and what it changed is as it was before. What somebody has changed since, or what a referral names, stays; you are told which.'}
    </p>
    <More summary={one.state === 'undone' ? 'Look again' : 'Take the whole import back'}>
      <form method="post" action={`/imports/${one.id}/undo`}>
        <Button kind="danger" icon="undo">
          {one.state === 'undone' ? 'Yes, look again' : 'Yes, take it back'}
        </Button>
      </form>
    </More>
  </Card>
)

/** What came of an import. */
export const ReportPage = ({ frame, one, by, skipped, mayUndo, now, zone, ...rest }: ReportProps) => (
  <Page {...frame} title={headline(one)}>
    <PageHeading
      title={headline(one)}
      over={one.fileName}
      end={
        <ButtonLink kind="outline" href="/imports">
          All imports
        </ButtonLink>
      }
    />
    <div class="stack gap-3">
      {one.trouble && <Alert kind="error">{one.trouble}</Alert>}
      <Card>
        <DefinitionList
          items={[
            { term: 'What it is', value: `${IMPORT_KINDS[one.kind]}, ${sizeWords(one.bytes)}` },
            { term: 'By', value: by },
            ...(one.finishedAt
              ? [{ term: 'When', value: <When at={one.finishedAt} now={now} zone={zone} as="stamp" /> }]
              : []),
            ...(one.counts && one.state === 'undone'
              ? [{ term: 'It had', value: countWords(one.counts) }]
              : []),
            ...(one.undoneAt && one.state === 'undone'
              ? [{ term: 'Taken back', value: <When at={one.undoneAt} now={now} zone={zone} as="stamp" /> }]
              : []),
          ]}
        />
      </Card>
      {one.state === 'undone' && (one.takenBack?.left ?? 0) > 0 && <Left one={one} {...rest} />}
      {skipped.length > 0 && (
        <Section
          id="skipped"
          title={`${many(one.found?.skipped ?? skipped.length, 'row')} left out`}
          end={<a href={`/imports/${one.id}/refused.csv`}>Download them (CSV)</a>}
        >
          <FindingsTable
            id="skipped-rows"
            caption="Rows that were left out"
            findings={skipped}
            all={one.found?.skipped ?? skipped.length}
          />
        </Section>
      )}
      {mayUndo && <UndoCard one={one} />}
    </div>
  </Page>
)
