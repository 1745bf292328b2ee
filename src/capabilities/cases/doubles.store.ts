import { sql } from 'kysely'
import { type Tx, tables } from '#platform/database/as-actor.ts'
import type { IdentityRow } from './cases.store.ts'
import type { CaseTables } from './cases.table.ts'

const db = (tx: Tx) => tables<CaseTables>(tx)

/** Who among the organization's own people may be the same, by how their name sounds or by the day they were born. */
export const selectDoubles = (tx: Tx, identity: IdentityRow, limit: number): Promise<IdentityRow[]> => {
  const { caseId, organizationId, bornOn, sounds } = identity
  if (sounds.length === 0 && bornOn === null) return Promise.resolve([])
  const sound = sql<boolean>`case_identity.sounds && ${sounds}::text[]`
  return (
    db(tx)
      .selectFrom('caseIdentity')
      .innerJoin('caseFile', 'caseFile.id', 'caseIdentity.caseId')
      .selectAll('caseIdentity')
      .where('caseIdentity.organizationId', '=', organizationId)
      .where('caseIdentity.caseId', '<>', caseId)
      .where('caseFile.mergedIntoId', 'is', null)
      // Another birth date is another person. With the same one, or one unknown, the name decides.
      .where((or) =>
        bornOn === null
          ? sound
          : or.or([
              or('caseIdentity.bornOn', '=', bornOn),
              or.and([or('caseIdentity.bornOn', 'is', null), sound]),
            ]),
      )
      .orderBy('caseIdentity.caseId')
      .limit(limit)
      .execute()
  )
}
