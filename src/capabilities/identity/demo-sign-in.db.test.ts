import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ROLES } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { isRefusal } from '#kernel/refusal.ts'
import { type Database, openDatabase } from '#platform/database/as-actor.ts'
import { testCounty } from '#tests/support/county.ts'
import { type TestDatabase, testDatabase } from '#tests/support/database.ts'
import { demoSignIn, listWhomToBe } from './demo-sign-in.ts'
import { openSession } from './open-session.ts'

const trace = { requestId: newId(), source: '192.0.2.7' }

let base: TestDatabase
let database: Database

beforeEach(async () => {
  base = await testDatabase()
  database = openDatabase(base.app, { enqueue: async () => {} })
})
afterEach(async () => {
  await database.close()
  await base.drop()
})

describe('in a demonstration', () => {
  it('anybody can be somebody of each role, with nothing left to show', async () => {
    const county = await testCounty(database.asActor, { isDemo: true })
    for (const role of ROLES) await county.hire('police', role)
    expect(new Set((await listWhomToBe(trace, database.asActor)).map(({ role }) => role))).toEqual(
      new Set(ROLES),
    )
    for (const role of ROLES) {
      const answer = await demoSignIn(trace, database.asActor, role)
      if (isRefusal(answer)) throw new Error(answer.refused)
      const session = await openSession(trace, database.asActor, answer.token)
      expect(session?.signedIn?.actor.roles).toEqual([role])
    }
  })

  it('the one is chosen for whom the role comes first, and of those the one added first', async () => {
    const county = await testCounty(database.asActor, { isDemo: true })
    await county.hire('police', 'officer', 'trainer')
    const trainer = await county.hire('police', 'trainer', 'officer')
    await county.hire('police', 'trainer')
    const whom = await listWhomToBe(trace, database.asActor)
    expect(whom.find(({ role }) => role === 'trainer')?.memberId).toBe(trainer.memberId)
  })

  it('one real county ends it, whatever the application was told', async () => {
    const county = await testCounty(database.asActor, { isDemo: true })
    await county.hire('police', 'officer')
    await testCounty(database.asActor, { isDemo: false })
    expect(await listWhomToBe(trace, database.asActor)).toEqual([])
    expect(await demoSignIn(trace, database.asActor, 'officer')).toEqual({ refused: 'no-demonstration' })
    const { rows } = await base.admin.query('select from session')
    expect(rows).toHaveLength(0)
  })

  it('an empty database is none', async () => {
    expect(await demoSignIn(trace, database.asActor, 'officer')).toEqual({ refused: 'no-demonstration' })
  })

  it('nobody disabled can be chosen', async () => {
    const county = await testCounty(database.asActor, { isDemo: true })
    const officer = await county.hire('police', 'officer')
    await base.admin.query('update member set disabled_at = now() where id = $1', [officer.memberId])
    expect(await listWhomToBe(trace, database.asActor)).toEqual([])
  })
})
