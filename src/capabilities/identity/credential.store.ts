import { sql } from 'kysely'
import type { Id } from '#kernel/ids.ts'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { AccountTables } from './account.table.ts'

const db = (tx: Tx) => tables<AccountTables>(tx)

/** A password and codes that are in use from now on, with the last time step that was used of them. */
export type NewCredential = {
  readonly passwordHash: string
  readonly totpSecret: string
  readonly totpLastStep: number
}

/** The credential of a new account, all of it in use. */
export const insertCredential = (tx: Tx, memberId: Id<'member'>, credential: NewCredential) =>
  db(tx)
    .insertInto('credential')
    .values({ memberId, ...credential, totpConfirmedAt: sql`now()` })
    .execute()

/** The credential of an account that another way opens: a password that nobody knows, and no codes yet. */
export const insertUnknownPassword = (tx: Tx, memberId: Id<'member'>, passwordHash: string) =>
  db(tx).insertInto('credential').values({ memberId, passwordHash }).execute()

/** Puts password and codes in place of whatever a member had. */
export const replaceCredential = (tx: Tx, memberId: Id<'member'>, credential: NewCredential) =>
  db(tx)
    .updateTable('credential')
    .set({ ...credential, totpConfirmedAt: sql`now()`, changedAt: sql`now()` })
    .where('memberId', '=', memberId)
    .execute()

export const replacePassword = (tx: Tx, memberId: Id<'member'>, passwordHash: string) =>
  db(tx)
    .updateTable('credential')
    .set({ passwordHash, changedAt: sql`now()` })
    .where('memberId', '=', memberId)
    .execute()

export const replaceCodes = (
  tx: Tx,
  memberId: Id<'member'>,
  codes: Pick<NewCredential, 'totpSecret' | 'totpLastStep'>,
) =>
  db(tx)
    .updateTable('credential')
    .set({ ...codes, totpConfirmedAt: sql`now()`, changedAt: sql`now()` })
    .where('memberId', '=', memberId)
    .execute()
