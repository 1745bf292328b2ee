import { hkdfSync, randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** One key for each purpose, so that what leaks through one use is of no use in another. */
export type Keys = {
  readonly links: Buffer
  readonly totp: Buffer
  readonly codes: Buffer
  readonly signOn: Buffer
  /** From which the Ed25519 key of the audit record's checkpoints is made. */
  readonly checkpoints: Buffer
}

/** Derives the keys from the installation's secret (HKDF-SHA256, RFC 5869). */
export const deriveKeys = (secret: string): Keys => ({
  links: Buffer.from(hkdfSync('sha256', secret, '', 'causeway signed links', 32)),
  totp: Buffer.from(hkdfSync('sha256', secret, '', 'causeway one-time codes', 32)),
  checkpoints: Buffer.from(hkdfSync('sha256', secret, '', 'causeway audit checkpoints', 32)),
  signOn: Buffer.from(hkdfSync('sha256', secret, '', 'causeway single sign-on', 32)),
  codes: Buffer.from(hkdfSync('sha256', secret, '', 'causeway printed codes', 32)),
})

/**
 * The installation's own secret, made on the first start and kept in the data folder, readable by its owner only.
 * Two processes that start at once agree on one: the file appears whole, and only the first to put it there wins.
 */
export const keptSecret = (dataDir: string): string => {
  const path = join(dataDir, 'secret')
  const read = () => readFileSync(path, 'utf8').trim()
  try {
    return read()
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'ENOENT') throw fault
  }
  mkdirSync(dataDir, { recursive: true })
  const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`
  writeFileSync(draft, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 })
  try {
    linkSync(draft, path)
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault
  } finally {
    rmSync(draft)
  }
  return read()
}
