import { record } from '#audit'
import { listSignedReleases, type SignedRelease } from '#consent'
import { type DisclosureLine, listDisclosures } from '#disclosures'
import { findOrganizations } from '#identity'
import type { AsActor } from '#platform/database/as-actor.ts'
import { listOwnHandoffs, type OwnHandoff } from '#referrals'
import { listPrivacyRequests } from './list-privacy-requests.ts'
import type { OpenRecord } from './open-record.ts'
import { accountingFrom, type PrivacyRequest } from './privacy-request.ts'

/** One time that something was told: which organizations, what, when, why. No member's name, and nobody else's id. */
export type Look = Pick<DisclosureLine, 'id' | 'at' | 'from' | 'to' | 'basis' | 'dataClasses' | 'purpose'>

export type OwnRecord = {
  readonly handoffs: readonly OwnHandoff[]
  readonly releases: readonly SignedRelease[]
  readonly looks: readonly Look[]
  readonly requests: readonly PrivacyRequest[]
  /** Who gave the code, to whom a question can go. */
  readonly helper: { readonly name: string; readonly phone: string | null }
}

/** The most that the ledger gives at once. */
export const MOST_LOOKS = 500

/** Everything that a person's own page shows. That they looked is recorded first. */
export const readRecord = async (open: OpenRecord, asActor: AsActor, now: Date): Promise<OwnRecord> => {
  const { personId } = open.actor
  const own = await asActor(open.actor, async (tx) => {
    await record(tx, {
      action: 'my-record.read',
      outcome: 'seen',
      dataClasses: ['releases', 'ledger', 'handoff'],
    })
    const organizations = await findOrganizations(tx, [open.organizationId])
    const helper = organizations.get(open.organizationId)
    return {
      handoffs: await listOwnHandoffs(tx, personId),
      releases: await listSignedReleases(tx, { personId }),
      helper: { name: helper?.name ?? '', phone: helper?.phone ?? null },
    }
  })
  return {
    ...own,
    looks: await readLooks(open, asActor, now),
    requests: await listPrivacyRequests(asActor, open.actor),
  }
}

/** Who was told what in the last three years, the newest first (42 CFR 2.25, P2-061). */
export const readLooks = async (open: OpenRecord, asActor: AsActor, now: Date): Promise<Look[]> => {
  const { personId } = open.actor
  const lines = await listDisclosures(asActor, open.actor, {
    personId,
    from: accountingFrom(now),
    limit: MOST_LOOKS,
  })
  // A line can be about several people at once; of the others not even their number is passed on.
  return lines.map(({ id, at, from, to, basis, dataClasses, purpose }) => ({
    id,
    at,
    from,
    to,
    basis,
    dataClasses,
    purpose,
  }))
}
