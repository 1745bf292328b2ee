import { type Insertable, sql } from 'kysely'
import type { Id } from '#kernel/ids.ts'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { OwnKind } from './agreement.ts'
import type { AgreementTables } from './agreements.table.ts'

const db = (tx: Tx) => tables<AgreementTables>(tx)

export type NewAgreement = Insertable<AgreementTables['agreement']>

/**
 * Writes an agreement with its parties.
 *
 * @returns false, having written nothing, when there is one of this id
 */
export const insertAgreement = async (
  tx: Tx,
  agreement: NewAgreement,
  partyIds: readonly string[],
): Promise<boolean> => {
  const written = await db(tx)
    .insertInto('agreement')
    .values(agreement)
    // Of two at once, either key of the id may be the one that refuses the second.
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (Number(written.numInsertedOrUpdatedRows) === 0) return false
  const { id, jurisdictionId } = agreement
  await db(tx)
    .insertInto('agreementParty')
    .values(partyIds.map((organizationId) => ({ agreementId: id, jurisdictionId, organizationId })))
    .execute()
  return true
}

/** @returns false when the party has signed before */
export const insertSignature = async (
  tx: Tx,
  signature: Insertable<AgreementTables['agreementSignature']>,
): Promise<boolean> => {
  const written = await db(tx)
    .insertInto('agreementSignature')
    .values(signature)
    .onConflict((conflict) => conflict.columns(['agreementId', 'organizationId']).doNothing())
    .executeTakeFirst()
  return Number(written.numInsertedOrUpdatedRows) > 0
}

export const selectAgreement = (tx: Tx, id: string) =>
  db(tx).selectFrom('agreement').selectAll().where('id', '=', id).executeTakeFirst()

/** All of the actor's county, what was made last first; without the words. */
export const selectRegister = (tx: Tx, jurisdictionId: string) =>
  db(tx)
    .selectFrom('agreement')
    .select(['id', 'organizationId', 'kind', 'withParty', 'withSignatory', 'madeAt'])
    .select(['startsAt', 'expiresAt', 'acceptedAt', 'endedAt', 'endedBecause', 'supersedesId'])
    .where('jurisdictionId', '=', jurisdictionId)
    .orderBy('madeAt', 'desc')
    .orderBy('id')
    .execute()

/** Who is a party of these agreements, and how each has signed; null where it has yet to. */
export const selectParties = (tx: Tx, agreementIds: readonly string[]) =>
  db(tx)
    .selectFrom('agreementParty')
    .leftJoin('agreementSignature', (join) =>
      join
        .onRef('agreementSignature.agreementId', '=', 'agreementParty.agreementId')
        .onRef('agreementSignature.organizationId', '=', 'agreementParty.organizationId'),
    )
    .select(['agreementParty.agreementId', 'agreementParty.organizationId'])
    .select(['signatory', 'how', 'signedAt', 'recordedByMemberId', 'documentId'])
    .where('agreementParty.agreementId', 'in', agreementIds)
    .execute()

/** The one in force that ends last, of which an organization is a party. */
export const selectInForce = (tx: Tx, organizationId: string, kind: OwnKind) =>
  db(tx)
    .selectFrom('agreement')
    .innerJoin('agreementParty', 'agreementParty.agreementId', 'agreement.id')
    .selectAll('agreement')
    .where('agreementParty.organizationId', '=', organizationId)
    .where('kind', '=', kind)
    .where(sql<boolean>`agreement_in_force(agreement)`)
    .orderBy('expiresAt', 'desc')
    .limit(1)
    .executeTakeFirst()

/** Ends an agreement now, by whoever asks. @returns false when it had ended, or is none of theirs */
export const endNow = async (tx: Tx, id: string, because: string): Promise<boolean> => {
  const ended = await db(tx)
    .updateTable('agreement')
    .set({ endedAt: sql<Date>`now()`, endedBecause: because })
    .where('id', '=', id)
    .where((is) => is.or([is('endedAt', 'is', null), is('endedAt', '>', sql<Date>`now()`)]))
    .where('expiresAt', '>', sql<Date>`now()`)
    .executeTakeFirst()
  return Number(ended.numUpdatedRows) > 0
}

/** Of these organizations, those at which somebody can sign here. */
export const selectSigning = async (tx: Tx, organizationIds: readonly string[]): Promise<string[]> =>
  (
    await sql<{ id: Id<'organization'> }>`
      select id from unnest(${organizationIds}::uuid[]) id where organization_has_signer(id)`.execute(db(tx))
  ).rows.map(({ id }) => id)

/** Which kinds of agreement a referral from one organization to another lacks. */
export const selectMissing = async (tx: Tx, fromId: string, toId: string): Promise<string[]> =>
  (
    await sql<{ kind: string }>`
      select kind from missing_agreements(${fromId}::uuid, ${toId}::uuid) kind order by kind`.execute(db(tx))
  ).rows.map(({ kind }) => kind)

type NewRequirement = Insertable<AgreementTables['agreementRequirement']>

export const insertRequirement = async (tx: Tx, requirement: NewRequirement): Promise<void> => {
  await db(tx)
    .insertInto('agreementRequirement')
    .values(requirement)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export const deleteRequirement = async (tx: Tx, requirement: NewRequirement): Promise<void> => {
  const { jurisdictionId, kind, fromKind, toKind } = requirement
  await db(tx)
    .deleteFrom('agreementRequirement')
    .where('jurisdictionId', '=', jurisdictionId)
    .where('kind', '=', kind)
    .where('fromKind', '=', fromKind)
    .where('toKind', '=', toKind)
    .execute()
}
