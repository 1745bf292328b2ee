import { findAlike, findFresh } from './find-alike.ts'
import { guessColumns, NEEDED_FIELDS } from './guess-columns.ts'
import { importFindtreatment } from './import-findtreatment.ts'
import { importRows } from './import-rows.ts'
import { importSamhsa } from './import-samhsa.ts'
import { keepAlikeKeys } from './keep-listings.store.ts'
import { openListings } from './keep-listings.ts'
import { readFindtreatment } from './read-findtreatment.ts'
import { readSamhsaList } from './read-samhsa-list.ts'
import { readTable, UnreadableTable } from './read-table.ts'
import { readTableRow } from './read-table-row.ts'
import { SAMHSA_COLUMNS } from './samhsa-list.ts'
import { isFieldName, TABLE_FIELDS } from './table-fields.ts'

/** What brings lists of many forms into the directory; each step for itself, so that a file can be looked at first. */
export const listingImports = {
  /** For another directory's listings, which come with ids. */
  openListings,
  samhsa: { columns: SAMHSA_COLUMNS, read: readSamhsaList, write: importSamhsa },
  findtreatment: { read: readFindtreatment, write: importFindtreatment },
  table: {
    fields: TABLE_FIELDS,
    needed: NEEDED_FIELDS,
    isField: isFieldName,
    read: readTable,
    readRow: readTableRow,
    guess: guessColumns,
    write: importRows,
    Unreadable: UnreadableTable,
  },
  findFresh,
  findAlike,
  keepAlikeKeys,
} as const
