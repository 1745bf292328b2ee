import { describe, expect, it } from 'vitest'
import { claimOf, domainOf, isIssuer, showsSecondFactor } from './identity-provider.ts'

describe('evidence of a second factor', () => {
  const named = { secondFactorAmr: ['mfa', 'hwk'], secondFactorAcr: ['urn:county:two'] }

  it('is a method or a level that the organization has named', () => {
    expect(showsSecondFactor({ amr: ['pwd', 'mfa'], acr: undefined }, named)).toBe(true)
    expect(showsSecondFactor({ amr: [], acr: 'urn:county:two' }, named)).toBe(true)
  })

  it('is nothing else, and never a password', () => {
    expect(showsSecondFactor({ amr: ['pwd'], acr: undefined }, named)).toBe(false)
    expect(showsSecondFactor({ amr: ['pwd'], acr: 'urn:county:one' }, named)).toBe(false)
    expect(showsSecondFactor({ amr: ['mfa'], acr: '2' }, { secondFactorAmr: [], secondFactorAcr: [] })).toBe(
      false,
    )
  })
})

describe('an issuer', () => {
  it('is an https address, or one of this machine', () => {
    expect(isIssuer('https://login.county.example/tenant/v2.0')).toBe(true)
    expect(isIssuer('http://localhost:8080')).toBe(true)
  })

  it.each([
    'http://login.county.example',
    'https://login.county.example?x=1',
    'https://login.county.example#x',
    'https://a b.example',
    'https://user@login.county.example',
    'login.county.example',
    'file:///etc/passwd',
  ])('is not %s', (text) => {
    expect(isIssuer(text)).toBe(false)
  })

  it('and a subject are never taken for another issuer and subject', () => {
    expect(claimOf('https://a.example', 'b c')).not.toBe(claimOf('https://a.example/b', 'c'))
  })
})

describe('the domain of an address', () => {
  it('is what stands after the @', () => {
    expect(domainOf(' T.Reyes@Pierpoint.Example ')).toBe('pierpoint.example')
    expect(domainOf('nobody')).toBeUndefined()
    expect(domainOf('a@b@c')).toBeUndefined()
  })
})
