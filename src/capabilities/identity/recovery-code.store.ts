import type { Id } from '#kernel/ids.ts'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { AccountTables } from './account.table.ts'

const db = (tx: Tx) => tables<AccountTables>(tx)

/** Puts new codes in place of all that a member had. */
export const replaceRecoveryCodes = async (
  tx: Tx,
  memberId: Id<'member'>,
  hashes: readonly string[],
): Promise<void> => {
  await deleteRecoveryCodesOf(tx, memberId)
  await db(tx)
    .insertInto('recoveryCode')
    .values(hashes.map((codeHash) => ({ memberId, codeHash })))
    .execute()
}

export const deleteRecoveryCodesOf = (tx: Tx, memberId: Id<'member'>) =>
  db(tx).deleteFrom('recoveryCode').where('memberId', '=', memberId).execute()

/** The hashes of the codes that a member has left. */
export const listRecoveryHashes = async (tx: Tx, memberId: Id<'member'>): Promise<readonly string[]> => {
  const rows = await db(tx)
    .selectFrom('recoveryCode')
    .where('memberId', '=', memberId)
    .select('codeHash')
    .execute()
  return rows.map(({ codeHash }) => codeHash)
}

/** Uses a code up. Whether it was still there: of two that bring the same at once, one finds it. */
export const takeRecoveryCode = async (
  tx: Tx,
  memberId: Id<'member'>,
  codeHash: string,
): Promise<boolean> => {
  const { numDeletedRows } = await db(tx)
    .deleteFrom('recoveryCode')
    .where('memberId', '=', memberId)
    .where('codeHash', '=', codeHash)
    .executeTakeFirstOrThrow()
  return numDeletedRows === 1n
}
