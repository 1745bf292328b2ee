import type { ColumnType, Selectable } from 'kysely'

type Entry = {
  id: string
  state: string
  field: string
  value: string
  source: string
  asOf: string | null
  confidence: Confidence | null
  note: string | null
  edition: string | null
  reviewedOn: string | null
  organizationId: string | null
  memberId: string | null
  enteredAt: ColumnType<Date, never, never>
}

/** How far whoever made the shipped cards went: to the law itself, to a data file, or to a summary by others. */
export type Confidence = 'seen-in-statute' | 'seen-in-dataset' | 'seen-in-summary'

export type CardEntry = Selectable<Entry>

export type CardTables = { cardEntry: Entry }
