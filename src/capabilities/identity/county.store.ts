import { sql } from 'kysely'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { IdentityTables } from './identity.table.ts'

export const selectCounty = (tx: Tx, id: string) =>
  tables<IdentityTables>(tx)
    .selectFrom('jurisdiction')
    .select([
      'id',
      'name',
      'state',
      'timeZone',
      'latitude',
      'longitude',
      'coordinatorEmail',
      sql<number>`extract(epoch from answer_within)::float8`.as('answerWithinSeconds'),
      sql<number>`extract(epoch from link_valid_for)::float8`.as('linkValidSeconds'),
    ])
    .where('id', '=', id)
    .executeTakeFirst()

export const selectOrganizations = (tx: Tx, ids: readonly string[]) =>
  tables<IdentityTables>(tx)
    .selectFrom('organization')
    .select(['id', 'jurisdictionId', 'name', 'kind', 'isCriminalJustice', 'phone', 'intakeEmail', 'closedAt'])
    .where('id', 'in', ids)
    .execute()

export const selectMembers = (tx: Tx, ids: readonly string[]) =>
  tables<IdentityTables>(tx)
    .selectFrom('member')
    .select(['id', 'name', 'roles', 'createdAt'])
    .where('id', 'in', ids)
    .execute()

export const selectColleagues = (tx: Tx, organizationIds: readonly string[]) =>
  tables<IdentityTables>(tx)
    .selectFrom('member')
    .select(['id', 'name', 'title', 'email', 'roles', 'organizationId', 'createdAt'])
    .where('organizationId', 'in', organizationIds)
    .where('disabledAt', 'is', null)
    .orderBy('name')
    .execute()

export const selectCounties = (tx: Tx) =>
  tables<IdentityTables>(tx)
    .selectFrom('jurisdiction')
    .select(['id', 'name', 'isDemo'])
    .orderBy('name')
    .execute()

export const selectOpenOrganizations = (tx: Tx) =>
  tables<IdentityTables>(tx)
    .selectFrom('organization')
    .select(['id', 'jurisdictionId', 'name', 'kind', 'isCriminalJustice', 'isPart2Program', 'phone'])
    .select('intakeEmail')
    .where('closedAt', 'is', null)
    .orderBy('name')
    .execute()
