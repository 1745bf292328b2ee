import { findOrganizations } from '#identity'
import type { Id } from '#kernel/ids.ts'
import type { Tx } from '#platform/database/as-actor.ts'
import { selectAbout } from './own-handoffs.store.ts'
import type { StepName } from './referral.ts'
import { selectSteps } from './referrals.store.ts'

type Place = { readonly name: string; readonly phone: string | null }

/** What happens with one referral, as the person whom it is about may know it: no member's name, and no reason for a no. */
export type OwnHandoff = {
  readonly id: string
  readonly from: Place
  readonly to: Place
  readonly submittedAt: Date
  /** By when the place answers. */
  readonly answerDueAt: Date
  readonly withdrawnAt: Date | null
  /** The day on which the place expects them, if it named one: YYYY-MM-DD. */
  readonly forDate: string | null
  readonly steps: readonly { readonly step: StepName; readonly at: Date; readonly by: string | null }[]
}

/** What was asked for a person and what came of it, the newest first, as far as the actor may know: the person all of it. */
export const listOwnHandoffs = async (tx: Tx, personId: Id<'person'>): Promise<OwnHandoff[]> => {
  const rows = await selectAbout(tx, personId)
  const steps = Map.groupBy(
    await selectSteps(
      tx,
      rows.map(({ id }) => id),
    ),
    ({ referralId }) => referralId,
  )
  const organizations = await findOrganizations(tx, [
    ...new Set(rows.flatMap((row) => [row.fromOrganizationId, row.toOrganizationId])),
  ])
  const placeOf = (id: string): Place => ({
    name: organizations.get(id)?.name ?? 'An organization',
    phone: organizations.get(id)?.phone ?? null,
  })
  return rows.map((row) => ({
    id: row.id,
    from: placeOf(row.fromOrganizationId),
    to: placeOf(row.toOrganizationId),
    submittedAt: row.submittedAt,
    answerDueAt: row.answerDueAt,
    withdrawnAt: row.withdrawnAt,
    forDate: row.forDate,
    steps: (steps.get(row.id) ?? []).map(({ step, at, byOrganizationId }) => ({
      step,
      at,
      by: byOrganizationId ? placeOf(byOrganizationId).name : null,
    })),
  }))
}
