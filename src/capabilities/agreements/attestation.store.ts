import { type Insertable, sql } from 'kysely'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { AgreementTables } from './agreements.table.ts'

const db = (tx: Tx) => tables<AgreementTables>(tx)

/** @returns false when the member has attested to these words this year */
export const insertAttestation = async (
  tx: Tx,
  attestation: Insertable<AgreementTables['attestation']>,
): Promise<boolean> => {
  const written = await db(tx)
    .insertInto('attestation')
    .values(attestation)
    .onConflict((conflict) => conflict.columns(['memberId', 'textVersion', 'year']).doNothing())
    .executeTakeFirst()
  return Number(written.numInsertedOrUpdatedRows) > 0
}

/** The newest attestation of each member of an organization, as far as the actor may see them; the newest first. */
export const selectAttestations = async (
  tx: Tx,
  organizationId: string,
): Promise<{ memberId: string; attestedAt: Date; endsAt: Date }[]> =>
  db(tx)
    .selectFrom('attestation')
    .select([
      'memberId',
      sql<Date>`max(attested_at)`.as('attestedAt'),
      sql<Date>`max(attested_at) + interval '1 year'`.as('endsAt'),
    ])
    .where('organizationId', '=', organizationId)
    .groupBy('memberId')
    .orderBy('attestedAt', 'desc')
    .execute()

/** Until when the member's newest attestation to these words holds; undefined when there is none that does. */
export const selectAttestedUntil = async (
  tx: Tx,
  memberId: string,
  textVersion: string,
): Promise<Date | undefined> => {
  const found = await db(tx)
    .selectFrom('attestation')
    .select(sql<Date>`attested_at + interval '1 year'`.as('endsAt'))
    .where('memberId', '=', memberId)
    .where('textVersion', '=', textVersion)
    .where(sql<boolean>`attested_at > now() - interval '1 year'`)
    .orderBy('attestedAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  return found?.endsAt
}

export const askHasAttested = async (tx: Tx): Promise<boolean> =>
  (await sql<{ has: boolean }>`select actor_has_attested() as has`.execute(db(tx))).rows[0]?.has === true
