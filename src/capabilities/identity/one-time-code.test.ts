import { describe, expect, it } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { codeAddress, newCodeSecret, openCodeSecret, sealCodeSecret, stepOfCode } from './one-time-code.ts'

/** "12345678901234567890" in Base32: the secret of RFC 6238, appendix B. */
const RFC_SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
const at = (seconds: number) => new Date(seconds * 1000)

describe('a one-time code', () => {
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('at %d seconds is the one that RFC 6238 prints: %s', (seconds, code) => {
    expect(stepOfCode(RFC_SECRET, code, at(seconds))).toBe(Math.floor(seconds / 30))
  })

  it('is taken one step early and one step late, as phones are not exact, and no further (ASVS 6.5.5)', () => {
    const code = '005924'
    const step = 41_152_263
    const middleOf = (other: number) => at(other * 30 + 15)
    expect(stepOfCode(RFC_SECRET, code, middleOf(step - 1))).toBe(step)
    expect(stepOfCode(RFC_SECRET, code, middleOf(step + 1))).toBe(step)
    expect(stepOfCode(RFC_SECRET, code, middleOf(step - 2))).toBeUndefined()
    expect(stepOfCode(RFC_SECRET, code, middleOf(step + 2))).toBeUndefined()
  })

  it('may be typed with the space that apps show', () => {
    expect(stepOfCode(RFC_SECRET, '005 924', at(1_234_567_890))).toBe(41_152_263)
  })

  it.each(['', '00592', '0059244', '005925', 'abcdef', '٠٠٥٩٢٤'])('is not %j', (code) => {
    expect(stepOfCode(RFC_SECRET, code, at(1_234_567_890))).toBeUndefined()
  })
})

describe('a code secret', () => {
  const key = Buffer.alloc(32, 7)
  const member = newId<'member'>()

  it('has 160 random bits and reaches the app through a QR code', () => {
    const secret = newCodeSecret()
    expect(secret).toMatch(/^[A-Z2-7]{32}$/)
    expect(newCodeSecret()).not.toBe(secret)
    const address = new URL(codeAddress(secret, 't.reyes@pierpoint.example'))
    expect(address.protocol + address.host).toBe('otpauth:totp')
    expect(address.searchParams.get('secret')).toBe(secret)
    expect(address.searchParams.get('issuer')).toBe('Causeway')
  })

  it('is kept sealed, never twice alike (ASVS 11.3.2)', () => {
    const secret = newCodeSecret()
    const sealed = sealCodeSecret(secret, member, key)
    expect(Buffer.from(sealed, 'base64url').toString('latin1')).not.toContain(secret)
    expect(sealCodeSecret(secret, member, key)).not.toBe(sealed)
    expect(openCodeSecret(sealed, member, key)).toBe(secret)
  })

  it('opens for no other member, under no other key, and not when any byte was changed', () => {
    const sealed = sealCodeSecret(newCodeSecret(), member, key)
    expect(() => openCodeSecret(sealed, newId(), key)).toThrow()
    expect(() => openCodeSecret(sealed, member, Buffer.alloc(32, 8))).toThrow()
    const bytes = Buffer.from(sealed, 'base64url')
    for (let index = 0; index < bytes.length; index++) {
      const changed = Buffer.from(bytes)
      changed.writeUInt8(changed.readUInt8(index) ^ 1, index)
      expect(() => openCodeSecret(changed.toString('base64url'), member, key)).toThrow()
    }
  })
})
