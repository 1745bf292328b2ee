import { sql } from 'kysely'
import type { Id } from '#kernel/ids.ts'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import { isLockedAccount, isOpenAccount } from './is-open-account.store.ts'
import type { SignOnTables } from './sign-on.table.ts'

const db = (tx: Tx) => tables<SignOnTables>(tx)

/** The passkey that a visitor holds up, and whose it is. */
export const findPasskey = (tx: Tx, credentialId: string) =>
  db(tx)
    .selectFrom('passkey')
    .innerJoin('member', 'member.id', 'passkey.memberId')
    .innerJoin('organization', 'organization.id', 'member.organizationId')
    .where('passkey.credentialId', '=', credentialId)
    .select(['passkey.id', 'passkey.publicKey', 'passkey.transports'])
    .select(['member.id as memberId', 'member.organizationId', 'member.jurisdictionId', 'member.roles'])
    .select(sql<boolean>`passkey.stopped_at is not null`.as('isStopped'))
    .select(sql<boolean>`${isOpenAccount} and not ${isLockedAccount}`.as('isOpen'))
    .executeTakeFirst()

/**
 * Counts a use. Keys that do not count always say 0; others have to say more than the last time. Of two uses at once that
 * say the same, the row lock lets one through.
 *
 * @returns whether the count went on as it should
 */
export const countUse = async (tx: Tx, id: Id<'passkey'>, counter: number): Promise<boolean> => {
  const { numUpdatedRows } = await db(tx)
    .updateTable('passkey')
    .set({ counter, lastUsedAt: sql`now()` })
    .where('id', '=', id)
    .where('stoppedAt', 'is', null)
    .where(sql<boolean>`(counter < ${counter} or (counter = 0 and ${counter} = 0))`)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

export const stopPasskey = (tx: Tx, id: Id<'passkey'>) =>
  db(tx)
    .updateTable('passkey')
    .set({ stoppedAt: sql`coalesce(stopped_at, now())` })
    .where('id', '=', id)
    .execute()

/** A member's passkeys, the oldest first. */
export const listPasskeysOf = (tx: Tx, memberId: Id<'member'>) =>
  db(tx)
    .selectFrom('passkey')
    .where('memberId', '=', memberId)
    .select(['id', 'name', 'credentialId', 'transports', 'isSynced', 'createdAt', 'lastUsedAt', 'stoppedAt'])
    .orderBy('createdAt')
    .orderBy('id')
    .execute()

/** Keeps a new passkey. Whether it was new. */
export const insertPasskey = async (
  tx: Tx,
  row: {
    id: Id<'passkey'>
    memberId: Id<'member'>
    name: string
    credentialId: string
    publicKey: Buffer
    counter: number
    transports: string[]
    isSynced: boolean
  },
): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await db(tx)
    .insertInto('passkey')
    .values(row)
    .onConflict((conflict) => conflict.column('credentialId').doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** Removes one of a member's passkeys. Whether there was one to remove. */
export const deletePasskey = async (tx: Tx, memberId: Id<'member'>, id: string): Promise<boolean> => {
  const { numDeletedRows } = await db(tx)
    .deleteFrom('passkey')
    .where('memberId', '=', memberId)
    .where(sql<boolean>`id::text = ${id}`)
    .executeTakeFirstOrThrow()
  return numDeletedRows === 1n
}

/** Removes every passkey of an account that begins again. */
export const deletePasskeysOf = (tx: Tx, memberId: Id<'member'>) =>
  db(tx).deleteFrom('passkey').where('memberId', '=', memberId).execute()
