import { record } from '#audit'
import { addPerson } from '#consent'
import type { MemberActor } from '#kernel/actor.ts'
import { derivedId } from '#kernel/ids.ts'
import type { Refusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { insertPersonOf, lockVisit, selectPeople, selectPersonOf } from './care.store.ts'
import { findVisit } from './get-visit.ts'

const MOST_PEOPLE = 500

/** Whom the program met: somebody new, or somebody who came before; a return is a visit, and no failure. */
export type WhoCame = {
  readonly called: string | undefined
  readonly reach: string | undefined
  /** The earlier visit of the same person, as they say it themselves. */
  readonly sameAsVisitId: string | undefined
  /** When they met, where it is written down later. */
  readonly metAt?: Date | undefined
}

/**
 * The angel who is there writes down whom they met. Of somebody who asks for their family there is no record: then
 * this is refused, and the database refuses it too.
 */
export const beginIntake = (
  asActor: AsActor,
  actor: MemberActor,
  visitId: string,
  who: WhoCame,
): Promise<{ readonly personId: string } | Refusal<'not-found' | 'not-now' | 'family'>> =>
  asActor<{ readonly personId: string } | Refusal<'not-found' | 'not-now' | 'family'>>(actor, async (tx) => {
    await lockVisit(tx, visitId)
    const visit = await findVisit(tx, actor, visitId)
    if (visit?.side !== 'program') return { refused: 'not-found' }
    if (visit.noted.asks === 'family') return { refused: 'family' }
    const before = await selectPersonOf(tx, visitId)
    if (before) return { personId: before.personId }
    if (!visit.calls.some((call) => call.angelMemberId === actor.memberId && call.hereSaidByAngelAt))
      return { refused: 'not-now' }
    const earlier = who.sameAsVisitId
      ? (await selectPeople(tx, MOST_PEOPLE)).find((one) => one.visitId === who.sameAsVisitId)
      : undefined
    if (who.sameAsVisitId && !earlier) return { refused: 'not-found' }
    const personId = earlier?.personId ?? derivedId<'person'>('person', `visit ${visitId}`)
    if (!earlier) await addPerson(tx, personId)
    const { jurisdictionId, organizationId, memberId } = actor
    await insertPersonOf(tx, {
      ...{ visitId, jurisdictionId, organizationId, angelMemberId: memberId, personId },
      ...{ called: who.called ?? earlier?.called ?? null, reach: who.reach ?? earlier?.reach ?? null },
      isReturn: earlier !== undefined,
      ...(who.metAt ? { beganAt: who.metAt } : {}),
    })
    await record(tx, {
      ...{ action: 'visits.begin-intake', subjectKind: 'visit', subjectIds: [visitId], outcome: 'done' },
      ...{ dataClasses: ['identity'], detail: { isReturn: earlier !== undefined } },
    })
    return { personId }
  })
