import { afterAll, beforeAll, expect, test } from 'vitest'
import { deriveKeys } from '#platform/config/keys.ts'
import { type Database, openDatabase } from '#platform/database/as-actor.ts'
import { openJobs } from '#platform/jobs/open-jobs.ts'
import { type TestDatabase, testDatabase } from '#tests/support/database.ts'
import { fillCases } from './fill-cases.ts'
import { fillCharge } from './fill-charge.ts'
import { fillCounts } from './fill-counts.ts'
import { fillDemonstration } from './fill-demonstration.ts'
import { fillDiversions } from './fill-diversions.ts'
import { fillMyRecord } from './fill-my-record.ts'
import { fillPathways } from './fill-pathways.ts'
import { fillPrivacy } from './fill-privacy.ts'
import { fillRegister } from './fill-register.ts'
import { fillScreening } from './fill-screening.ts'
import { fillSupplies } from './fill-supplies.ts'
import { fillTraining } from './fill-training.ts'
import { fillVisits } from './fill-visits.ts'

let database: TestDatabase
let causeway: Database
let closeQueue: () => Promise<void>
beforeAll(async () => {
  database = await testDatabase()
  const queue = await openJobs(database.app, { works: false, onFault: () => undefined })
  closeQueue = queue.stop
  causeway = openDatabase(database.app, queue)
})
afterAll(async () => {
  await closeQueue()
  await causeway.close()
  await database.drop()
})

const fill = async (now?: Date) => {
  await fillDemonstration(causeway.asActor)
  await fillCounts(causeway.asActor, now)
  await fillRegister(causeway.asActor, now)
  await fillPathways(causeway.asActor)
  await fillSupplies(causeway.asActor)
  const keys = deriveKeys('a secret that is only for this test')
  const walked = await fillMyRecord(causeway.asActor, keys)
  await fillPrivacy(causeway.asActor, walked)
  await fillCharge(causeway.asActor, walked)
  await fillScreening(causeway.asActor, walked)
  await fillCases(causeway.asActor)
  await fillDiversions(causeway.asActor)
  await fillVisits(causeway.asActor, now)
  await fillTraining(causeway.asActor, now ?? new Date())
}

const TABLES = [
  ...[
    'jurisdiction',
    'organization',
    'member',
    'agreement',
    'attestation',
    'service',
    'referral',
    'handoff_step',
  ],
  ...['referral_answer', 'release', 'release_line', 'disclosure', 'person_access', 'message'],
  ...['agreement_party', 'agreement_signature', 'agreement_document', 'agreement_draft'],
  ...['privacy_request', 'break_glass', 'working_hours', 'held_charge'],
  ...['pathway', 'pathway_version', 'referral_pathway', 'pathway_decision', 'pathway_approval'],
  ...['diversion', 'diversion_step', 'work_group_meeting', 'work_group_action', 'case_file'],
  ...['training_setting', 'training_attempt', 'training_completion'],
]
const held = async () => {
  const counts = TABLES.map((table) => `(select count(*)::int from ${table}) as ${table}`)
  return (await database.admin.query(`select ${counts}`)).rows[0]
}

test('a kept data folder is filled once, however often it is started', async () => {
  await fill()
  const before = await held()
  for (const table of TABLES.filter((table) => table !== 'message')) expect(before[table], table).not.toBe(0)
  await fill()
  expect(await held()).toEqual(before)
})

test('what a visitor did since stays as it is, and keeps nobody from starting it again', async () => {
  await database.admin.query(`update release_line set revoked_at = now(), revoked_how = 'oral'`)
  await database.admin.query(`update person_access set revoked_at = now(), revoked_by = 'person'`)
  await database.admin.query('delete from agreement_draft')
  await database.admin.query(`update service set status = 'temporarily-closed'`)
  const before = await held()
  await fill()
  const inHalfAYear = new Date(Date.now() + 183 * 86_400_000)
  await fill(inHalfAYear)
  expect(await held()).toEqual(before)
  const live = await database.admin.query('select from release_line where revoked_at is null')
  expect(live.rowCount).toBe(0)
})
