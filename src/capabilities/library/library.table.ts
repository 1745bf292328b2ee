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

type LibraryList = {
  id: string
  jurisdictionId: string
  memberId: string
  title: string
  about: string | null
  visibility: 'public' | 'members'
  items: ColumnType<readonly ListItem[], string, string>
  madeAt: ColumnType<Date, never, never>
  changedAt: ColumnType<Date, never, Date>
  removedAt: ColumnType<Date | null, never, Date>
}

/** A work on a reading list, and why it is there. */
export type ListItem = { readonly record: string; readonly note: string }

type LibraryQuestion = {
  id: string
  jurisdictionId: string
  memberId: string
  question: string
  askedAt: ColumnType<Date, never, never>
  answer: string | null
  recordIds: Generated<string[]>
  answeredBy: string | null
  answeredAt: ColumnType<Date | null, never, Date>
}

type LibraryHarvest = {
  id: string
  url: string
  setSpec: string
  rights: Rights
  since: string | null
  beganAt: ColumnType<Date | null, Date | null, Date | null>
  nextSince: string | null
  token: string | null
  read: Generated<number>
  added: Generated<number>
  changed: Generated<number>
  removed: Generated<number>
  finishedAt: ColumnType<Date | null, Date | null, Date | null>
}

export type ListRow = Selectable<LibraryList>
export type QuestionRow = Selectable<LibraryQuestion>
export type HarvestRow = Selectable<LibraryHarvest>

export type RecordRow = Selectable<LibraryRecord>

export type LibraryTables = {
  libraryRecord: LibraryRecord
  libraryChange: LibraryChange
  libraryList: LibraryList
  libraryQuestion: LibraryQuestion
  libraryHarvest: LibraryHarvest
}
