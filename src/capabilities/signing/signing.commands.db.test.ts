import { Command } from 'commander'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { type CareCounty, careCounty } from '#tests/support/care-county.ts'
import { registerSigningCommands } from './signing.commands.ts'

let care: CareCounty
let county: string
beforeAll(async () => {
  care = await careCounty()
  county = (await care.base.admin.query('select name from jurisdiction where id = $1', [care.county.id]))
    .rows[0].name
})
afterAll(() => care.close())
afterEach(() => {
  vi.restoreAllMocks()
  process.exitCode = undefined
})

const type = async (...words: string[]) => {
  let said = ''
  const listen = (text: unknown) => {
    said += String(text)
    return true
  }
  vi.spyOn(process.stdout, 'write').mockImplementation(listen)
  vi.spyOn(process.stderr, 'write').mockImplementation(listen)
  const program = new Command()
  registerSigningCommands(program, async () => ({ asActor: care.asActor }))
  await program.parseAsync(words, { from: 'user' })
  return { said, code: process.exitCode ?? 0 }
}
const rules = async () =>
  (await care.base.admin.query('select jurisdiction_id, law, signers from minors_rule')).rows

test('the operator lets somebody under 18 sign in a county, by the law of its state, and takes it back (P2-018)', async () => {
  expect(await rules()).toEqual([])
  expect(
    await type('minors', 'allow', '--county', county.toUpperCase(), '--law', '22 MRSA 1502'),
  ).toMatchObject({
    code: 0,
  })
  expect(await rules()).toEqual([
    { jurisdiction_id: care.county.id, law: '22 MRSA 1502', signers: 'with-parent' },
  ])
  await type('minors', 'allow', '--county', county, '--law', '22 MRSA 1823', '--alone')
  expect(await rules()).toMatchObject([{ law: '22 MRSA 1823', signers: 'alone' }])
  expect((await type('minors', 'forbid', '--county', county)).said).toContain('Nobody under 18')
  expect(await rules()).toEqual([])
})

test('a county that there is not is said, and nothing is written', async () => {
  expect(await type('minors', 'allow', '--county', 'Elsewhere', '--law', 'A law')).toEqual({
    said: 'There is no county of that name.\n',
    code: 1,
  })
  expect(await rules()).toEqual([])
})
