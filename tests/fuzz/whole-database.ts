import type { TestDatabase } from '#tests/support/database.ts'

/** Every row of every table of ours, as the hash of what it says. */
export type Snapshot = ReadonlyMap<string, ReadonlySet<string>>

export const snapshot = async ({ admin }: TestDatabase): Promise<Snapshot> => {
  const { rows: tables } = await admin.query<{ name: string }>(
    `select oid::regclass::text as name from pg_class
     where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition order by 1`,
  )
  const taken = new Map<string, Set<string>>()
  for (const { name } of tables) {
    const { rows } = await admin.query<{ hash: string }>(`select md5(t::text) as hash from ${name} t`)
    taken.set(name, new Set(rows.map(({ hash }) => hash)))
  }
  return taken
}

/** Tables of which some row is gone or altered, or that have a new one, beside those that may. */
export const changedTables = (before: Snapshot, after: Snapshot, mayChange: readonly string[]): string[] =>
  [...after].flatMap(([table, rows]) => {
    const old = before.get(table) ?? new Set<string>()
    const isSame = rows.size === old.size && [...rows].every((row) => old.has(row))
    return isSame || mayChange.includes(table) ? [] : [table]
  })
