import { record } from '#audit'
import type { Actor } from '#kernel/actor.ts'
import type { DataClass } from '#kernel/data-classes.ts'
import type { Id } from '#kernel/ids.ts'
import type { Refusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { insertRestriction, liftRestrictionRow, selectRestrictions } from './restriction.store.ts'

export type Restriction = Awaited<ReturnType<typeof selectRestrictions>>[number]

/**
 * Keeps that a person asked an organization not to share something, although a release lists it (42 CFR 2.26, P2-064).
 * It holds at once, for lines that are there and for those that come. An emergency passes it (2.26(a)(3)).
 *
 * @param actor the person themselves, or a member of the organization that is asked, who records it
 * @param asked.id made by the page, so that pressing twice asks once
 * @param asked.recipientOrganizationId with whom not to share; left out: with nobody
 */
export const restrictRelease = async (
  asActor: AsActor,
  actor: Actor,
  asked: {
    readonly id: Id<'release-restriction'>
    readonly personId: Id<'person'>
    readonly fromOrganizationId: Id<'organization'>
    readonly recipientOrganizationId?: Id<'organization'> | undefined
    readonly dataClasses: readonly DataClass[]
    readonly how?: 'written' | 'oral' | undefined
  },
): Promise<{ readonly id: string } | Refusal<'may-not-restrict' | 'nothing-to-restrict'>> => {
  if (asked.dataClasses.length === 0) return { refused: 'nothing-to-restrict' }
  if (actor.kind !== 'person' && actor.kind !== 'member') return { refused: 'may-not-restrict' }
  const by =
    actor.kind === 'person'
      ? { askedHow: 'my-record' as const, recordedByMemberId: null }
      : { askedHow: asked.how ?? ('oral' as const), recordedByMemberId: actor.memberId }
  return asActor(actor, async (tx) => {
    const first = await insertRestriction(tx, {
      ...by,
      id: asked.id,
      jurisdictionId: actor.jurisdictionId,
      personId: asked.personId,
      fromOrganizationId: asked.fromOrganizationId,
      recipientOrganizationId: asked.recipientOrganizationId ?? null,
      dataClasses: [...new Set(asked.dataClasses)],
    })
    if (first)
      await record(tx, {
        action: 'consent.restrict',
        subjectKind: 'person',
        subjectIds: [asked.personId],
        outcome: 'done',
        dataClasses: ['releases', ...asked.dataClasses],
        detail: { how: by.askedHow },
      })
    return { id: asked.id }
  })
}

/** Takes a restriction away again, at the person's word, for good. Lifting what was lifted changes nothing. */
export const liftRestriction = (
  asActor: AsActor,
  actor: Actor,
  id: Id<'release-restriction'>,
): Promise<{ readonly lifted: boolean }> =>
  asActor(actor, async (tx) => {
    const lifted = await liftRestrictionRow(tx, id)
    await record(tx, {
      action: 'consent.lift-restriction',
      subjectKind: 'release-restriction',
      subjectIds: [id],
      outcome: lifted ? 'done' : 'refused',
      dataClasses: ['releases'],
    })
    return { lifted }
  })

/** What a person asked not to be shared, the newest first, as far as the actor may know: lifted ones too. */
export const listRestrictions = (
  asActor: AsActor,
  actor: Actor,
  personId: Id<'person'>,
): Promise<Restriction[]> => asActor(actor, (tx) => selectRestrictions(tx, personId))
