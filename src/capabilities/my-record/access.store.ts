import { type Insertable, sql } from 'kysely'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { MyRecordTables } from './my-record.table.ts'

const db = (tx: Tx) => tables<MyRecordTables>(tx)

/** @returns false when a code with this id was made before */
export const insertAccess = async (
  tx: Tx,
  access: Insertable<MyRecordTables['personAccess']>,
): Promise<boolean> => {
  const written = await db(tx)
    .insertInto('personAccess')
    .values(access)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return Number(written.numInsertedOrUpdatedRows) > 0
}

/** Whether the actor's organization knows this person, as the policy that lets it give a code asks too. */
export const isOurs = async (tx: Tx, personId: string): Promise<boolean> => {
  const { rows } = await sql<{ ours: boolean }>`select person_is_ours(${personId}) as ours`.execute(db(tx))
  return rows[0]?.ours === true
}

/** Whether a code was made before with this id, as far as the actor may know. */
export const hasAccess = async (tx: Tx, id: string): Promise<boolean> =>
  (await db(tx).selectFrom('personAccess').select('id').where('id', '=', id).executeTakeFirst()) !== undefined

/** Whom the code and the year that are held up let in; undefined for anything else. */
export const findAccess = (tx: Tx, hash: string) =>
  db(tx)
    .selectFrom('personAccess')
    .select(['id', 'personId', 'jurisdictionId', 'language', 'safeWordHash'])
    .where('codeHash', '=', hash)
    .where('revokedAt', 'is', null)
    .executeTakeFirst()

/** The codes that an organization gave and that still open something. */
export const selectGiven = (tx: Tx, organizationId: string) =>
  db(tx)
    .selectFrom('personAccess')
    .select(['id', 'personId', 'issuedByMemberId', 'issuedAt', 'language'])
    .where('organizationId', '=', organizationId)
    .where('revokedAt', 'is', null)
    .execute()

/** Ends the code that an organization gave a person, if there is one. @returns the ids of those that ended by this */
export const endGiven = async (
  tx: Tx,
  which: { personId: string; organizationId: string },
): Promise<string[]> => {
  const ended = await db(tx)
    .updateTable('personAccess')
    .set({ revokedAt: sql<Date>`now()`, revokedBy: 'organization' })
    .where('personId', '=', which.personId)
    .where('organizationId', '=', which.organizationId)
    .where('revokedAt', 'is', null)
    .returning('id')
    .execute()
  return ended.map(({ id }) => id)
}

/** Ends one code, at the word of the person who came with it. */
export const endOwn = async (tx: Tx, id: string): Promise<void> => {
  await db(tx)
    .updateTable('personAccess')
    .set({ revokedAt: sql<Date>`now()`, revokedBy: 'person' })
    .where('id', '=', id)
    .where('revokedAt', 'is', null)
    .execute()
}

/** @param hash null takes the word away */
export const keepSafeWord = async (tx: Tx, id: string, hash: string | null): Promise<void> => {
  await db(tx)
    .updateTable('personAccess')
    .set({ safeWordHash: hash })
    .where('id', '=', id)
    .where('revokedAt', 'is', null)
    .execute()
}

/** What is kept of the safe word of a code; undefined when there is none. */
export const findSafeWord = async (tx: Tx, id: string): Promise<string | undefined> =>
  (
    await db(tx)
      .selectFrom('personAccess')
      .select('safeWordHash')
      .where('id', '=', id)
      .where('revokedAt', 'is', null)
      .executeTakeFirst()
  )?.safeWordHash ?? undefined
