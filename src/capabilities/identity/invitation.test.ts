import { describe, expect, it } from 'vitest'
import { isRefusal } from '#kernel/refusal.ts'
import { readAddress, readFacts } from './invitation.ts'

const typed = { name: 'Ida Quist', title: '', roles: ['provider'] }

describe('what an administrator says of a member', () => {
  it('is a name, perhaps a title, and roles in their order, each once', () => {
    const roles = ['manager', 'provider', 'provider', 'king']
    expect(readFacts({ ...typed, roles })).toEqual({
      name: 'Ida Quist',
      title: null,
      roles: ['provider', 'manager'],
    })
  })

  it('gives nobody the county’s privacy office, and takes it from nobody', () => {
    const roles = ['provider', 'privacy-officer']
    expect(readFacts({ ...typed, roles })).toMatchObject({ roles: ['provider'] })
    expect(readFacts({ ...typed, roles }, ['privacy-officer'])).toMatchObject({ roles })
  })

  it('is refused field by field', () => {
    const refused = readFacts({ name: '', title: 'x'.repeat(201), roles: [] })
    expect(isRefusal(refused) && Object.keys(refused.fields ?? {})).toEqual(['name', 'title', 'roles'])
    expect(readFacts({ ...typed, name: 'x'.repeat(201) })).toMatchObject({ refused: 'facts-wrong' })
  })
})

describe('an address', () => {
  it('is kept small', () =>
    expect(readAddress(' T.Reyes@Pierpoint.example ')).toBe('t.reyes@pierpoint.example'))
  it.each(['', 'reyes', 'a@b', 'a b@c.example', 'a@b@c.example', `${'x'.repeat(250)}@b.example`])(
    '“%s” is none',
    (text) => expect(readAddress(text)).toBeUndefined(),
  )
})
