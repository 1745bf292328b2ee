import { record } from '#audit'
import { type Id, newId } from '#kernel/ids.ts'
import type { Tx } from '#platform/database/as-actor.ts'
import { insertDisclosure } from './consent.store.ts'
import { DISCLOSURE_NOTICE } from './disclosure-notice.ts'

export type Disclosure = {
  readonly personIds: readonly Id<'person'>[]
  readonly fromOrganizationId: Id<'organization'>
  readonly dataClasses: readonly string[]
  readonly purpose: string
  readonly channel: 'page' | 'api'
  /** The release line under which it is shown; without one, it is a referral read by the place that was asked. */
  readonly releaseLineId?: string
  /** For the audit record: what was opened. */
  readonly action: `${string}.${string}`
  readonly subjectKind: string
  readonly subjectIds: readonly string[]
}

/**
 * Writes in the ledger, and in the audit record, that the actor's organization is being shown what another holds.
 * Called in the transaction that reads it: if this cannot be written, nothing is shown.
 */
export const disclose = async (tx: Tx, disclosure: Disclosure): Promise<void> => {
  const { actor } = tx
  if (!('organizationId' in actor)) throw new Error('Only an organization can be shown what another holds.')
  await record(tx, {
    action: disclosure.action,
    subjectKind: disclosure.subjectKind,
    subjectIds: disclosure.subjectIds,
    outcome: 'seen',
    dataClasses: disclosure.dataClasses,
  })
  await insertDisclosure(tx, {
    id: newId(),
    jurisdictionId: actor.jurisdictionId,
    personIds: [...disclosure.personIds],
    fromOrganizationId: disclosure.fromOrganizationId,
    toOrganizationId: actor.organizationId,
    toMemberId: actor.kind === 'member' ? actor.memberId : null,
    basis: disclosure.releaseLineId ? 'release' : 'referral',
    releaseLineId: disclosure.releaseLineId ?? null,
    dataClasses: [...disclosure.dataClasses],
    purpose: disclosure.purpose,
    channel: disclosure.channel,
    noticeVersion: disclosure.releaseLineId ? DISCLOSURE_NOTICE.version : null,
    requestId: actor.trace?.requestId ?? null,
  })
}
