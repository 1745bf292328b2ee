import { disclose } from '#disclosures'
import { findOrganizations } from '#identity'
import type { MemberActor } from '#kernel/actor.ts'
import type { Id } from '#kernel/ids.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { selectServed } from './own-handoffs.store.ts'

/** Somebody whom the actor's organization referred or took on. */
export type ServedPerson = {
  readonly personId: Id<'person'>
  /** What they want to be called, where the actor may know it. */
  readonly name: string | undefined
  /** Who referred them: the actor's own organization, or another. */
  readonly from: string
  readonly submittedAt: Date
}

/** More than anybody walks with at once. */
const MOST = 200

/**
 * Everybody whom the actor's organization referred or took on, the last first. Those whom another organization entered are
 * written in the ledger before they are shown.
 *
 * @param asked.purpose why, for the ledger
 * @param asked.personId only this one, so that the ledger tells of nobody who was not looked at
 */
export const listServed = (
  asActor: AsActor,
  actor: MemberActor,
  asked: { readonly purpose: string; readonly personId?: Id<'person'> | undefined },
): Promise<ServedPerson[]> =>
  asActor(actor, async (tx) => {
    const rows = await selectServed(tx, actor.organizationId, {
      personId: asked.personId,
      limit: MOST,
    })
    await disclose(tx, {
      shown: rows
        .filter(({ fromOrganizationId }) => fromOrganizationId !== actor.organizationId)
        .map(({ referralId, ...row }) => ({ ...row, subjectId: referralId })),
      dataClasses: ['identity'],
      purpose: asked.purpose,
      channel: 'page',
      action: 'referrals.list-served',
      subjectKind: 'referral',
    })
    const organizations = await findOrganizations(tx, [
      ...new Set(rows.map(({ fromOrganizationId }) => fromOrganizationId)),
    ])
    return rows.map((row) => ({
      personId: row.personId,
      name: row.name ?? undefined,
      from: organizations.get(row.fromOrganizationId)?.name ?? 'An organization',
      submittedAt: row.submittedAt,
    }))
  })
