import { fold } from './match-key.ts'
import type { TableField } from './table-field.ts'
import { type FieldName, TABLE_FIELDS } from './table-fields.ts'

/** Which column of a table is which of our fields, by the number of the column from 0. */
export type Mapping = Readonly<Record<number, FieldName>>

const FIELDS = Object.entries(TABLE_FIELDS) as [FieldName, TableField][]
/** So many of its values have to look like the field's for a column to be taken for it. */
const MOST_LOOK = 0.8

/**
 * Guesses what each column is, by its name first and by its values where the name says nothing.
 *
 * @param samples the first rows
 * @returns each field at most once
 */
export const guessColumns = (
  columns: readonly string[],
  samples: readonly (readonly string[])[],
): Mapping => {
  const mapping: Record<number, FieldName> = {}
  const taken = new Set<FieldName>()
  const take = (column: number, field: FieldName) => {
    mapping[column] = field
    taken.add(field)
  }
  const names = columns.map((name) => fold(name.replace(/([a-z])([A-Z])/g, '$1 $2').replaceAll('_', ' ')))
  for (const [field, { called }] of FIELDS) {
    const column = names.findIndex((name, at) => !(at in mapping) && called.test(name))
    if (column >= 0) take(column, field)
  }
  for (const [at] of columns.entries()) {
    if (at in mapping) continue
    const values = samples.map((row) => row[at]?.trim() ?? '').filter(Boolean)
    const looking = FIELDS.find(
      ([field, { looks }]) =>
        looks &&
        !taken.has(field) &&
        values.length > 0 &&
        values.filter((value) => looks.test(value)).length >= values.length * MOST_LOOK,
    )
    if (looking) take(at, looking[0])
  }
  return mapping
}

/** Without these nobody finds the way to a place. */
export const NEEDED_FIELDS = ['provider', 'city', 'state', 'zip'] as const satisfies readonly FieldName[]
