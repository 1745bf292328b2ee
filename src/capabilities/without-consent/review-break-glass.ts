import { record } from '#audit'
import { findMembers, findOrganizations } from '#identity'
import type { MemberActor } from '#kernel/actor.ts'
import type { Id } from '#kernel/ids.ts'
import type { Refusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { selectBreakGlasses, writeReview } from './break-glass.store.ts'

export type Finding = 'justified' | 'not-justified'

/** One opening in an emergency, as the privacy officer reviews it. */
export type GlassToReview = {
  readonly id: string
  readonly openedAt: Date
  readonly openUntil: Date
  readonly member: string
  readonly organization: string
  readonly personName: string
  readonly recipientName: string
  readonly recipientFacility: string
  readonly discloserName: string
  readonly emergency: string
  readonly dataClasses: readonly string[]
  readonly reviewDueAt: Date
  readonly reviewedAt: Date | null
  readonly finding: Finding | null
  readonly reviewNote: string | null
}

/**
 * What was opened in emergencies in the actor's county, for its privacy officer: what waits for its review first.
 *
 * @param which.id only this one
 */
export const listBreakGlass = (
  asActor: AsActor,
  actor: MemberActor,
  { limit = 500, id }: { readonly limit?: number; readonly id?: Id<'break-glass'> | undefined } = {},
): Promise<GlassToReview[]> =>
  asActor(actor, async (tx) => {
    const opened = await selectBreakGlasses(tx, limit, id)
    await record(tx, {
      action: 'without-consent.list',
      subjectKind: 'break-glass',
      subjectIds: opened.map(({ id }) => id),
      outcome: 'seen',
      dataClasses: ['ledger'],
    })
    const [members, organizations] = await Promise.all([
      findMembers(tx, [...new Set(opened.map(({ memberId }) => memberId))]),
      findOrganizations(tx, [...new Set(opened.map(({ organizationId }) => organizationId))]),
    ])
    return opened.map(
      ({ memberId, organizationId, jurisdictionId, reviewedByMemberId, isOpen, ...glass }) => ({
        ...glass,
        member: members.get(memberId)?.name ?? 'A member',
        organization: organizations.get(organizationId)?.name ?? 'An organization',
      }),
    )
  })

/** Keeps what the privacy officer found, once. Nobody reviews what they opened themselves. */
export const reviewBreakGlass = (
  asActor: AsActor,
  actor: MemberActor,
  review: { readonly id: Id<'break-glass'>; readonly finding: Finding; readonly note?: string | undefined },
): Promise<{ readonly reviewed: true } | Refusal<'not-to-review'>> =>
  asActor(actor, async (tx) => {
    const { id, finding, note } = review
    const reviewNote = note?.trim() || null
    const done = await writeReview(tx, id, { finding, reviewNote, reviewedByMemberId: actor.memberId })
    await record(tx, {
      action: 'without-consent.review',
      subjectKind: 'break-glass',
      subjectIds: [id],
      outcome: done ? 'done' : 'refused',
      dataClasses: ['ledger'],
      detail: { finding },
    })
    return done ? { reviewed: true } : { refused: 'not-to-review' }
  })
