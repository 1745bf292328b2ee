import { sql } from 'kysely'
import type { Id } from '#kernel/ids.ts'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import { isLockedAccount, isOpenAccount } from './is-open-account.store.ts'
import type { SignOnTables } from './sign-on.table.ts'
import { noticeOf, USUAL_NOTICE } from './use-notice.store.ts'

const db = (tx: Tx) => tables<SignOnTables>(tx)

/* Providers */

const providers = (tx: Tx) =>
  db(tx)
    .selectFrom('identityProvider')
    .innerJoin('organization', 'organization.id', 'identityProvider.organizationId')
    .where('organization.closedAt', 'is', null)

/** The providers of the organizations that take part, by the organizations' names. */
export const listProviders = (tx: Tx) =>
  providers(tx)
    .select(['identityProvider.id', 'identityProvider.organizationId', 'organization.name'])
    .select(['identityProvider.issuer', 'identityProvider.clientId', 'identityProvider.emailDomains'])
    .select(['identityProvider.secondFactorAmr', 'identityProvider.secondFactorAcr'])
    .orderBy('organization.name')
    .execute()

export const findProvider = (tx: Tx, id: string) =>
  providers(tx)
    .where(sql<boolean>`identity_provider.id::text = ${id}`)
    .select([
      'identityProvider.id',
      'identityProvider.organizationId',
      'organization.name as organizationName',
    ])
    .select(['identityProvider.issuer', 'identityProvider.clientId', 'identityProvider.clientSecret'])
    .select(['identityProvider.secondFactorAmr', 'identityProvider.secondFactorAcr'])
    .executeTakeFirst()

export const findProviderOf = (tx: Tx, organizationId: Id<'organization'>) =>
  db(tx)
    .selectFrom('identityProvider')
    .where('organizationId', '=', organizationId)
    .select(['id', 'issuer'])
    .executeTakeFirst()

/** Keeps a provider. Whether its organization had none. */
export const insertProvider = async (
  tx: Tx,
  row: {
    id: Id<'identity-provider'>
    jurisdictionId: Id<'jurisdiction'>
    organizationId: Id<'organization'>
    issuer: string
    clientId: string
    clientSecret: string
    secondFactorAmr: string[]
    secondFactorAcr: string[]
    emailDomains: string[]
  },
): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await db(tx)
    .insertInto('identityProvider')
    .values(row)
    .onConflict((conflict) => conflict.column('organizationId').doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

export const deleteProvider = (tx: Tx, id: Id<'identity-provider'>) =>
  db(tx).deleteFrom('identityProvider').where('id', '=', id).execute()

/** Ends every session that a provider has opened; how many. */
export const endSessionsThrough = async (tx: Tx, id: Id<'identity-provider'>): Promise<number> => {
  const { numUpdatedRows } = await db(tx)
    .updateTable('session')
    .set({ endedAt: sql`now()` })
    .where('identityProviderId', '=', id)
    .where('endedAt', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}

/* Links between a provider's accounts and members */

/** The member of a provider's account that the visitor holds up. */
export const findLinked = (tx: Tx, account: { issuer: string; subject: string }) =>
  db(tx)
    .selectFrom('signOnLink')
    .innerJoin('member', 'member.id', 'signOnLink.memberId')
    .innerJoin('organization', 'organization.id', 'member.organizationId')
    .where('signOnLink.issuer', '=', account.issuer)
    .where('signOnLink.subject', '=', account.subject)
    .select(['member.id as memberId', 'member.organizationId', 'member.jurisdictionId', 'member.roles'])
    .select(sql<boolean>`${isOpenAccount} and not ${isLockedAccount}`.as('isOpen'))
    .executeTakeFirst()

/** Links an account. Whether neither it nor the member was linked at that issuer. */
export const insertLink = async (
  tx: Tx,
  row: { id: Id<'sign-on-link'>; memberId: Id<'member'>; issuer: string; subject: string },
): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await db(tx)
    .insertInto('signOnLink')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

export const findLinkOf = (tx: Tx, memberId: Id<'member'>, issuer: string) =>
  db(tx)
    .selectFrom('signOnLink')
    .where('memberId', '=', memberId)
    .where('issuer', '=', issuer)
    .select(['subject', 'createdAt'])
    .executeTakeFirst()

/** Takes a member's links away; how many there were. */
export const deleteLinksOf = async (tx: Tx, memberId: Id<'member'>): Promise<number> => {
  const { numDeletedRows } = await db(tx)
    .deleteFrom('signOnLink')
    .where('memberId', '=', memberId)
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}

/** Whether a member, found by the id that a form sent, works in this organization. */
export const findColleague = (tx: Tx, organizationId: Id<'organization'>, memberId: string) =>
  db(tx)
    .selectFrom('member')
    .where('organizationId', '=', organizationId)
    .where(sql<boolean>`id::text = ${memberId}`)
    .select(['id as memberId', 'organizationId', 'jurisdictionId'])
    .executeTakeFirst()

export const findMemberOf = (tx: Tx, email: string) =>
  db(tx)
    .selectFrom('member')
    .where('email', '=', email)
    .select(['id as memberId', 'organizationId', 'jurisdictionId'])
    .executeTakeFirst()

/** The members of an organization with an account that is open, and what each is linked to. */
export const listColleagues = (tx: Tx, organizationId: Id<'organization'>, issuer: string) =>
  db(tx)
    .selectFrom('member')
    .leftJoin('signOnLink', (join) =>
      join.onRef('signOnLink.memberId', '=', 'member.id').on('signOnLink.issuer', '=', issuer),
    )
    .where('member.organizationId', '=', organizationId)
    .where('member.disabledAt', 'is', null)
    .select(['member.id', 'member.name', 'member.title', 'signOnLink.subject'])
    .orderBy('member.name')
    .execute()

/* Sessions */

/**
 * Starts a session that a provider has opened. It counts from the moment in which the member proved who they are there,
 * so that twelve hours are twelve hours.
 *
 * @returns the version of the notice that was acknowledged to begin it (CJ-4)
 */
export const insertProvenSession = async (
  tx: Tx,
  session: {
    tokenHash: string
    memberId: Id<'member'>
    identityProviderId: Id<'identity-provider'>
    provenAt: Date
    secondFactorShown: boolean
  },
): Promise<string> => {
  const { provenAt, secondFactorShown, ...row } = session
  const at = sql<Date>`least(now(), ${provenAt.toISOString()}::timestamptz)`
  const started = await db(tx)
    .insertInto('session')
    .values({
      ...row,
      createdAt: at,
      secondFactorAt: secondFactorShown ? at : null,
      device: tx.actor.trace?.device ?? null,
      notice: noticeOf(session.memberId),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('notice')
    .executeTakeFirst()
  return started?.notice ?? USUAL_NOTICE
}
