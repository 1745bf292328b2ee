import { describe, expect, it } from 'vitest'
import { hashAlike, hashBeside } from './password.ts'
import { inGroups, newRecoveryCodes, readRecoveryCode } from './recovery-code.ts'

describe('recovery codes', () => {
  it('are ten, all different, without letters that look like others', () => {
    const codes = newRecoveryCodes()
    expect(new Set(codes).size).toBe(10)
    for (const code of codes) expect(code).toMatch(/^[a-hjkmnp-z2-9]{10}$/)
  })

  it('are read as they are typed from paper: in groups, with a dash, in capitals', () => {
    for (const code of newRecoveryCodes()) {
      expect(readRecoveryCode(inGroups(code))).toBe(code)
      expect(readRecoveryCode(` ${inGroups(code).toUpperCase().replace(' ', '-')} `)).toBe(code)
    }
  })

  it.each(['', 'abcde', 'abcde fghjkm', 'abcde fgh1k', '123456', 'ñbcdefghjk'])('“%s” is none', (typed) => {
    expect(readRecoveryCode(typed)).toBeUndefined()
  })

  it('are found again by their hash, and only by it', async () => {
    const hashes = await hashAlike(['abcdefghjk', 'mnpqrstuvw'])
    expect(new Set(hashes).size).toBe(2)
    expect(await hashBeside('mnpqrstuvw', hashes)).toBe(hashes[1])
    expect(hashes).not.toContain(await hashBeside('abcdefghjm', hashes))
    expect(await hashBeside('abcdefghjk', [])).toMatch(/^\$argon2id/)
  })
})
