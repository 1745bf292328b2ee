import { describe, expect, it } from 'vitest'
import { relyingParty } from './relying-party.ts'

describe('where browsers find us', () => {
  it('is what the configuration says, whatever host a request claims', () => {
    expect(relyingParty('https://causeway.example.gov', 'http://evil.example/sign-in')).toEqual({
      origin: 'https://causeway.example.gov',
      id: 'causeway.example.gov',
    })
  })

  it('is this machine where nothing is configured, under the one name that a passkey can be for', () => {
    expect(relyingParty(undefined, 'http://localhost:3000/sign-in')).toEqual({
      origin: 'http://localhost:3000',
      id: 'localhost',
    })
    expect(relyingParty(undefined, 'http://evil.example/sign-in')).toBeUndefined()
    expect(relyingParty(undefined, 'http://127.0.0.1:3000/sign-in')).toBeUndefined()
  })
})
