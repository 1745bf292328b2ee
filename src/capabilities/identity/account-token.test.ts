import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { readAccountLink, signAccountLink } from './account-token.ts'

const key = randomBytes(32)
const claim = { id: newId(), round: 3 }

describe('a link to an account', () => {
  it('says what it was signed for, in 46 letters that an address can carry', () => {
    const token = signAccountLink(key, 'invitation', claim)
    expect(token).toMatch(/^[\w-]{46}$/)
    expect(readAccountLink(key, 'invitation', token)).toEqual(claim)
  })

  it('for one purpose is none for another, and another installation’s is none', () => {
    const token = signAccountLink(key, 'invitation', claim)
    expect(readAccountLink(key, 'account', token)).toBeUndefined()
    expect(readAccountLink(randomBytes(32), 'invitation', token)).toBeUndefined()
  })

  it('is none once a single letter of it is another', () => {
    const token = signAccountLink(key, 'account', claim)
    fc.assert(
      fc.property(fc.nat(token.length - 1), fc.constantFrom(...'AZaz09-_'), (place, letter) => {
        const altered = token.slice(0, place) + letter + token.slice(place + 1)
        expect(readAccountLink(key, 'account', altered)).toEqual(altered === token ? claim : undefined)
      }),
    )
  })

  it('is none in whatever else somebody types', () => {
    fc.assert(fc.property(fc.string(), (text) => readAccountLink(key, 'account', text) === undefined))
  })
})
