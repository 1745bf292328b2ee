import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

export type MigrationFile = { readonly name: string; readonly sql: string; readonly sha256: string }

/**
 * All migrations in the order in which they run: `DATE-ORDER-name.sql`, sorted by name, wherever they lie below
 * `folder`. The order number lets files of one day stand on each other.
 */
export const readMigrations = (folder: string): MigrationFile[] => {
  const files = globSync('**/*.sql', { cwd: folder }).map((path) => {
    const sql = readFileSync(join(folder, path), 'utf8')
    return { name: basename(path), sql, sha256: createHash('sha256').update(sql).digest('hex') }
  })
  files.sort((a, b) => (a.name < b.name ? -1 : 1))
  const twice = files.find((file, index) => file.name === files[index + 1]?.name)
  if (twice) throw new Error(`Two migrations are called ${twice.name}; give one another name.`)
  const odd = files.find((file) => !/^\d{8}-\d+-[a-z0-9-]+\.sql$/.test(file.name))
  if (odd) throw new Error(`${odd.name} is not named like 20261124-1-name.sql.`)
  return files
}
