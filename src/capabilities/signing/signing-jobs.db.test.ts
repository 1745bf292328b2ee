import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { type CareCounty, careCounty } from '#tests/support/care-county.ts'
import { sendNote } from './send-note.ts'
import { beginSigning, dropSigning, findSigning, keepAnswers } from './signing-draft.ts'
import { signingJobs } from './signing-jobs.ts'

let care: CareCounty
let person: string
beforeAll(async () => {
  care = await careCounty()
  person = await care.meet()
})
afterAll(() => care.close())

const place = () => ({ actor: care.desk, organizationName: 'Harbor Recovery', timeZone: 'America/New_York' })
const begun = async (): Promise<string> => {
  const id = newId<'release'>()
  await beginSigning(care.asActor, place(), { id, personId: person, fields: { personName: ['Sam'] } })
  return id
}
const rows = async (id: string) =>
  (await care.base.admin.query('select from release_draft where id = $1', [id])).rowCount
const endAgo = (id: string, ago: string) =>
  care.base.admin.query('update release_draft set expires_at = now() - $2::interval where id = $1', [id, ago])

describe('what is answered and not signed', () => {
  test('is there for its member, as it was last kept, with the places of the county but one’s own', async () => {
    const id = await begun()
    await beginSigning(care.asActor, place(), { id, personId: person, fields: {} })
    await keepAnswers(care.asActor, care.desk, { id, fields: { personName: ['Zoë'] } })
    const signing = await findSigning(care.asActor, place(), id)
    expect(signing?.fields).toEqual({ personName: ['Zoë'] })
    expect(signing?.partners.map((one) => one.id)).toContain(care.county.police)
    expect(signing?.partners.map((one) => one.id)).not.toContain(care.county.provider)
    await dropSigning(care.asActor, care.desk, id)
    expect(await rows(id)).toBe(0)
  })

  test('is nobody’s after a day, by the database’s clock, and the job drops it and nothing else', async () => {
    const [old, fresh] = [await begun(), await begun()]
    await endAgo(old, '1 second')
    expect(await findSigning(care.asActor, place(), old)).toBeUndefined()
    await keepAnswers(care.asActor, care.desk, { id: old, fields: { personName: ['Late'] } })
    const job = signingJobs({ asActor: care.asActor, mailer: undefined }).find(({ every }) => every)
    await job?.run(undefined as never)
    expect([await rows(old), await rows(fresh)]).toEqual([0, 1])
  })

  test('is never begun by police, whatever they send (P2-017)', async () => {
    const id = newId<'release'>()
    const police = { ...place(), actor: care.officer }
    await expect(
      beginSigning(care.asActor, police, { id, personId: person, fields: {} }),
    ).rejects.toMatchObject({ code: '42501' })
    expect(await rows(id)).toBe(0)
  })
})

test.each(['en', 'es'] as const)(
  'a note in “%s” is sent once, and names nobody, no place and no help, and leads nowhere (P2-032)',
  async (language) => {
    const messageId = newId<'message'>()
    const note = { messageId, to: 'zoe@example.org', language }
    for (const _ of [1, 2]) await sendNote({ asActor: care.asActor, mailer: undefined }, note)
    const { rows: sent } = await care.base.admin.query('select * from message where id = $1', [messageId])
    expect(sent).toHaveLength(1)
    expect(sent[0].to_address).toBe('zoe@example.org')
    expect(`${sent[0].subject} ${sent[0].body}`).not.toMatch(
      /http|www|Harbor|Zoë|Sam|release|sign|firm|treat|trat|recover|police|polic|drug|droga|help|ayud/i,
    )
  },
)
