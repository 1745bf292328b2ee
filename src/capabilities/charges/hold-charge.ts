import { record } from '#audit'
import type { MemberActor } from '#kernel/actor.ts'
import type { Id } from '#kernel/ids.ts'
import type { Refusal } from '#kernel/refusal.ts'
import type { AsActor, Tx } from '#platform/database/as-actor.ts'
import { disposeHeldCharge, insertHeldCharge, selectHeldCharges } from './held-charge.store.ts'

export type HeldCharge = Awaited<ReturnType<typeof selectHeldCharges>>[number]
export type Disposition = 'not-filed' | 'filed' | 'dismissed'

/**
 * Records that a prosecutor or court holds a charge on condition that the person takes part, as they told the program:
 * the ground of every release under 2.35 (P2-041). Police and courts cannot record it here.
 *
 * @param charge.reference what that office calls it; never a SID, FBI or NCIC number
 * @param charge.decideBy when the office decides, if it said so
 */
export const holdCharge = (
  asActor: AsActor,
  actor: MemberActor,
  charge: {
    readonly id: Id<'held-charge'>
    readonly personId: Id<'person'>
    readonly heldByOrganizationId: Id<'organization'>
    readonly reference: string
    readonly decideBy?: Date | undefined
  },
): Promise<{ readonly id: string }> =>
  asActor(actor, async (tx) => {
    const first = await insertHeldCharge(tx, {
      id: charge.id,
      jurisdictionId: actor.jurisdictionId,
      personId: charge.personId,
      organizationId: actor.organizationId,
      heldByOrganizationId: charge.heldByOrganizationId,
      reference: charge.reference.trim(),
      decideBy: charge.decideBy ?? null,
      recordedByMemberId: actor.memberId,
    })
    if (first)
      await record(tx, {
        action: 'consent.hold-charge',
        subjectKind: 'person',
        subjectIds: [charge.personId],
        outcome: 'done',
        dataClasses: ['legal'],
      })
    return { id: charge.id }
  })

/**
 * Records what was decided about a held charge, once. Every release under 2.35 for it ends in the same transaction
 * (P2-040), for the next statement of anybody.
 */
export const disposeCharge = (
  asActor: AsActor,
  actor: MemberActor,
  id: Id<'held-charge'>,
  disposition: Disposition,
): Promise<{ readonly personId: string } | Refusal<'not-held'>> =>
  asActor(actor, async (tx) => {
    const decided = await disposeHeldCharge(tx, id, { disposition, disposedByMemberId: actor.memberId })
    await record(tx, {
      action: 'consent.dispose-charge',
      subjectKind: 'held-charge',
      subjectIds: [id],
      outcome: decided ? 'done' : 'refused',
      dataClasses: ['legal', 'releases'],
    })
    return decided ?? { refused: 'not-held' }
  })

/** The charges that are or were held for a person, as the actor's organization keeps them, the newest first. */
export const listHeldCharges = (tx: Tx, personId: string): Promise<HeldCharge[]> =>
  selectHeldCharges(tx, personId)
