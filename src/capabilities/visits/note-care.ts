import { record } from '#audit'
import type { MemberActor } from '#kernel/actor.ts'
import type { Refusal } from '#kernel/refusal.ts'
import { getService } from '#network'
import type { AsActor } from '#platform/database/as-actor.ts'
import { insertCareStep, lockVisit, selectCareSteps, selectPersonOf } from './care.store.ts'
import { type CareKind, canNote, careOf } from './care.ts'

export type NewCareStep = {
  /** Made by whoever notes it: sent twice, it is one. */
  readonly id: string
  readonly kind: CareKind
  readonly serviceId?: string | undefined
  readonly result?: string | undefined
  readonly days?: number | undefined
  readonly forAt?: Date | undefined
  /** When it was, where it is written down later. */
  readonly at?: Date | undefined
}

type NoteRefusal = Refusal<'not-found' | 'not-now' | 'no-such-place'>

/** Notes what happened: a call to a place, an offer, the way there, that somebody entered, stayed, was reached later. */
export const noteCare = (
  asActor: AsActor,
  actor: MemberActor,
  visitId: string,
  step: NewCareStep,
): Promise<{ readonly noted: boolean } | NoteRefusal> =>
  asActor<{ readonly noted: boolean } | NoteRefusal>(actor, async (tx) => {
    await lockVisit(tx, visitId)
    const person = await selectPersonOf(tx, visitId)
    if (!person) return { refused: 'not-found' }
    const steps = await selectCareSteps(tx, [visitId])
    if (steps.some(({ id }) => id === step.id)) return { noted: false }
    const { id, kind, serviceId, result, days, forAt, at } = step
    const care = careOf(person.beganAt, steps, at ?? new Date())
    if (!canNote(care, { kind, days: days ?? null })) return { refused: 'not-now' }
    if (serviceId && !(await getService(tx, serviceId))) return { refused: 'no-such-place' }
    const { jurisdictionId, organizationId, angelMemberId } = person
    const noted = await insertCareStep(tx, {
      ...{ id, visitId, jurisdictionId, organizationId, angelMemberId, kind, byMemberId: actor.memberId },
      ...{ serviceId: serviceId ?? null, result: result ?? null, days: days ?? null, forAt: forAt ?? null },
      ...(at ? { at } : {}),
    })
    if (noted)
      await record(tx, {
        ...{ action: 'visits.note-care', subjectKind: 'visit', subjectIds: [visitId], outcome: 'done' },
        ...{ dataClasses: ['placement'], detail: { step: kind } },
      })
    return { noted }
  })
