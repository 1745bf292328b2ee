import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * Where the migrations lie: beside the built application, or, when run from source, in the source tree.
 * @throws when neither is there
 */
export const migrationsFolder = (): string => {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'migrations'))) return join(folder, 'migrations')
    if (existsSync(join(folder, 'src', 'platform'))) return join(folder, 'src')
    if (folder === dirname(folder)) throw new Error('The migrations are missing: run script/build.')
  }
}
