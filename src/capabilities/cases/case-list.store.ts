import { sql } from 'kysely'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { CaseTables } from './cases.table.ts'

const db = (tx: Tx) => tables<CaseTables>(tx)

export type CaseFilter = {
  readonly organizationId: string
  readonly show: 'mine' | 'open' | 'in-the-wind' | 'nobody' | 'closed'
  readonly memberId: string
  /** Part of a name. */
  readonly called: string
  readonly limit: number
  readonly offset: number
}

/** Text that stands for itself in a pattern. */
const literal = (text: string): string => text.replace(/[\\%_]/g, '\\$&')

const filtered = (tx: Tx, filter: CaseFilter) =>
  db(tx)
    .selectFrom('caseFile')
    .innerJoin('caseIdentity', 'caseIdentity.caseId', 'caseFile.id')
    .where('caseFile.organizationId', '=', filter.organizationId)
    .where('caseFile.mergedIntoId', 'is', null)
    .$if(filter.show === 'closed', (query) => query.where('status', '=', 'closed'))
    .$if(filter.show !== 'closed', (query) => query.where('status', '<>', 'closed'))
    .$if(filter.show === 'in-the-wind', (query) => query.where('status', '=', 'in-the-wind'))
    .$if(filter.show === 'mine', (query) => query.where('caseManagerId', '=', filter.memberId))
    .$if(filter.show === 'nobody', (query) => query.where('caseManagerId', 'is', null))
    .$if(filter.called !== '', (query) => query.where('called', 'ilike', `%${literal(filter.called)}%`))

/** Cases as a list shows them: whom nobody has spoken with for longest first. */
export const selectCases = (tx: Tx, filter: CaseFilter) =>
  filtered(tx, filter)
    .select([
      'caseFile.id',
      'caseFile.personId',
      'caseFile.status',
      'caseFile.outcome',
      'caseFile.statusAt',
      'caseFile.openedAt',
      'caseFile.lastContactAt',
      'caseFile.caseManagerId',
      'caseIdentity.called',
      'caseIdentity.phone',
    ])
    .orderBy(sql`coalesce(last_contact_at, opened_at)`, filter.show === 'closed' ? 'desc' : 'asc')
    .orderBy('caseFile.id')
    .limit(filter.limit)
    .offset(filter.offset)
    .execute()

export const countCases = async (tx: Tx, filter: CaseFilter): Promise<number> => {
  const row = await filtered(tx, filter)
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow()
  return row.count
}

/** How many open cases each member follows; under null, those that nobody does. */
export const selectCaseloads = (tx: Tx, organizationId: string) =>
  db(tx)
    .selectFrom('caseFile')
    .where('organizationId', '=', organizationId)
    .where('status', '<>', 'closed')
    .where('mergedIntoId', 'is', null)
    .select([
      'caseManagerId',
      sql<number>`count(*)::int`.as('open'),
      sql<number>`count(*) filter (where status = 'in-the-wind')::int`.as('inTheWind'),
    ])
    .groupBy('caseManagerId')
    .execute()

/** How often it was tried to reach each person since somebody last did, and when it was tried last. */
export const selectAttempts = (tx: Tx, caseIds: readonly string[]) =>
  caseIds.length === 0
    ? Promise.resolve([])
    : db(tx)
        .selectFrom('caseEntry')
        .innerJoin('caseFile', 'caseFile.id', 'caseEntry.caseId')
        .where('caseEntry.caseId', 'in', caseIds)
        .where('caseEntry.kind', '=', 'attempt')
        .where('caseEntry.struckAt', 'is', null)
        .where((or) =>
          or.or([
            or('caseFile.lastContactAt', 'is', null),
            or('caseEntry.happenedAt', '>', or.ref('caseFile.lastContactAt')),
          ]),
        )
        .select([
          'caseEntry.caseId',
          sql<number>`count(*)::int`.as('attempts'),
          sql<Date>`max(case_entry.happened_at)`.as('lastAt'),
        ])
        .groupBy('caseEntry.caseId')
        .execute()
