import type { TableFacts } from './import.store.ts'
import type { RawPlace } from './listed-place.ts'
import { ASAM_LEVELS, type AsamEdition } from './profile.ts'
import { listOf, type Reading } from './table-values.ts'

/** What a column of a table can be. */
export type TableField = {
  readonly label: string
  readonly group: 'Where it is' | 'How to reach it' | 'What it does' | 'Whom it takes in'
  /** How such columns are called, in lower case without signs. */
  readonly called: RegExp
  /** What their values look like, where that says enough by itself. */
  readonly looks?: RegExp
  /** A part of where a place is, which the whole row is checked by. */
  readonly place?: Exclude<keyof RawPlace, never>
  /** What a value says of the service; what cannot be read is a sentence. */
  readonly read?: (text: string) => Reading<Partial<TableFacts>>
}

type Fact = keyof TableFacts

/** A fact of a service, read from a cell. */
export const fact =
  <Key extends Fact>(key: Key, read: (text: string) => Reading<NonNullable<TableFacts[Key]>>) =>
  (text: string): Reading<Partial<TableFacts>> => {
    const reading = read(text)
    return 'says' in reading ? reading : { value: { [key]: reading.value } as Partial<TableFacts> }
  }

/** Levels of The ASAM Criteria, of one edition. */
export const asam =
  (edition: AsamEdition) =>
  (text: string): Reading<Partial<TableFacts>> => {
    const levels = listOf<string>(ASAM_LEVELS[edition])(text)
    return 'says' in levels ? levels : { value: { asamLevels: levels.value, asamEdition: edition } }
  }
