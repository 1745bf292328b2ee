import type { MemberActor } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import type { Refusal } from '#kernel/refusal.ts'
import { type FieldName, listingImports, type Mapping } from '#network'
import type { AsActor } from '#platform/database/as-actor.ts'
import type { DirectoryImport, NamedColumns } from './import.ts'
import { IMPORT_LISTINGS } from './import-actor.ts'
import type { ImportWork } from './import-job.ts'
import { changeImport, keepMapping } from './imports.store.ts'

const { table } = listingImports

export type ColumnsRefused = Refusal<'missing' | 'twice' | 'not-waiting'> & {
  /** What is wrong, by column; -1 where it is wrong of all. */
  readonly columns: Readonly<Record<number, string>>
}

/**
 * Says which column of a table is what, and has the file looked through. With a name, the answer is kept for the next
 * table of the same columns.
 */
export const setColumns = async (
  asActor: AsActor,
  actor: MemberActor,
  one: Pick<DirectoryImport, 'id'>,
  {
    columns,
    mapping,
    keepAs,
  }: { readonly columns: readonly string[]; readonly mapping: Mapping; readonly keepAs: string },
): Promise<DirectoryImport['id'] | ColumnsRefused> => {
  const wrong = checkMapping(mapping)
  if (wrong) return wrong
  return asActor<DirectoryImport['id'] | ColumnsRefused>(actor, async (tx) => {
    const isWaiting = await changeImport(tx, one.id, ['columns', 'checked'], {
      state: 'checking',
      mapping,
      found: null,
      trouble: null,
    })
    if (!isWaiting) return { refused: 'not-waiting', columns: {} }
    if (keepAs)
      await keepMapping(tx, {
        id: newId(),
        jurisdictionId: actor.jurisdictionId,
        name: keepAs,
        columns: JSON.stringify(namedColumns(columns, mapping)),
        byMember: actor.memberId,
      })
    tx.enqueue<ImportWork>(IMPORT_LISTINGS, { importId: one.id })
    return one.id
  })
}

/** Each field at most once, and those without which nobody finds the way. */
export const checkMapping = (mapping: Mapping): ColumnsRefused | undefined => {
  const seen = new Map<FieldName, number>()
  for (const [column, field] of Object.entries(mapping)) {
    if (seen.has(field))
      return {
        refused: 'twice',
        columns: { [column]: `“${table.fields[field].label}” is chosen for another column already.` },
      }
    seen.set(field, Number(column))
  }
  const missing = table.needed.filter((field) => !seen.has(field)).map((field) => table.fields[field].label)
  return missing.length > 0
    ? { refused: 'missing', columns: { [-1]: `Say which column is: ${missing.join(', ')}.` } }
    : undefined
}

const namedColumns = (columns: readonly string[], mapping: Mapping): NamedColumns =>
  Object.fromEntries(Object.entries(mapping).map(([column, field]) => [columns[Number(column)] ?? '', field]))

/** A kept mapping for the columns of a table: undefined where it speaks of other columns. */
export const mappingFor = (kept: NamedColumns, columns: readonly string[]): Mapping | undefined => {
  const at = new Map(columns.map((name, column) => [name, column]))
  const entries = Object.entries(kept).filter(([, field]) => table.isField(field))
  if (!entries.every(([name]) => at.has(name))) return undefined
  return Object.fromEntries(entries.map(([name, field]) => [at.get(name), field]))
}
