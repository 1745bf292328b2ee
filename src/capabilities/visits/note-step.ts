import { record } from '#audit'
import type { MemberActor } from '#kernel/actor.ts'
import type { Refusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { lockVisit } from './care.store.ts'
import { findVisit } from './get-visit.ts'
import type { Ending } from './visit.ts'
import { NOW, updateVisit } from './visits.store.ts'

/** What a station notes with one press; an end says which. */
export type Step = 'comfort' | 'hospital' | 'fit' | 'promise' | 'items' | { readonly end: Ending }

const COLUMN = {
  comfort: 'comfortAt',
  hospital: 'hospitalAt',
  fit: 'fitAt',
  promise: 'promiseAt',
  items: 'itemsAt',
} as const

/**
 * Notes one step of a visit at the actor's station. Pressed twice it is noted once; out of its order it is refused, and
 * the database refuses it too.
 */
export const noteStep = (
  asActor: AsActor,
  actor: MemberActor,
  visitId: string,
  step: Step,
): Promise<{ readonly noted: boolean } | Refusal<'not-found' | 'not-now'>> =>
  asActor<{ readonly noted: boolean } | Refusal<'not-found' | 'not-now'>>(actor, async (tx) => {
    await lockVisit(tx, visitId)
    const visit = await findVisit(tx, actor, visitId)
    if (visit?.side !== 'station') return { refused: 'not-found' }
    const { noted, standing } = visit
    const isEnd = typeof step === 'object'
    const column = typeof step === 'object' ? 'endedAt' : COLUMN[step]
    if (noted[column] !== null)
      return isEnd && noted.endedAs !== step.end ? { refused: 'not-now' } : { noted: false }
    if (!standing.may.includes(isEnd ? 'end' : step)) return { refused: 'not-now' }
    await updateVisit(tx, visitId, column, { [column]: NOW, ...(isEnd ? { endedAs: step.end } : {}) })
    await record(tx, {
      ...{ action: 'visits.note', subjectKind: 'visit', subjectIds: [visitId], outcome: 'done' },
      ...{ dataClasses: ['own-submission'], detail: { step: isEnd ? `end-${step.end}` : step } },
    })
    return { noted: true }
  })
