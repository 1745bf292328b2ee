import { sql } from 'kysely'
import type { Role } from '#kernel/actor.ts'
import type { Id } from '#kernel/ids.ts'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { AccountTables, LinkPurpose } from './account.table.ts'
import { isLockedAccount, isOpenAccount } from './is-open-account.store.ts'

const db = (tx: Tx) => tables<AccountTables>(tx)

/** So long a link works that somebody asked for at the sign-in page… */
const ASKED_MINUTES = 30
/** …and one that an administrator made. */
const MADE_HOURS = 48

/**
 * Makes a link for the open account of an address, if there is one with codes in use: without them the link would be
 * all that it takes.
 */
export const insertAskedLink = (tx: Tx, id: Id<'account-link'>, email: string) =>
  sql`insert into account_link (id, member_id, purpose, expires_at)
    select ${id}, member.id, 'new-password', now() + make_interval(mins => ${ASKED_MINUTES})
    from member
    join organization on organization.id = member.organization_id
    join credential on credential.member_id = member.id and credential.totp_confirmed_at is not null
    where member.email = ${email} and ${isOpenAccount} and not ${isLockedAccount}`.execute(tx.connection)

/** Makes a link for a member whom an administrator has spoken with. */
export const insertMadeLink = (
  tx: Tx,
  row: { id: Id<'account-link'>; memberId: Id<'member'>; purpose: LinkPurpose; madeBy: Id<'member'> },
) =>
  db(tx)
    .insertInto('accountLink')
    .values({ ...row, expiresAt: sql<Date>`now() + make_interval(hours => ${MADE_HOURS})` })
    .execute()

export type HeldLink = {
  id: Id<'account-link'>
  purpose: LinkPurpose
  isGood: boolean
  memberId: Id<'member'>
  organizationId: Id<'organization'>
  jurisdictionId: Id<'jurisdiction'>
  roles: Role[]
  name: string
  email: string
}

/** The link that a visitor holds, whose it is, and whether it opens something now. */
export const findHeldLink = (tx: Tx, id: string): Promise<HeldLink | undefined> =>
  db(tx)
    .selectFrom('accountLink')
    .innerJoin('member', 'member.id', 'accountLink.memberId')
    .innerJoin('organization', 'organization.id', 'member.organizationId')
    .where(sql<boolean>`account_link.id::text = ${id}`)
    .select(['accountLink.id', 'accountLink.purpose', 'member.id as memberId', 'member.organizationId'])
    .select(['member.jurisdictionId', 'member.roles', 'member.name', 'member.email'])
    .select(
      sql<boolean>`account_link.used_at is null and account_link.expires_at > now()
        and ${isOpenAccount} and not ${isLockedAccount}`.as('isGood'),
    )
    .executeTakeFirst()

/** Uses a link up, with every other of its member. Whether it was still good. */
export const takeLink = async (
  tx: Tx,
  link: { id: Id<'account-link'>; memberId: Id<'member'> },
): Promise<boolean> => {
  const taken = await db(tx)
    .updateTable('accountLink')
    .set({ usedAt: sql`now()` })
    .where('memberId', '=', link.memberId)
    .where('usedAt', 'is', null)
    .returning(['id', sql<boolean>`expires_at > now()`.as('isInTime')])
    .execute()
  return taken.some(({ id, isInTime }) => id === link.id && isInTime)
}

/** Where a link is sent: undefined when it was used, or the account closed, before. */
export const findLinkToSend = (tx: Tx, id: Id<'account-link'>) =>
  db(tx)
    .selectFrom('accountLink')
    .innerJoin('member', 'member.id', 'accountLink.memberId')
    .where('accountLink.id', '=', id)
    .where('accountLink.usedAt', 'is', null)
    .where('accountLink.expiresAt', '>', sql<Date>`now()`)
    .where('member.disabledAt', 'is', null)
    .select(['member.email', 'accountLink.purpose', 'accountLink.madeBy'])
    .executeTakeFirst()
