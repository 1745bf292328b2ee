import { writeBibtex } from './bibtex.ts'
import { CSV_HEAD, writeCsv } from './csv.ts'
import { DC_CLOSE, DC_OPEN, writeDublinCore } from './dublin-core.ts'
import { writeCslJson, writeJsonLine } from './json.ts'
import type { LibraryRecord } from './record.ts'
import { writeRis } from './ris.ts'

export type ExportFormat = {
  readonly ending: string
  readonly name: string
  readonly mime: string
  readonly open: string
  readonly between: string
  readonly close: string
  readonly write: (record: LibraryRecord) => string
}

const plain = { open: '', between: '', close: '' }

/** Every form in which records go out; each can be brought in again. */
export const EXPORTS: readonly ExportFormat[] = [
  { ending: 'ris', name: 'RIS', mime: 'application/x-research-info-systems', ...plain, write: writeRis },
  { ending: 'bib', name: 'BibTeX', mime: 'application/x-bibtex', ...plain, write: writeBibtex },
  {
    ...{ ending: 'json', name: 'CSL-JSON', mime: 'application/vnd.citationstyles.csl+json' },
    ...{ open: '[\n', between: ',\n', close: '\n]\n', write: writeCslJson },
  },
  {
    ending: 'csv',
    name: 'CSV, for a spreadsheet',
    mime: 'text/csv',
    ...plain,
    open: CSV_HEAD,
    write: writeCsv,
  },
  {
    ...{ ending: 'xml', name: 'Dublin Core XML', mime: 'application/xml', between: '\n' },
    ...{ open: DC_OPEN, close: DC_CLOSE, write: writeDublinCore },
  },
  { ending: 'jsonl', name: 'JSON lines', mime: 'application/x-ndjson', ...plain, write: writeJsonLine },
]
