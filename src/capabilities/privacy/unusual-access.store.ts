import { sql } from 'kysely'
import type { RecordsInWeek } from '#audit'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { PrivacyTables } from './privacy.table.ts'
import type { Unusual } from './unusual-access.ts'

const db = (tx: Tx) => tables<PrivacyTables>(tx)

/** When the week of a moment began in a zone, so many weeks before. */
export const mondayOf = async (
  tx: Tx,
  at: Date,
  { timeZone, weeksBefore = 0 }: { readonly timeZone: string; readonly weeksBefore?: number },
): Promise<Date> => {
  const { rows } = await sql<{ monday: Date }>`
    select (date_trunc('week', ${at}::timestamptz at time zone ${timeZone}::text)
      - ${weeksBefore}::int * interval '1 week') at time zone ${timeZone}::text as monday`.execute(
    tx.connection,
  )
  return (rows[0] as { monday: Date }).monday
}

/** Up to when the actor's counties have been looked through; missing: never. */
export const selectWatch = async (tx: Tx, jurisdictionId: string): Promise<Date | undefined> =>
  (
    await db(tx)
      .selectFrom('accessWatch')
      .select('lookedUntil')
      .where('jurisdictionId', '=', jurisdictionId)
      .executeTakeFirst()
  )?.lookedUntil

export const keepWatch = async (tx: Tx, jurisdictionId: string, lookedUntil: Date): Promise<void> => {
  await db(tx)
    .insertInto('accessWatch')
    .values({ jurisdictionId, lookedUntil })
    .onConflict((conflict) => conflict.column('jurisdictionId').doUpdateSet({ lookedUntil }))
    .execute()
}

export const keepWeeks = async (
  tx: Tx,
  jurisdictionId: string,
  weeks: readonly RecordsInWeek[],
): Promise<void> => {
  if (weeks.length === 0) return
  await db(tx)
    .insertInto('recordsInWeek')
    .values(weeks.map((week) => ({ ...week, jurisdictionId })))
    .onConflict((conflict) =>
      conflict
        .columns(['jurisdictionId', 'week', 'memberId', 'organizationId'])
        .doUpdateSet((eb) => ({ records: eb.ref('excluded.records') })),
    )
    .execute()
}

/** @param from a Monday, as `2026-11-23` */
export const selectWeeks = (tx: Tx, jurisdictionId: string, from: string): Promise<RecordsInWeek[]> =>
  db(tx)
    .selectFrom('recordsInWeek')
    .where('jurisdictionId', '=', jurisdictionId)
    .where('week', '>=', from)
    .select(['memberId', 'organizationId', 'week', 'records'])
    .orderBy('week')
    .execute()

/** What was found from then on, in the place of what had been found. */
export const replaceFindings = async (
  tx: Tx,
  jurisdictionId: string,
  from: Date,
  found: readonly Unusual[],
): Promise<void> => {
  await db(tx)
    .deleteFrom('unusualAccess')
    .where('jurisdictionId', '=', jurisdictionId)
    .where('at', '>=', from)
    .execute()
  if (found.length === 0) return
  await db(tx)
    .insertInto('unusualAccess')
    .values(found.map((one) => ({ jurisdictionId, ...rowOf(one) })))
    .execute()
}

const rowOf = ({ rule, memberId, about, organizationId, at, ...facts }: Unusual) => {
  const { records = null, usual = null, weeks = null, colleagues = null } = 'usual' in facts ? facts : {}
  const { personIds = [], basis = null, breakGlassId = null } = 'basis' in facts ? facts : {}
  return {
    ...{ rule, memberId, about, organizationId, at, records, usual, weeks, colleagues },
    ...{ personIds, basis, breakGlassId },
    looks: 'looks' in facts ? facts.looks : null,
    until: 'until' in facts ? facts.until : null,
  }
}

/** What was found from then on, the newest first, as far as the actor may know. */
export const selectFindings = async (tx: Tx, from: Date): Promise<Unusual[]> =>
  (
    await db(tx)
      .selectFrom('unusualAccess')
      .selectAll()
      .where('at', '>=', from)
      .orderBy('at', 'desc')
      .orderBy('memberId')
      .execute()
  ).map(findingOf)

const findingOf = (row: PrivacyTables['unusualAccess']): Unusual => {
  const { memberId, organizationId, about, at, looks, until, basis, personIds, breakGlassId } = row
  const which = { memberId, organizationId, about, at }
  if (row.rule === 'after-hours' && until) return { ...which, rule: row.rule, looks: looks ?? 0, until }
  if (row.rule === 'no-relationship' && basis)
    return { ...which, rule: row.rule, personIds, basis, breakGlassId, looks: looks ?? 0 }
  const { records, usual, weeks, colleagues } = row
  return {
    ...{ ...which, rule: 'spike', week: about },
    ...{ records: records ?? 0, usual: usual ?? 0, weeks: weeks ?? 0, colleagues: colleagues ?? 0 },
  }
}
