import { type Insertable, type Selectable, sql } from 'kysely'
import type { Need } from '#network'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { ReferralTables } from './referrals.table.ts'

const db = (tx: Tx) => tables<ReferralTables>(tx)

/** A referral with the person whom it is about, and the ids of its first step and of the link to answer. */
export type NewReferral = Omit<Insertable<ReferralTables['referral']>, 'withdrawnAt'> &
  Pick<
    Insertable<ReferralTables['referralIdentity']>,
    'name' | 'contact' | 'whereabouts' | 'latitude' | 'longitude'
  > & { stepId: string; linkId: string }

/** @throws the database's unique violation when a referral with this id exists already, whoever made it */
export const insertReferral = async (tx: Tx, referral: NewReferral): Promise<void> => {
  const columns = Object.entries(referral).map(([name, value]) => [
    name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
    value,
  ])
  const sent = JSON.stringify(Object.fromEntries(columns))
  await sql`select send_referral(${sent})`.execute(db(tx))
}

/** Whether a fault says that a referral's id, or that of the person who was entered with it, is in use. */
export const isIdInUse = (fault: unknown): boolean => {
  const { code, constraint } = fault as { code?: unknown; constraint?: unknown }
  return code === '23505' && (constraint === 'referral_pkey' || constraint === 'person_pkey')
}

/**
 * Makes whoever answers a referral, or takes it back, wait for the other, until the transaction ends. What was open when
 * it was read is then still open when the answer is written. The row itself cannot be locked by the place, which may not
 * change it.
 */
export const lockReferral = async (tx: Tx, id: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`referral ${id}`}, 0))`.execute(db(tx))
}

type Row<Table extends keyof ReferralTables> = Selectable<ReferralTables[Table]>
export type ReferralRow = Row<'referral'>
export type IdentityRow = Row<'referralIdentity'>
export type AnswerRow = Row<'referralAnswer'>
export type StepRow = Row<'handoffStep'>

export const selectReferral = async (tx: Tx, id: string): Promise<ReferralRow | undefined> =>
  (await sql<ReferralRow>`select * from find_referral(${id})`.execute(db(tx))).rows[0]

export const selectIdentity = async (tx: Tx, id: string): Promise<IdentityRow | undefined> =>
  (await sql<IdentityRow>`select * from find_referral_identity(${id})`.execute(db(tx))).rows[0]

type Organization = { readonly jurisdictionId: string; readonly organizationId: string }

/**
 * Referrals that an organization sent, the newest first, from before a moment. Chosen before anything is joined, and the
 * number written into the text: otherwise the plan that is kept reads all that it ever sent.
 */
export const selectSent = (
  tx: Tx,
  sender: Organization,
  page: { readonly before: Date | undefined; readonly limit: number },
) =>
  db(tx)
    .selectFrom((from) =>
      from
        .selectFrom('referral')
        .selectAll()
        .where('jurisdictionId', '=', sender.jurisdictionId)
        .where('fromOrganizationId', '=', sender.organizationId)
        .$if(page.before !== undefined, (query) => query.where('submittedAt', '<', page.before as Date))
        .orderBy('submittedAt', 'desc')
        .limit(sql.lit(page.limit))
        .as('referral'),
    )
    .leftJoin('referralIdentity', 'referralIdentity.referralId', 'referral.id')
    .selectAll('referral')
    .select(['referralIdentity.name', 'referralIdentity.whereabouts'])
    .orderBy('referral.submittedAt', 'desc')
    .execute()

/**
 * Referrals that an organization may see as the place that was asked, with its answer: what waits, what closes first
 * before all, then what was answered, the latest first. Asked apart, each by its own index, so that no policy has to
 * look at all that the place was ever sent.
 */
export const selectReceived = async (tx: Tx, place: Organization, limit: number) => {
  const ofPlace = (table: 'referral' | 'referralAnswer') =>
    sql<boolean>`${sql.ref(`${table}.jurisdictionId`)} = ${place.jurisdictionId}
      and ${sql.ref(`${table}.toOrganizationId`)} = ${place.organizationId}`
  const [waiting, answered] = await Promise.all([
    db(tx)
      .selectFrom('referral')
      .leftJoin('referralAnswer', 'referralAnswer.referralId', 'referral.id')
      .leftJoin('referralIdentity', 'referralIdentity.referralId', 'referral.id')
      .selectAll('referral')
      .select(RECEIVED)
      .where(ofPlace('referral'))
      .where('referral.openUntil', '>', sql<Date>`now()`)
      .where('referralAnswer.referralId', 'is', null)
      .orderBy('referral.openUntil')
      .orderBy('referral.answerDueAt')
      .limit(sql.lit(limit))
      .execute(),
    db(tx)
      .selectFrom('referralAnswer')
      .innerJoin('referral', 'referral.id', 'referralAnswer.referralId')
      .leftJoin('referralIdentity', 'referralIdentity.referralId', 'referral.id')
      .selectAll('referral')
      .select(RECEIVED)
      .where(ofPlace('referralAnswer'))
      .orderBy('referralAnswer.answeredAt', 'desc')
      .limit(sql.lit(limit))
      .execute(),
  ])
  return [...waiting, ...answered].slice(0, limit)
}

const RECEIVED = [
  'referralAnswer.answer',
  'referralAnswer.forDate',
  'referralAnswer.answeredAt',
  'referralIdentity.name',
] as const

export const insertAnswer = async (
  tx: Tx,
  answer: Insertable<ReferralTables['referralAnswer']>,
): Promise<void> => {
  await db(tx).insertInto('referralAnswer').values(answer).execute()
}

export const selectAnswer = (tx: Tx, referralId: string) =>
  db(tx).selectFrom('referralAnswer').selectAll().where('referralId', '=', referralId).executeTakeFirst()

/** @returns false when the step was recorded before */
export const insertStep = async (
  tx: Tx,
  step: Insertable<ReferralTables['handoffStep']>,
): Promise<boolean> => {
  const written = await db(tx)
    .insertInto('handoffStep')
    .values(step)
    .onConflict((conflict) => conflict.columns(['referralId', 'step']).doNothing())
    .executeTakeFirst()
  return Number(written.numInsertedOrUpdatedRows) > 0
}

/** What happened to these referrals, as far as the actor may know, in order. */
export const selectSteps = async (tx: Tx, referralIds: readonly string[]): Promise<StepRow[]> =>
  referralIds.length === 0
    ? []
    : (await sql<StepRow>`select * from list_handoff_steps(${referralIds})`.execute(db(tx))).rows

/** Those of them that the place did not take, as a sender's list shows them. */
export const selectOwnSteps = async (tx: Tx, referralIds: readonly string[]): Promise<StepRow[]> =>
  referralIds.length === 0
    ? []
    : (await sql<StepRow>`select * from list_own_steps(${referralIds})`.execute(db(tx))).rows

/** @returns false when it was taken back before */
export const markWithdrawn = async (tx: Tx, id: string): Promise<boolean> => {
  const changed = await db(tx)
    .updateTable('referral')
    .set({ withdrawnAt: sql<Date>`now()` })
    .where('id', '=', id)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst()
  return Number(changed.numUpdatedRows) > 0
}

export const insertLink = async (tx: Tx, link: Insertable<ReferralTables['referralLink']>): Promise<void> => {
  await db(tx)
    .insertInto('referralLink')
    .values(link)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export const selectLink = (tx: Tx, id: string) =>
  db(tx)
    .selectFrom('referralLink')
    .selectAll()
    .select(sql<boolean>`expires_at <= now()`.as('hasEnded'))
    .where('id', '=', id)
    .executeTakeFirst()

/** The link with which a place that said yes confirms the arrival, if it said so by a link. */
export const selectArrivalLink = (tx: Tx, referralId: string) =>
  db(tx)
    .selectFrom('referralLink')
    .select(['id', 'expiresAt'])
    .where('referralId', '=', referralId)
    .where('purpose', '=', 'confirm-arrival')
    .executeTakeFirst()

/** Uses up the links of a referral for one purpose. */
export const markLinksUsed = async (
  tx: Tx,
  referralId: string,
  purpose: 'answer' | 'confirm-arrival',
): Promise<void> => {
  await db(tx)
    .updateTable('referralLink')
    .set({ usedAt: sql<Date>`now()` })
    .where('referralId', '=', referralId)
    .where('purpose', '=', purpose)
    .where('usedAt', 'is', null)
    .execute()
}

/** How often each need was asked for in each month of a quarter, exactly; nothing for whoever may not count. */
export const selectCounts = async (
  tx: Tx,
  quarterBegins: string,
): Promise<{ month: string; need: Need; referrals: number }[]> =>
  (
    await sql<{ month: string; need: Need; referrals: number }>`
      select month, need, referrals from count_referrals(${quarterBegins}::date)`.execute(db(tx))
  ).rows
