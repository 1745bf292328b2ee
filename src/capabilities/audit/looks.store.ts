import { sql } from 'kysely'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { AuditTables } from './audit.table.ts'

/** A look at people whom another organization holds; what the privacy office reads for its own work is none. */
const isLook = sql<boolean>`outcome = 'seen' and member_id is not null
  and (subject_kind in ('referral', 'person') or action = 'without-consent.read')`

/** How often members of these organizations looked, in each quarter of an hour in which they did. */
export const selectLooksByQuarterHour = (tx: Tx, from: Date, organizationIds: readonly string[]) =>
  tables<AuditTables>(tx)
    .selectFrom('auditRecord')
    .where('at', '>=', from)
    .where(isLook)
    .where('organizationId', 'in', organizationIds)
    .select(['memberId', 'organizationId'])
    .select(sql<Date>`date_bin('15 minutes', at, '2000-01-01Z')`.as('quarter'))
    .select(sql<number>`count(*)::int`.as('looks'))
    .groupBy(['memberId', 'organizationId', sql`3`])
    .orderBy(sql`3`)
    .execute()

/** How many different records each member looked at in each week. */
export const selectRecordsByWeek = (tx: Tx, jurisdictionId: string, from: Date, zone: string) =>
  tables<AuditTables>(tx)
    // A page that is opened again shows the same list, which is then taken apart once.
    .with('lists', (db) =>
      db
        .selectFrom('auditRecord')
        .where('jurisdictionId', '=', jurisdictionId)
        .where('at', '>=', from)
        .where(isLook)
        .select(['memberId', 'organizationId', 'subjectIds'])
        .select(sql<Date>`date_trunc('week', at at time zone ${zone})`.as('week'))
        .distinct(),
    )
    .with('shown', (db) =>
      db
        .selectFrom('lists')
        .select(['memberId', 'organizationId', 'week'])
        .select(sql<string>`unnest(subject_ids)`.as('id'))
        .distinct(),
    )
    .selectFrom('shown')
    .select(['memberId', 'organizationId'])
    .select(sql<string>`to_char(week, 'YYYY-MM-DD')`.as('week'))
    .select(sql<number>`count(*)::int`.as('records'))
    .groupBy(['memberId', 'organizationId', 'shown.week'])
    .execute()

/** Whether anybody has looked since then. */
export const selectHasLooked = async (tx: Tx, jurisdictionId: string, from: Date): Promise<boolean> =>
  (await tables<AuditTables>(tx)
    .selectFrom('auditRecord')
    .where('jurisdictionId', '=', jurisdictionId)
    .where('at', '>=', from)
    .where(isLook)
    .select('id')
    .limit(1)
    .executeTakeFirst()) !== undefined
