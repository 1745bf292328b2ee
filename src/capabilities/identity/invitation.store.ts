import { sql } from 'kysely'
import type { Role } from '#kernel/actor.ts'
import type { Id } from '#kernel/ids.ts'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { AccountTables } from './account.table.ts'
import { INVITATION_DAYS, MOST_ROUNDS } from './invitation.ts'

const db = (tx: Tx) => tables<AccountTables>(tx)
const inAWeek = sql<Date>`now() + make_interval(days => ${sql.lit(INVITATION_DAYS)})`
const waits = sql<boolean>`(invitation.accepted_at is null and invitation.withdrawn_at is null)`

/** Keeps an invitation. Whether none to the same address waits in the organization. */
export const insertInvitation = async (
  tx: Tx,
  row: {
    id: Id<'invitation'>
    jurisdictionId: Id<'jurisdiction'>
    organizationId: Id<'organization'>
    name: string
    title: string | null
    email: string
    roles: Role[]
    invitedBy: Id<'member'>
  },
): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await db(tx)
    .insertInto('invitation')
    .values({ ...row, expiresAt: inAWeek })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** The invitations of an organization that wait to be accepted, also those whose time is over. */
export const listWaitingInvitations = (tx: Tx, organizationId: Id<'organization'>) =>
  db(tx)
    .selectFrom('invitation')
    .where('organizationId', '=', organizationId)
    .where(waits)
    .select(['id', 'name', 'title', 'email', 'roles', 'createdAt', 'expiresAt'])
    .select(sql<boolean>`expires_at <= now()`.as('hasEnded'))
    .orderBy('createdAt', 'desc')
    .execute()

export type WaitingInvitation = Awaited<ReturnType<typeof listWaitingInvitations>>[number]

/** Makes an invitation work anew by another link; the ones from before work no more. */
export const renewInvitation = (tx: Tx, id: string) =>
  db(tx)
    .updateTable('invitation')
    .set({ round: sql`round + 1`, expiresAt: inAWeek })
    .where(sql<boolean>`id::text = ${id}`)
    .where(waits)
    .where('round', '<', MOST_ROUNDS)
    .returning(['id', 'memberId', 'jurisdictionId'])
    .executeTakeFirst()

export const withdrawInvitation = (tx: Tx, id: string) =>
  db(tx)
    .updateTable('invitation')
    .set({ withdrawnAt: sql`now()` })
    .where(sql<boolean>`id::text = ${id}`)
    .where(waits)
    .returning(['id', 'memberId', 'jurisdictionId'])
    .executeTakeFirst()

/** The invitation that a visitor holds the link of, if it can be accepted; held until the transaction ends. */
export const findHeldInvitation = (tx: Tx, claim: { id: string; round: number }) =>
  db(tx)
    .selectFrom('invitation')
    .innerJoin('organization', 'organization.id', 'invitation.organizationId')
    .where(sql<boolean>`invitation.id::text = ${claim.id}`)
    .where('invitation.round', '=', claim.round)
    .where(waits)
    .where('invitation.expiresAt', '>', sql<Date>`now()`)
    .where('organization.closedAt', 'is', null)
    .select(['invitation.id', 'invitation.memberId', 'invitation.organizationId'])
    .select(['invitation.jurisdictionId', 'invitation.name', 'invitation.title', 'invitation.email'])
    .select(['invitation.roles', 'invitation.round', 'invitation.expiresAt'])
    .select('organization.name as organizationName')
    .executeTakeFirst()

export type HeldInvitation = NonNullable<Awaited<ReturnType<typeof findHeldInvitation>>>

/** Holds an invitation, so that of two who accept at once the second waits. Whether it is still open. */
export const holdInvitation = async (tx: Tx, { id, round }: HeldInvitation): Promise<boolean> => {
  const held = await db(tx)
    .selectFrom('invitation')
    .where('id', '=', id)
    .where('round', '=', round)
    .where(waits)
    .where('expiresAt', '>', sql<Date>`now()`)
    .select('id')
    .forUpdate()
    .executeTakeFirst()
  return held !== undefined
}

/**
 * Adds the account that an invitation names. No column of the conflict is named, because that would ask for the right to
 * see the row. Whether the address was free.
 */
export const insertInvited = async (
  tx: Tx,
  row: Pick<HeldInvitation, 'organizationId' | 'jurisdictionId' | 'name' | 'title' | 'email' | 'roles'> & {
    id: Id<'member'>
  },
): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await db(tx)
    .insertInto('member')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

export const markAccepted = (tx: Tx, id: Id<'invitation'>) =>
  db(tx).updateTable('invitation').set({ acceptedAt: sql`now()` }).where('id', '=', id).execute()

/** What a letter of invitation takes; undefined when there is nothing to accept any more. */
export const findInvitationToSend = (tx: Tx, id: Id<'invitation'>) =>
  db(tx)
    .selectFrom('invitation')
    .where('id', '=', id)
    .where(waits)
    .where('expiresAt', '>', sql<Date>`now()`)
    .select(['email', 'round'])
    .executeTakeFirst()
