import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { CaseTables } from './cases.table.ts'

const db = (tx: Tx) => tables<CaseTables>(tx)

export type CaseRow = Selectable<CaseTables['caseFile']>
export type IdentityRow = Selectable<CaseTables['caseIdentity']>
export type EntryRow = Selectable<CaseTables['caseEntry']>

/** @returns false when the organization has a case of this person, or the id is in use */
export const insertCase = async (tx: Tx, file: Insertable<CaseTables['caseFile']>): Promise<boolean> => {
  const written = await db(tx)
    .insertInto('caseFile')
    .values(file)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return written.numInsertedOrUpdatedRows === 1n
}

/** Whether the organization of the actor may take a person on; asked before writing, so that a no is an answer. */
export const selectIsKnown = async (
  tx: Tx,
  personId: string,
  referralId: string | undefined,
): Promise<boolean> => {
  const { rows } = await sql<{ known: boolean }>`
    select actor_works_cases() and case_person_is_known(${personId}::uuid, ${referralId ?? null}::uuid) as known`.execute(
    tx.connection,
  )
  return rows[0]?.known ?? false
}

export const insertIdentity = async (
  tx: Tx,
  identity: Insertable<CaseTables['caseIdentity']>,
): Promise<void> => {
  await db(tx)
    .insertInto('caseIdentity')
    .values(identity)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export const selectCase = (tx: Tx, id: string): Promise<CaseRow | undefined> =>
  db(tx).selectFrom('caseFile').selectAll().where('id', '=', id).executeTakeFirst()

export const selectCaseOf = (
  tx: Tx,
  organizationId: string,
  personId: string,
): Promise<CaseRow | undefined> =>
  db(tx)
    .selectFrom('caseFile')
    .selectAll()
    .where('organizationId', '=', organizationId)
    .where('personId', '=', personId)
    .executeTakeFirst()

export const selectIdentity = (tx: Tx, caseId: string): Promise<IdentityRow | undefined> =>
  db(tx).selectFrom('caseIdentity').selectAll().where('caseId', '=', caseId).executeTakeFirst()

/** The same, kept from anybody else until this transaction ends: of two who write at once the second sees the first. */
export const selectIdentityToChange = (tx: Tx, caseId: string): Promise<IdentityRow | undefined> =>
  db(tx).selectFrom('caseIdentity').selectAll().where('caseId', '=', caseId).forUpdate().executeTakeFirst()

export const updateIdentity = async (
  tx: Tx,
  caseId: string,
  change: Updateable<CaseTables['caseIdentity']>,
): Promise<void> => {
  await db(tx).updateTable('caseIdentity').set(change).where('caseId', '=', caseId).execute()
}

/** Kept from anybody else until this transaction ends. */
export const selectCaseToChange = (tx: Tx, id: string): Promise<CaseRow | undefined> =>
  db(tx).selectFrom('caseFile').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

export const updateCase = async (
  tx: Tx,
  id: string,
  change: Updateable<CaseTables['caseFile']>,
): Promise<void> => {
  await db(tx).updateTable('caseFile').set(change).where('id', '=', id).execute()
}

/** Notes that somebody spoke with the person, unless they did so later. */
export const updateLastContact = async (tx: Tx, id: string, at: Date): Promise<void> => {
  await db(tx)
    .updateTable('caseFile')
    .set({ lastContactAt: at })
    .where('id', '=', id)
    .where((or) => or.or([or('lastContactAt', 'is', null), or('lastContactAt', '<', at)]))
    .execute()
}

/** @returns false when this entry was recorded before */
export const insertEntry = async (tx: Tx, entry: Insertable<CaseTables['caseEntry']>): Promise<boolean> => {
  const written = await db(tx)
    .insertInto('caseEntry')
    .values(entry)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return written.numInsertedOrUpdatedRows === 1n
}
