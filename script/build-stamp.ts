import { createHash } from 'node:crypto'
import { globSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { replaceFile } from './replace-file.ts'

const INPUTS = ['src/**/*.*', 'script/*.ts', 'package.json', 'package-lock.json', 'tsconfig.json']
const NO_INPUT = ['**/*.test.ts', '**/*.test.tsx', '**/*.md']

/** A hash of the names and contents of all files that a build is made from. */
export const fingerprint = (root: string): string => {
  const hash = createHash('sha256')
  for (const path of globSync(INPUTS, { cwd: root, exclude: NO_INPUT }).sort())
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(root, path)))
      .update('\0')
  return hash.digest('hex')
}

const stamp = (dist: string) => join(dist, '.built-from')

export const isBuilt = (dist: string, inputs: string): boolean => {
  try {
    return readFileSync(stamp(dist), 'utf8') === inputs
  } catch {
    return false
  }
}

/** A build that is cut off must not leave the stamp of an earlier one. */
export const markUnbuilt = (dist: string): void => {
  mkdirSync(dist, { recursive: true })
  rmSync(stamp(dist), { force: true })
}

export const markBuilt = (dist: string, inputs: string): void => replaceFile(stamp(dist), inputs)
