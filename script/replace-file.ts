import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** Writes a file whole or not at all: a server may be reading it, and another build may be writing it. */
export const replaceFile = (path: string, content: string | Uint8Array): void => {
  mkdirSync(dirname(path), { recursive: true })
  const fresh = `${path}.new-${process.pid}`
  writeFileSync(fresh, content)
  renameSync(fresh, path)
}
