import { Alert, Button, DataTable, FileField, PageHeading, RadioTiles, Section, SelectField } from '#design'
import { EXPORTS } from './export-formats.ts'
import { IMPORT_ENDINGS } from './import-formats.ts'
import type { ImportReport } from './import-records.ts'
import { LibraryFrame, type LibraryLook } from './library-frame.page.tsx'

export type ImportForm = {
  readonly onTrouble: string
  readonly onAlike: string
  readonly rights: string
  readonly visibility: string
}

export const EMPTY_IMPORT: ImportForm = {
  ...{ onTrouble: 'nothing', onAlike: 'skip', rights: 'unknown', visibility: 'members' },
}

const REASONS = { doi: 'DOI', 'ncj-number': 'NCJ number', 'title-and-year': 'Title and year' } as const

const Report = ({ report, checked }: { report: ImportReport; checked: boolean }) => {
  const { read, added, changed, skipped, troubled, written, findings, alike } = report
  return (
    <Section
      id="report"
      title={
        written ? 'Brought in' : checked ? 'Looked through: nothing is written yet' : 'Nothing was written'
      }
    >
      <Alert kind={written ? 'success' : troubled > 0 ? 'error' : 'info'}>
        {read} read, {added} added, {changed} changed, {skipped} left as they are, {troubled} wrong.
        {!written && !checked && ' Mend the rows below, or choose to leave them out.'}
      </Alert>
      {findings.length > 0 && (
        <DataTable
          id="wrong"
          caption="Rows that are wrong"
          rows={findings}
          columns={[
            { title: 'Line', cell: ({ line }) => line },
            { title: 'Field', cell: ({ field }) => field ?? 'The record' },
            { title: 'What is wrong', cell: ({ says }) => says },
          ]}
        />
      )}
      {alike.length > 0 && (
        <DataTable
          id="alike"
          caption="Works that the library has, or the file brings twice"
          rows={alike}
          columns={[
            { title: 'Line', cell: ({ line }) => line },
            { title: 'Work', cell: ({ title, id }) => (id ? <a href={`/library/${id}`}>{title}</a> : title) },
            { title: 'Known by', cell: ({ reason }) => REASONS[reason] },
          ]}
        />
      )}
    </Section>
  )
}

/** Bring records in from a file, and take all of them out. */
export const ImportPage = ({
  look,
  form,
  report,
  checked = false,
  error,
}: {
  look: LibraryLook
  form: ImportForm
  report?: ImportReport | undefined
  checked?: boolean
  error?: string | undefined
}) => (
  <LibraryFrame look={look} title="Bring records in" hasErrors={error !== undefined} narrow>
    <div class="stack gap-3">
      <PageHeading
        over={<a href="/library">Library</a>}
        title="Bring records in"
        note="From a reference manager, a spreadsheet, a catalogue or another library. They become your county’s."
      />
      {report && <Report report={report} checked={checked} />}
      <form method="post" action="/library/import" enctype="multipart/form-data" class="stack gap-3">
        <FileField
          name="file"
          label="File"
          hint="RIS, BibTeX, CSL-JSON, CSV, Dublin Core XML, JSON lines or a DCAT-US data.json. Its ending says which."
          accept={IMPORT_ENDINGS.map((ending) => `.${ending}`).join(',')}
          error={error}
        />
        <RadioTiles
          name="on-trouble"
          legend="When a row is wrong"
          columns={2}
          value={form.onTrouble}
          options={[
            { value: 'nothing', label: 'Write nothing', hint: 'You mend the file and bring it again.' },
            { value: 'go-on', label: 'Leave that row out', hint: 'The others are written.' },
          ]}
        />
        <RadioTiles
          name="on-alike"
          legend="When the library has the work"
          hint="Found by DOI, NCJ number, or title and year."
          value={form.onAlike}
          options={[
            { value: 'skip', label: 'Keep the record as it is' },
            {
              value: 'update',
              label: 'Take what the file says',
              hint: 'Only for records of your own county.',
            },
            { value: 'both', label: 'Keep both' },
          ]}
        />
        <SelectField
          name="visibility"
          label="Who sees them"
          value={form.visibility}
          empty={false}
          options={[
            { value: 'members', label: 'Members of your county' },
            { value: 'public', label: 'Everybody' },
            { value: 'draft', label: 'Whoever keeps the library: a draft' },
          ]}
        />
        <SelectField
          name="rights"
          label="Whose words are the abstracts?"
          hint="Where the file does not say. Only the first three are shown to everybody and handed on."
          value={form.rights}
          empty={false}
          options={[
            { value: 'public-domain', label: 'Public domain: a federal agency’s' },
            { value: 'open-licence', label: 'Under an open licence' },
            { value: 'own-words', label: 'Our own' },
            { value: 'copyrighted', label: 'Under copyright' },
            { value: 'unknown', label: 'Nobody has looked' },
          ]}
        />
        <p class="flow cw-ask">
          <Button name="do" value="import">
            Bring them in
          </Button>
          <Button name="do" value="check" kind="outline">
            Only look
          </Button>
        </p>
      </form>
      <Section id="out" title="Take records out">
        <p>All that you may see, in one file:</p>
        <ul>
          {EXPORTS.map(({ ending, name }) => (
            <li>
              <a href={`/library/records/all.${ending}`}>{name}</a>
            </li>
          ))}
        </ul>
        <p class="muted">
          Other libraries can take the public ones by OAI-PMH from <code>/oai</code>.
        </p>
      </Section>
    </div>
  </LibraryFrame>
)
