import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { isRefusal } from '#kernel/refusal.ts'
import { type Database, openDatabase } from '#platform/database/as-actor.ts'
import { type TestCounty, testCounty } from '#tests/support/county.ts'
import { type TestDatabase, testDatabase } from '#tests/support/database.ts'
import { makeApiToken } from './make-api-token.ts'
import { openApiToken } from './open-api-token.ts'
import { revokeApiToken } from './revoke-api-token.ts'
import { tokenHash } from './secret-token.ts'

const OPERATOR = { kind: 'operator' } as const
const trace = { requestId: newId(), source: '192.0.2.7' }

let base: TestDatabase
let database: Database
let county: TestCounty

beforeAll(async () => {
  base = await testDatabase()
  database = openDatabase(base.app, { enqueue: async () => {} })
  county = await testCounty(database.asActor)
})
afterAll(async () => {
  await database.close()
  await base.drop()
})

const make = async (days = 30) => {
  const where = { jurisdictionId: county.id, organizationId: county.provider }
  const answer = await makeApiToken(OPERATOR, database.asActor, {
    ...where,
    name: 'Intake system',
    roles: ['provider'],
    days,
  })
  if (isRefusal(answer)) throw new Error(answer.refused)
  return answer
}
const open = (token: string) => openApiToken(trace, database.asActor, token)

describe('an API token', () => {
  it('stands for one organization and the roles it was given', async () => {
    const { id, token } = await make()
    expect(token).toMatch(/^cwt_[\w-]{43}$/)
    expect(await open(token)).toEqual({
      kind: 'token',
      tokenId: id,
      organizationId: county.provider,
      jurisdictionId: county.id,
      roles: ['provider'],
      trace,
    })
  })

  it('is kept as a hash only, and the hash opens nothing', async () => {
    const { token } = await make()
    const { rows } = await base.admin.query('select api_token::text as kept from api_token')
    for (const { kept } of rows) expect(kept).not.toContain(token.slice(4))
    expect(await open(tokenHash(token))).toBeUndefined()
  })

  it('opens nothing once it has expired', async () => {
    const { id, token } = await make()
    await base.admin.query('update api_token set expires_at = now() where id = $1', [id])
    expect(await open(token)).toBeUndefined()
  })

  it('opens nothing from the moment it is revoked', async () => {
    const { id, token } = await make()
    expect(await revokeApiToken(OPERATOR, database.asActor, id)).toEqual({ id })
    expect(await open(token)).toBeUndefined()
    expect(await revokeApiToken(OPERATOR, database.asActor, id)).toEqual({ refused: 'no-such-token' })
    const { rows } = await base.admin.query(
      'select action, jurisdiction_id from audit_record where subject_ids = $1 order by at',
      [[id]],
    )
    expect(rows).toEqual([
      { action: 'identity.token-made', jurisdiction_id: county.id },
      { action: 'identity.token-revoked', jurisdiction_id: county.id },
    ])
  })

  it('opens nothing when its organization has closed', async () => {
    const { token } = await make()
    await base.admin.query('update organization set closed_at = now() where id = $1', [county.provider])
    expect(await open(token)).toBeUndefined()
    await base.admin.query('update organization set closed_at = null where id = $1', [county.provider])
    expect(await open(token)).toBeDefined()
  })

  it.each([0, -1, 1.5, 367, Number.NaN])('cannot be made to last %d days', async (days) => {
    await expect(make(days)).rejects.toThrow('expiry-out-of-range')
  })
})
