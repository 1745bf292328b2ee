import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { isRefusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { BREAKS, type Breakage, breaking } from '#tests/support/breaking.ts'
import { type CareCounty, careCounty, referral } from '#tests/support/care-county.ts'
import { answerReferral } from './answer-referral.ts'
import { confirmHandoff } from './confirm-handoff.ts'
import { makeReferral } from './make-referral.ts'
import { saveDraft } from './save-draft.ts'
import { takeBackReferral } from './take-back-referral.ts'

let care: CareCounty
beforeAll(async () => {
  care = await careCounty()
  await care.base.admin.query(
    `create function takes_nothing() returns trigger language plpgsql as
     $$ begin raise exception 'it takes nothing'; end $$`,
  )
})
afterAll(() => care.close())

const breakAt = (breakage?: Breakage) => breaking({ asActor: care.asActor, admin: care.base.admin }, breakage)

/** All that a verb of referrals may write, row by row. */
const everything = async (): Promise<string[]> => {
  const tables = [
    'person',
    'referral',
    'referral_identity',
    'referral_answer',
    'handoff_step',
    'referral_link',
    'referral_draft',
    'disclosure',
    'audit_record',
    'audit_waiting',
    'pgboss.job',
  ]
  const { rows } = await care.base.admin.query(
    tables
      .map((table) => `select '${table} ' || to_jsonb(t)::text as row from ${table} t`)
      .join(' union all '),
  )
  return rows.map(({ row }) => row).sort()
}

/** What each verb is tried on, and what it leaves when it was done. */
type Verb = {
  /** Makes what the verb is done to. */
  readonly before: () => Promise<string>
  readonly run: (asActor: AsActor, id: string) => Promise<object>
  /** Rows that are new afterwards, by table; rows that it changes are new ones too. */
  readonly leaves: Readonly<Record<string, number>>
}

const linkOf = async (id: string, purpose: string) => {
  const { rows } = await care.base.admin.query(
    'select id from referral_link where referral_id = $1 and purpose = $2',
    [id, purpose],
  )
  return {
    kind: 'link',
    linkId: rows[0].id,
    referralId: id,
    organizationId: care.county.provider,
    jurisdictionId: care.county.id,
  } as const
}

const accepted = async (): Promise<string> => {
  const id = await care.send()
  await answerReferral(care.asActor, care.desk, id, { answer: 'accepted' })
  return id
}

const VERBS: Record<string, Verb> = {
  'sending a referral': {
    before: async () => {
      const id = newId()
      await saveDraft(care.asActor, care.officer, id, { name: ['Sam'] })
      return id
    },
    run: (asActor, id) => makeReferral(asActor, care.officer, referral(care.serviceId, { id })),
    leaves: {
      person: 1,
      referral: 1,
      referral_identity: 1,
      handoff_step: 1,
      referral_link: 1,
      audit_record: 1,
      audit_waiting: 1,
      'pgboss.job': 3,
    },
  },
  'accepting at the desk': {
    before: () => care.send(),
    run: (asActor, id) => answerReferral(asActor, care.desk, id, { answer: 'accepted' }),
    leaves: { referral_answer: 1, handoff_step: 1, referral_link: 1, audit_record: 1, audit_waiting: 1 },
  },
  'accepting by a signed link': {
    before: () => care.send(),
    run: async (asActor, id) =>
      answerReferral(asActor, await linkOf(id, 'answer'), id, { answer: 'accepted' }),
    leaves: {
      referral_answer: 1,
      handoff_step: 1,
      referral_link: 2,
      audit_record: 1,
      audit_waiting: 1,
      'pgboss.job': 1,
    },
  },
  declining: {
    before: () => care.send(),
    run: (asActor, id) => answerReferral(asActor, care.desk, id, { answer: 'declined', reason: 'full' }),
    leaves: { referral_answer: 1, handoff_step: 1, referral_link: 1, audit_record: 1, audit_waiting: 1 },
  },
  'confirming the arrival': {
    before: accepted,
    run: (asActor, id) => confirmHandoff(asActor, care.desk, id, true),
    leaves: { handoff_step: 1, audit_record: 1, audit_waiting: 1 },
  },
  'handing over': {
    before: accepted,
    run: (asActor, id) => confirmHandoff(asActor, care.officer, id, true),
    leaves: { handoff_step: 1, audit_record: 1, audit_waiting: 1 },
  },
  'taking a referral back': {
    before: () => care.send(),
    run: (asActor, id) => takeBackReferral(asActor, care.officer, id),
    leaves: { referral: 1, handoff_step: 1, audit_record: 1, audit_waiting: 1 },
  },
}

const newRows = (before: readonly string[], after: readonly string[]): Record<string, number> => {
  const known = new Set(before)
  const counts: Record<string, number> = {}
  for (const row of after) {
    const table = row.slice(0, row.indexOf(' '))
    if (!known.has(row)) counts[table] = (counts[table] ?? 0) + 1
  }
  return counts
}

const refusingRows = (table: string) =>
  care.base.admin.query(
    `create trigger takes_nothing before insert or update on ${table} for each row execute function takes_nothing()`,
  )
const takingRowsAgain = (table: string) => care.base.admin.query(`drop trigger takes_nothing on ${table}`)

describe.each(Object.entries(VERBS))('%s', (_, { before, run, leaves }) => {
  const whole = async (breakage?: Breakage, table?: string) => {
    const id = await before()
    const start = await everything()
    const broken = breakAt(breakage)
    if (table) await refusingRows(table)
    const answer = await run(broken.asActor, id).catch((fault: Error) => fault)
    if (table) await takingRowsAgain(table)
    return { answer, broken, start, end: await everything() }
  }

  test('writes all of it', async () => {
    const { answer, start, end } = await whole()
    expect(isRefusal(answer)).toBe(false)
    expect(newRows(start, end)).toEqual(leaves)
  })

  test('writes nothing when any one of its statements is its last', async () => {
    const { broken } = await whole()
    const statements = broken.statements()
    expect(statements).toBeGreaterThanOrEqual(3)
    for (let after = 0; after <= statements; after += 1) {
      const { answer, start, end } = await whole({ after, how: 'fault' })
      expect(answer, `after ${after}`).toMatchObject({ message: BREAKS })
      expect(end, `after ${after}`).toEqual(start)
    }
  })

  test.each(Object.keys(leaves))('writes nothing when %s takes nothing', async (table) => {
    const { answer, start, end } = await whole(undefined, table)
    expect(answer).toMatchObject({ message: 'it takes nothing' })
    expect(end).toEqual(start)
  })

  test('is done once, in a second try, when the connection is lost after any of its statements', async () => {
    const { broken } = await whole()
    for (let after = 0; after <= broken.statements(); after += 1) {
      const lost = await whole({ after, how: 'lost' })
      expect(isRefusal(lost.answer), `after ${after}`).toBe(false)
      // What it left to the end of the transaction may have been done before the connection went.
      if (after <= broken.waitedFor()) expect(lost.broken.runs(), `after ${after}`).toBe(2)
      expect(newRows(lost.start, lost.end), `after ${after}`).toEqual(leaves)
    }
  })
})
