import { globSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { replaceFile } from './replace-file.ts'

/** Copies every migration, wherever it lies in src/, into dist/migrations, and removes those that are gone. */
export const copyMigrations = async (root: string, dist: string): Promise<void> => {
  const folder = join(dist, 'migrations')
  const paths = globSync('src/**/*.sql', { cwd: root })
  const names = new Set(paths.map((path) => basename(path)))
  if (names.size < paths.length) throw new Error('Two migrations have one name.')
  for (const path of paths) replaceFile(join(folder, basename(path)), readFileSync(join(root, path)))
  for (const name of readdirSync(folder)) if (!names.has(name)) rmSync(join(folder, name))
}
