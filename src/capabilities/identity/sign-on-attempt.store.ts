import { sql } from 'kysely'
import type { Id } from '#kernel/ids.ts'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { AttemptKind, SignOnTables } from './sign-on.table.ts'

const db = (tx: Tx) => tables<SignOnTables>(tx)

export type NewAttempt = {
  keyHash: string
  kind: AttemptKind
  minutes: number
  memberId?: Id<'member'>
  identityProviderId?: Id<'identity-provider'>
  returnTo?: string | undefined
}

/** Notes what was asked; noting it once more changes nothing. */
export const insertAttempt = (tx: Tx, { minutes, ...attempt }: NewAttempt) =>
  db(tx)
    .insertInto('signOnAttempt')
    .values({
      ...attempt,
      memberId: attempt.memberId ?? null,
      identityProviderId: attempt.identityProviderId ?? null,
      returnTo: attempt.returnTo ?? null,
      expiresAt: sql`now() + make_interval(mins => ${minutes})`,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()

/** Takes an attempt out: of several answers to one question, the first finds it. Undefined when none is to be had. */
export const takeAttempt = (tx: Tx, keyHash: string) =>
  db(tx)
    .deleteFrom('signOnAttempt')
    .where('keyHash', '=', keyHash)
    .returning(['kind', 'memberId', 'identityProviderId', 'returnTo'])
    .returning(sql<boolean>`expires_at > now()`.as('isInTime'))
    .executeTakeFirst()

export const deleteExpiredAttempts = (tx: Tx) =>
  db(tx).deleteFrom('signOnAttempt').where('expiresAt', '<=', sql<Date>`now()`).execute()
