import { type Insertable, sql } from 'kysely'
import type { Role } from '#kernel/actor.ts'
import type { Id } from '#kernel/ids.ts'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { IdentityTables } from './identity.table.ts'
import { hasVoidPassword, isLockedAccount, isOpenAccount } from './is-open-account.store.ts'
import type { OrganizationKind } from './organization.ts'
import { ABSOLUTE_LIMIT_HOURS, IDLE_LIMIT_MINUTES } from './signed-in.ts'
import { noticeOf, USUAL_NOTICE } from './use-notice.store.ts'

const db = (tx: Tx) => tables<IdentityTables>(tx)

/* Signing in */

/** The account of an address that the visitor holds up; undefined when there is none. */
export const findAccount = (tx: Tx, email: string) =>
  db(tx)
    .selectFrom('member')
    .innerJoin('organization', 'organization.id', 'member.organizationId')
    .innerJoin('credential', 'credential.memberId', 'member.id')
    .where('member.email', '=', email)
    .select([
      'member.id as memberId',
      'member.organizationId',
      'member.jurisdictionId',
      'member.roles',
      'credential.passwordHash',
      'credential.totpConfirmedAt',
    ])
    .select([isOpenAccount.as('isOpen'), isLockedAccount.as('isLocked')])
    .select(hasVoidPassword.as('hasVoidPassword'))
    .executeTakeFirst()

/** A member's own credential, with the words that their password must not be made of. */
export const getOwnCredential = (tx: Tx, memberId: Id<'member'>) =>
  db(tx)
    .selectFrom('credential')
    .innerJoin('member', 'member.id', 'credential.memberId')
    .innerJoin('organization', 'organization.id', 'member.organizationId')
    .where('credential.memberId', '=', memberId)
    .select(['credential.passwordHash', 'credential.totpSecret', 'credential.totpConfirmedAt'])
    .select(['member.email', 'member.name', 'organization.name as organizationName'])
    .executeTakeFirstOrThrow()

/** Keeps the secret of codes that are being set up. Codes in use are never replaced here. */
export const keepUnconfirmedSecret = (tx: Tx, memberId: Id<'member'>, sealedSecret: string) =>
  db(tx)
    .updateTable('credential')
    .set({ totpSecret: sealedSecret, changedAt: sql`now()` })
    .where('memberId', '=', memberId)
    .where('totpConfirmedAt', 'is', null)
    .execute()

/** Puts codes and the member's own password in use. Whether it was this call that did it. */
export const confirmEnrolment = async (tx: Tx, memberId: Id<'member'>, passwordHash: string) => {
  const { numUpdatedRows } = await db(tx)
    .updateTable('credential')
    .set({ passwordHash, totpConfirmedAt: sql`now()`, changedAt: sql`now()` })
    .where('memberId', '=', memberId)
    .where('totpConfirmedAt', 'is', null)
    .where('totpSecret', 'is not', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/**
 * Uses up a time step. Of two requests that bring the same code at once, the row lock lets one through and shows the
 * other that the step is gone.
 *
 * @returns whether the step was still unused
 */
export const takeCodeStep = async (tx: Tx, memberId: Id<'member'>, step: number): Promise<boolean> => {
  const { numUpdatedRows } = await db(tx)
    .updateTable('credential')
    .set({ totpLastStep: step })
    .where('memberId', '=', memberId)
    .where((eb) =>
      eb.or([eb('totpLastStep', 'is', null), eb('totpLastStep', '<', sql<string>`${step}::bigint`)]),
    )
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/* Sessions */

/** Whether a session goes on, in a query of `session` (CJ-2, CJ-14). */
export const alive = sql<boolean>`(session.ended_at is null
  and session.last_seen_at > now() - make_interval(mins => ${sql.lit(IDLE_LIMIT_MINUTES)})
  and session.created_at > now() - make_interval(hours => ${sql.lit(ABSOLUTE_LIMIT_HOURS)}))`

/**
 * Starts a session; a second call with the same token changes nothing.
 *
 * @returns the version of the notice that was acknowledged to begin it (CJ-4)
 */
export const insertSession = async (
  tx: Tx,
  session: { tokenHash: string; memberId: Id<'member'>; secondFactorShown: boolean },
): Promise<string> => {
  const started = await db(tx)
    .insertInto('session')
    .values({
      tokenHash: session.tokenHash,
      memberId: session.memberId,
      secondFactorAt: session.secondFactorShown ? sql`now()` : null,
      device: tx.actor.trace?.device ?? null,
      notice: noticeOf(session.memberId),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('notice')
    .executeTakeFirst()
  return started?.notice ?? USUAL_NOTICE
}

type OpenedSession = {
  createdAt: Date
  secondFactorAt: Date | null
  totpConfirmedAt: Date | null
  memberId: Id<'member'>
  organizationId: Id<'organization'>
  jurisdictionId: Id<'jurisdiction'>
  roles: Role[]
  name: string
  title: string | null
  organizationName: string
  organizationKind: OrganizationKind
  isCriminalJustice: boolean
  isPart2Program: boolean
  jurisdictionName: string
  timeZone: string
  handedOverWithin: string[] | null
  handedOverBack: string | null
}

/**
 * The session of a token, if it is alive, with all that pages need to know of its member. One round trip, since every
 * page begins with it; `last_seen_at` is written at most once a minute, so that reading stays reading.
 */
export const findSession = async (tx: Tx, tokenHash: string): Promise<OpenedSession | undefined> => {
  const { rows } = await sql<OpenedSession>`
    select * from open_session(${tokenHash},
      make_interval(mins => ${sql.lit(IDLE_LIMIT_MINUTES)}),
      make_interval(hours => ${sql.lit(ABSOLUTE_LIMIT_HOURS)}))`.execute(tx.connection)
  return rows[0]
}

/** Ends a session. Whether it was alive until now. */
export const endSession = async (tx: Tx, tokenHash: string): Promise<boolean> => {
  const { numUpdatedRows } = await db(tx)
    .updateTable('session')
    .set({ endedAt: sql`now()` })
    .where('session.tokenHash', '=', tokenHash)
    .where(alive)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** Ends every session of a member. */
export const endSessionsOf = (tx: Tx, memberId: Id<'member'>) =>
  db(tx)
    .updateTable('session')
    .set({ endedAt: sql`now()` })
    .where('memberId', '=', memberId)
    .where('endedAt', 'is', null)
    .execute()

/* Accounts */

export const insertJurisdiction = (tx: Tx, row: Insertable<IdentityTables['jurisdiction']>) =>
  db(tx).insertInto('jurisdiction').values(row).execute()

export const insertOrganization = (tx: Tx, row: Insertable<IdentityTables['organization']>) =>
  db(tx).insertInto('organization').values(row).execute()

/** The county of a name, if there is one. */
export const findJurisdiction = (tx: Tx, name: string) =>
  db(tx)
    .selectFrom('jurisdiction')
    .where(sql<boolean>`lower(name) = lower(${name})`)
    .select('id')
    .executeTakeFirst()

/** The organizations of a name: more than one when several counties have one of that name. */
export const listOrganizationsNamed = (tx: Tx, name: string) =>
  db(tx)
    .selectFrom('organization')
    .where(sql<boolean>`lower(name) = lower(${name})`)
    .select(['id', 'jurisdictionId'])
    .execute()

/** Adds a member. Whether the address was still free. */
export const insertMember = async (tx: Tx, row: Insertable<IdentityTables['member']>): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await db(tx)
    .insertInto('member')
    .values(row)
    .onConflict((conflict) => conflict.column('email').doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** Gives a member a first password and no codes, in place of whatever they had. */
export const resetCredential = (tx: Tx, memberId: Id<'member'>, passwordHash: string) => {
  const fresh = { passwordHash, totpSecret: null, totpConfirmedAt: null }
  return db(tx)
    .insertInto('credential')
    .values({ memberId, ...fresh })
    .onConflict((conflict) =>
      conflict.column('memberId').doUpdateSet({ ...fresh, totpLastStep: null, changedAt: sql`now()` }),
    )
    .execute()
}

export const findMemberByEmail = (tx: Tx, email: string) =>
  db(tx)
    .selectFrom('member')
    .where('email', '=', email)
    .select(['id as memberId', 'jurisdictionId'])
    .executeTakeFirst()

export const disableMember = (tx: Tx, memberId: Id<'member'>) =>
  db(tx)
    .updateTable('member')
    .set({ disabledAt: sql`coalesce(disabled_at, now())` })
    .where('id', '=', memberId)
    .execute()

/* The demonstration */

/** Whether there is a county and every one is invented. */
export const isDemonstration = async (tx: Tx): Promise<boolean> => {
  const { isDemo } = await db(tx)
    .selectFrom('jurisdiction')
    .select(sql<boolean | null>`bool_and(is_demo)`.as('isDemo'))
    .executeTakeFirstOrThrow()
  return isDemo === true
}

export type DemoMember = {
  role: Role
  memberId: Id<'member'>
  organizationId: Id<'organization'>
  jurisdictionId: Id<'jurisdiction'>
  roles: Role[]
  name: string
  title: string | null
  organizationName: string
}

/** One member for each role: the one who has it as their first, and of those the one added first. */
export const listDemoMembers = (tx: Tx): Promise<DemoMember[]> =>
  db(tx)
    .selectFrom('member')
    .innerJoin('organization', 'organization.id', 'member.organizationId')
    .innerJoinLateral(sql<{ role: Role }>`unnest(member.roles)`.as<'held'>(sql`held(role)`), (join) =>
      join.onTrue(),
    )
    .where('member.disabledAt', 'is', null)
    .where('organization.closedAt', 'is', null)
    .distinctOn('held.role')
    .orderBy('held.role')
    .orderBy(sql`member.roles[1] = held.role`, 'desc')
    .orderBy('member.id')
    .select(['held.role', 'member.id as memberId', 'member.organizationId', 'member.jurisdictionId'])
    .select(['member.roles', 'member.name', 'member.title', 'organization.name as organizationName'])
    .execute()
