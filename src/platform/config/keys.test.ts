import { mkdtempSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { deriveKeys, keptSecret } from './keys.ts'

describe('keys', () => {
  it('are the same for the same secret, and different for each purpose', () => {
    const keys = deriveKeys('a'.repeat(32))
    expect(keys).toEqual(deriveKeys('a'.repeat(32)))
    expect(new Set(Object.values(keys).map((key) => key.toString('hex'))).size).toBe(Object.keys(keys).length)
    expect(keys.links.equals(deriveKeys('b'.repeat(32)).links)).toBe(false)
  })

  it('come from a secret that is made once and that only its owner can read', () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'causeway-keys-')), 'data')
    const secret = keptSecret(folder)
    expect(secret.length).toBeGreaterThan(32)
    expect(keptSecret(folder)).toBe(secret)
    expect(statSync(join(folder, 'secret')).mode & 0o777).toBe(0o600)
  })
})
