import { sql } from 'kysely'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { NetworkTables } from './network.table.ts'

/** The active services that the actor's own organization keeps. */
export const listOwnServices = (tx: Tx) =>
  tables<NetworkTables>(tx)
    .selectFrom('service')
    .select(['id', 'name', 'needs', 'settings', 'moud', 'medicines'])
    .where('organizationId', '=', sql<string>`actor_organization_id()`)
    .where(sql<boolean>`actor_keeps_listing(organization_id)`)
    .where('status', '=', 'active')
    .orderBy('name')
    .orderBy('id')
    .execute()
