import {
  Alert,
  Button,
  ButtonLink,
  Card,
  DataTable,
  More,
  Page,
  PageHeading,
  Section,
  StepIndicator,
} from '#design'
import type { Frame } from '#identity'
import { DropForm } from './drop-form.page.tsx'
import { FindingsTable } from './findings-table.page.tsx'
import { type DirectoryImport, type Found, IMPORT_KINDS, type KeptFinding } from './import.ts'
import { STEPS } from './import-steps.ts'
import { many } from './import-words.ts'

export type CheckProps = {
  readonly frame: Frame
  readonly one: DirectoryImport
  /** The first of each. */
  readonly skipped: readonly KeptFinding[]
  readonly blank: readonly KeptFinding[]
  readonly noted: readonly KeptFinding[]
}

const Preview = ({ found }: { found: Found }) => (
  <div class="cw-card flush">
    <DataTable
      id="preview"
      caption="Rows of the file"
      hideCaption
      rows={found.preview}
      columns={[
        { title: 'Place', cell: ({ name }) => name },
        { title: 'Address', cell: ({ address }) => address },
        ...(found.preview.some(({ service }) => service)
          ? [{ title: 'Service', cell: ({ service }: { service: string }) => service }]
          : []),
        { title: 'Phone', cell: ({ phone }) => phone || 'not known' },
        { title: 'What else it says', cell: ({ says }) => says || 'nothing' },
        { title: 'Row', number: true, cell: ({ row }) => row },
      ]}
    />
  </div>
)

const AlikeCard = ({ one, found }: { one: DirectoryImport; found: Found }) => (
  <Card title={`${many(found.alike, 'row')} may be here already`} id="alike">
    <p>
      By a similar name, the same phone, the same address or a place next door. Where two signs agree, the row
      will be joined with what is here; otherwise both are kept. You can decide each.
    </p>
    <p>
      <ButtonLink kind="outline" href={`/imports/${one.id}/alike`}>
        Compare them
      </ButtonLink>
    </p>
  </Card>
)

const Findings = ({ one, found, ...rows }: Omit<CheckProps, 'frame'> & { found: Found }) => (
  <>
    {found.skipped > 0 && (
      <Section
        id="skipped"
        title={`${many(found.skipped, 'row')} cannot be used`}
        end={<a href={`/imports/${one.id}/refused.csv`}>Download them (CSV)</a>}
      >
        <FindingsTable
          id="skipped-rows"
          caption="Rows that will be left out"
          findings={rows.skipped}
          all={found.skipped}
        />
      </Section>
    )}
    {found.blank > 0 && (
      <Section id="blank" title={`${many(found.blank, 'cell')} could not be understood`}>
        <p class="muted">Their rows are taken; what could not be understood stays unknown.</p>
        <FindingsTable
          id="blank-cells"
          caption="Cells that stay empty"
          findings={rows.blank}
          all={found.blank}
        />
      </Section>
    )}
    {found.noted > 0 && (
      <More summary={`${many(found.noted, 'thing')} to know`} id="noted">
        <FindingsTable
          id="noted-rows"
          caption="Things to know"
          says="What to know"
          findings={rows.noted}
          all={found.noted}
        />
      </More>
    )}
  </>
)

/** What would be written, before it is. */
export const CheckPage = ({ frame, one, ...rows }: CheckProps) => {
  const { found } = one
  if (!found) return null
  return (
    <Page {...frame} title="Look at it before it is imported">
      <PageHeading
        title={`${many(found.usable, 'row')} can be imported`}
        over={`${one.fileName}, ${IMPORT_KINDS[one.kind]}`}
        note={`Of ${many(found.read, 'row')} in the file. Nothing is written yet.`}
      />
      <div class="stack gap-3">
        <StepIndicator steps={STEPS} current={2} />
        {one.trouble && <Alert kind="error">{one.trouble}</Alert>}
        <div class="flow">
          <form method="post" action={`/imports/${one.id}/write`}>
            <Button icon="check">{`Import ${many(found.usable, 'row')}`}</Button>
          </form>
          {one.kind === 'csv' && (
            <ButtonLink kind="outline" href={`/imports/${one.id}?step=columns`}>
              Change the columns
            </ButtonLink>
          )}
        </div>
        {found.alike > 0 && <AlikeCard one={one} found={found} />}
        <Section id="rows" title="The first rows as they will be">
          <Preview found={found} />
        </Section>
        <Findings one={one} found={found} {...rows} />
        <DropForm one={one} />
      </div>
    </Page>
  )
}
