import type { ColumnType, Generated, GeneratedAlways, Selectable } from 'kysely'
import type { Evidence, LinkAnswer, Rights, Visibility } from './record.ts'

type Moment = ColumnType<Date, string | undefined, string | Date | null>

type LibraryRecord = {
  id: string
  jurisdictionId: string | null
  visibility: Generated<Visibility>
  source: string
  sourceKey: string
  ncjNumber: string | null
  title: string
  authors: Generated<string[]>
  publishedOn: string | null
  year: GeneratedAlways<number | null>
  journal: string | null
  publisher: string | null
  sponsor: string | null
  grantNumber: string | null
  type: Generated<string>
  format: string | null
  length: string | null
  language: Generated<string>
  country: string | null
  subjects: Generated<string[]>
  audience: string | null
  abstract: string | null
  finding: string | null
  usefulFor: string | null
  design: string | null
  evidence: Evidence | null
  evidenceReason: string | null
  doi: string | null
  pmid: string | null
  url: string | null
  rights: Generated<Rights>
  rightsNote: string | null
  titleKey: GeneratedAlways<string>
  words: GeneratedAlways<string>
  linkCheckedAt: ColumnType<Date | null, never, Date>
  linkAnswer: LinkAnswer | null
  linkFailures: Generated<number>
  addedAt: Moment
  changedAt: Moment
  deletedAt: ColumnType<Date | null, never, Date | null>
}

type LibraryChange = {
  seq: GeneratedAlways<string>
  xid: GeneratedAlways<string>
  recordId: string
  kind: 'put' | 'delete'
  at: GeneratedAlways<Date>
}

export type RecordRow = Selectable<LibraryRecord>

export type LibraryTables = { libraryRecord: LibraryRecord; libraryChange: LibraryChange }
