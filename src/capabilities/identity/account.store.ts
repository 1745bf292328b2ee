import { sql } from 'kysely'
import type { Id } from '#kernel/ids.ts'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { AccountTables } from './account.table.ts'

const db = (tx: Tx) => tables<AccountTables>(tx)

/** Where a member reads messages, while the account is open. */
export const findAddress = async (tx: Tx, memberId: Id<'member'>): Promise<string | undefined> => {
  const found = await db(tx)
    .selectFrom('member')
    .where('id', '=', memberId)
    .where('disabledAt', 'is', null)
    .select('email')
    .executeTakeFirst()
  return found?.email
}

/** Who keeps the accounts of a member's organization, except the member. */
export const listAdministrators = (tx: Tx, memberId: Id<'member'>) =>
  db(tx)
    .selectFrom('member as administrator')
    .innerJoin('member', 'member.organizationId', 'administrator.organizationId')
    .where('member.id', '=', memberId)
    .where('administrator.id', '<>', memberId)
    .where('administrator.disabledAt', 'is', null)
    .where(sql<boolean>`'administrator' = any (administrator.roles)`)
    .select(['administrator.id', 'administrator.email'])
    .orderBy('administrator.id')
    .execute()
