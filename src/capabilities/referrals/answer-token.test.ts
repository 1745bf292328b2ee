import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { readLink, signLink } from './answer-token.ts'

const key = Buffer.alloc(32, 7)
const claim = { linkId: newId<'answer-link'>(), expiresAt: new Date('2026-12-01T10:00:00Z') }

describe('a signed link', () => {
  it('is read back by whoever signed it', () => {
    expect(readLink(key, signLink(key, claim))).toEqual(claim)
  })

  it('is nothing under another key', () => {
    expect(readLink(Buffer.alloc(32, 8), signLink(key, claim))).toBeUndefined()
  })

  it('is nothing when any bit of it is altered', () => {
    const bytes = Buffer.from(signLink(key, claim), 'base64url')
    fc.assert(
      fc.property(fc.nat(bytes.length * 8 - 1), (bit) => {
        const altered = Buffer.from(bytes)
        altered[bit >> 3] = (altered[bit >> 3] ?? 0) ^ (1 << (bit & 7))
        return readLink(key, altered.toString('base64url')) === undefined
      }),
    )
  })

  it('is nothing when it is any other text', () => {
    fc.assert(fc.property(fc.string(), (token) => readLink(key, token) === undefined))
  })
})
