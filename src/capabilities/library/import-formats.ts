import { readBibtex } from './bibtex.ts'
import { readCsv } from './csv.ts'
import { readDublinCoreFile } from './dublin-core.ts'
import { readJsonDocument, readJsonLines } from './json.ts'
import type { ReadFormat } from './read-row.ts'
import { readRis } from './ris.ts'

const READERS: Readonly<Record<string, ReadFormat>> = {
  ...{ ris: readRis, bib: readBibtex, bibtex: readBibtex, csv: readCsv, xml: readDublinCoreFile },
  ...{ jsonl: readJsonLines, ndjson: readJsonLines, json: readJsonDocument },
}

/** The endings of files that can be brought in. */
export const IMPORT_ENDINGS = Object.keys(READERS)

/** How to read a file, by the ending of its name; undefined where nobody here can. */
export const readerFor = (fileName: string): ReadFormat | undefined => {
  const ending = /\.([a-z]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? ''
  return Object.hasOwn(READERS, ending) ? READERS[ending] : undefined
}
