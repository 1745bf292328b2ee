import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hashPassword, newFirstPassword, passwordMatches, refusePassword } from './password.ts'

const reyes = {
  email: 't.reyes@pierpoint.example',
  name: 'Officer Teresa Reyes',
  organizationName: 'Pierpoint Police',
}

describe('a stored password (ASVS 11.4.2, CJ-15)', () => {
  it('is hashed by Argon2id with 19 MiB and two passes, and never twice alike', async () => {
    const [one, other] = await Promise.all([hashPassword('same words here'), hashPassword('same words here')])
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/)
    expect(one).not.toBe(other)
  })

  it('is told from every other', async () => {
    const hash = await hashPassword('four quiet harbor seals')
    expect(await passwordMatches('four quiet harbor seals', hash)).toBe(true)
    expect(await passwordMatches('four quiet harbor seal', hash)).toBe(false)
    expect(await passwordMatches('', hash)).toBe(false)
  })

  it('is not cut: a difference in the last of 200 characters counts', async () => {
    const long = 'x'.repeat(199)
    const hash = await hashPassword(`${long}a`)
    expect(await passwordMatches(`${long}b`, hash)).toBe(false)
  })

  it('is the same from a keyboard that writes its accents differently', async () => {
    const hash = await hashPassword('ni\u00f1o del mar azul')
    expect(await passwordMatches('nin\u0303o del mar azul', hash)).toBe(true)
  })

  it('is not found where there is no account, at the cost of a real check (ASVS 6.3.8)', async () => {
    const hash = await hashPassword('four quiet harbor seals')
    const fastestOfFive = async (stored: string | undefined) => {
      const took = []
      for (let round = 0; round < 5; round++) {
        const from = performance.now()
        expect(await passwordMatches('anything at all', stored)).toBe(false)
        took.push(performance.now() - from)
      }
      return Math.min(...took)
    }
    const [known, unknown] = [await fastestOfFive(hash), await fastestOfFive(undefined)]
    expect(unknown / known).toBeGreaterThan(0.2)
    expect(unknown / known).toBeLessThan(5)
  })

  it('that cannot be read is a fault, not a wrong password', async () => {
    await expect(passwordMatches('anything', '$2b$10$abcdefghijk')).rejects.toThrow('cannot be read')
  })
})

describe('a new password (ID-6, ASVS 6.2)', () => {
  it.each([
    ['eleven chrs', 'password-too-short'],
    ['x'.repeat(100) + 'yz'.repeat(51), 'password-too-long'],
    ['t.reyes@pierpoint.example', 'password-easy-to-guess'],
    ['T.Reyes@Pierpoint.Example1', 'password-easy-to-guess'],
    ['Pierpoint Police', 'password-easy-to-guess'],
    ['pierpoint-police-2026', 'password-easy-to-guess'],
    ['Officer Teresa Reyes!', 'password-easy-to-guess'],
    ['causewaycauseway', 'password-easy-to-guess'],
    ['aaaaaaaaaaaa', 'password-easy-to-guess'],
    ['abcabcabcabc', 'password-easy-to-guess'],
    ['password1234', 'password-easy-to-guess'],
    ['P@ssw0rd1234', 'password-easy-to-guess'],
    ['manchesterunited', 'password-easy-to-guess'],
    ['qwertyuiop12', 'password-easy-to-guess'],
    ['123456789012', 'password-easy-to-guess'],
    ['Summer20262026', 'password-easy-to-guess'],
    ['Pi3rp0int!2026', 'password-easy-to-guess'],
  ])('%j is refused: %s, and why (CJ-15, ASVS 6.2.4, 6.2.11)', async (password, refused) => {
    expect(await refusePassword(password, reyes)).toMatchObject({
      refused,
      fields: { password: expect.stringMatching(/\.$/) },
    })
  })

  it.each(['all small letters', '8264 1937 5501', 'MÖWEN über dem Hafen', 'reyes likes 40 gulls at dawn'])(
    '%j is good: nothing is asked about kinds of characters',
    async (password) => {
      expect(await refusePassword(password, reyes)).toBeUndefined()
    },
  )

  it('counts what a person would count as characters', async () => {
    expect(await refusePassword('🐚🌊⛵🦀🐟🦞🌅🏖️🐬🦭🐙', reyes)).toBeUndefined()
    expect(await refusePassword('🐚🌊🦀🐟🦞🌅', reyes)).toMatchObject({ refused: 'password-too-short' })
  })

  it('of random words is good, whoever chooses it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.stringMatching(/^[bdfgjkmnqtvwxz]{5}$/), { minLength: 4, maxLength: 6 }),
        async (words) => {
          fc.pre(new Set(words).size === words.length)
          expect(await refusePassword(words.join(' '), reyes)).toBeUndefined()
        },
      ),
      { numRuns: 30 },
    )
  })
})

describe('a first password', () => {
  it('satisfies the rule for passwords and can be read out', async () => {
    for (let round = 0; round < 8; round++) {
      const password = newFirstPassword()
      expect(password).toMatch(/^([a-hj-km-np-z2-9]{5}-){3}[a-hj-km-np-z2-9]{5}$/)
      expect(await refusePassword(password, reyes)).toBeUndefined()
    }
  })
})
