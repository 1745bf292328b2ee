import { heldBy } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import type { Tx } from '#platform/database/as-actor.ts'
import { insertRecord } from './audit.store.ts'
import { type AuditEntry, checkDetail } from './audit-entry.ts'

/**
 * Writes down who did or saw what, in the transaction in which it happens: if this cannot be written, nothing is done
 * and nothing is shown. Before showing what another organization holds, record first, then read.
 *
 * @throws when the detail could name somebody, or when the database refuses the record
 */
export const record = async (tx: Tx, entry: AuditEntry): Promise<void> => {
  const { actor } = tx
  const detail = entry.detail ?? {}
  checkDetail(detail)
  await insertRecord(tx, {
    id: newId(),
    jurisdictionId: 'jurisdictionId' in actor ? actor.jurisdictionId : (entry.jurisdictionId ?? null),
    actorKind: actor.kind,
    memberId: actor.kind === 'member' ? actor.memberId : null,
    organizationId: 'organizationId' in actor ? actor.organizationId : null,
    holdingId: heldBy(actor),
    job: actor.kind === 'job' ? actor.name : null,
    action: entry.action,
    subjectKind: entry.subjectKind ?? null,
    subjectIds: entry.subjectIds ?? [],
    outcome: entry.outcome,
    dataClasses: entry.dataClasses ?? [],
    detail: JSON.stringify(detail),
    requestId: actor.trace?.requestId ?? null,
    source: actor.trace?.source ?? null,
  })
}
