import { type Insertable, sql } from 'kysely'
import type { Role } from '#kernel/actor.ts'
import type { Id } from '#kernel/ids.ts'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { IdentityTables } from './identity.table.ts'

const db = (tx: Tx) => tables<IdentityTables>(tx)

export const insertApiToken = (tx: Tx, row: Insertable<IdentityTables['apiToken']>) =>
  db(tx).insertInto('apiToken').values(row).execute()

/** The token of a hash, unless it has expired, was revoked or its organization has closed. */
export const findApiToken = async (tx: Tx, tokenHash: string): Promise<FoundToken | undefined> => {
  const { rows } = await sql<FoundToken>`select * from open_api_token(${tokenHash})`.execute(tx.connection)
  return rows[0]
}

type FoundToken = {
  id: Id<'api-token'>
  organizationId: Id<'organization'>
  jurisdictionId: Id<'jurisdiction'>
  roles: Role[]
}

/** Revokes a token; undefined when there was none to revoke. */
export const revokeApiToken = (tx: Tx, tokenId: Id<'api-token'>) =>
  db(tx)
    .updateTable('apiToken')
    .set({ revokedAt: sql`now()` })
    .where('id', '=', tokenId)
    .where('revokedAt', 'is', null)
    .returning(['id', 'jurisdictionId'])
    .executeTakeFirst()
