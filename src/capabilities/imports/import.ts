import type { Id } from '#kernel/ids.ts'
import type { FieldName } from '#network'

/** The forms of list that are known. */
export const IMPORT_KINDS = {
  'samhsa-list': 'SAMHSA’s list of treatment facilities',
  findtreatment: 'An answer of FindTreatment.gov',
  hsds: 'Another directory (HSDS)',
  csv: 'A table (CSV)',
} as const
export type ImportKind = keyof typeof IMPORT_KINDS

export type ImportState =
  | 'columns'
  | 'checking'
  | 'checked'
  | 'importing'
  | 'done'
  | 'refused'
  | 'undoing'
  | 'undone'

/** What is to be done with a row that may be a place which the directory has. */
export const CHOICES = {
  same: 'The same place',
  both: 'Another place: keep both',
  skip: 'Leave the row out',
} as const
export type Choice = keyof typeof CHOICES
export const isChoice = (text: string): text is Choice => Object.hasOwn(CHOICES, text)

/** A row as it will be. */
export type PreviewRow = {
  readonly row: number
  readonly name: string
  readonly service: string
  readonly address: string
  readonly phone: string
  readonly says: string
}

/** What looking through a file found. */
export type Found = {
  readonly read: number
  readonly usable: number
  readonly skipped: number
  /** Cells that could not be understood, in rows that are taken. */
  readonly blank: number
  readonly noted: number
  readonly alike: number
  /** Of a table, as its first line names them. */
  readonly columns?: readonly string[]
  readonly preview: readonly PreviewRow[]
}

export type Counts = Readonly<Record<string, number>>

/** What was taken back, and how much was not. */
export type TakenBack = {
  readonly services: number
  readonly places: number
  readonly organizations: number
  /** Of the exchange (HSDS). */
  readonly records: number
  /** Entries that are as they were before. */
  readonly restored: number
  /** Entries that stay. */
  readonly left: number
}

/** Our field by the name of a column. */
export type NamedColumns = Readonly<Record<string, FieldName>>

/** A file on its way into the directory, or in it. */
export type DirectoryImport = {
  readonly id: Id<'directory-import'>
  readonly kind: ImportKind
  readonly fileName: string
  readonly bytes: number
  readonly jurisdictionId: Id<'jurisdiction'> | null
  readonly organizationId: Id<'organization'> | null
  readonly byMember: Id<'member'> | null
  readonly state: ImportState
  readonly done: number
  readonly total: number
  readonly mapping: Readonly<Record<string, FieldName>> | null
  readonly found: Found | null
  readonly counts: Counts | null
  readonly takenBack: TakenBack | null
  readonly trouble: string | null
  readonly createdAt: Date
  readonly finishedAt: Date | null
  readonly undoneAt: Date | null
}

/** Whether something is being done with it right now. */
export const isBusy = ({ state }: Pick<DirectoryImport, 'state'>): boolean =>
  state === 'checking' || state === 'importing' || state === 'undoing'

/** Something about a row, as it is kept. */
export type KeptFinding = {
  readonly row: number
  readonly kind: string
  readonly place: string
  readonly field: string | null
  readonly says: string
  readonly cells: readonly string[] | null
}
