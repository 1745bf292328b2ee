import { record } from '#audit'
import type { MemberActor } from '#kernel/actor.ts'
import type { Refusal } from '#kernel/refusal.ts'
import { type Answers, type Definition, decisionOf, findVersion, listPathwayChoice } from '#pathways'
import type { AsActor, Tx } from '#platform/database/as-actor.ts'
import { lockVisit } from './care.store.ts'
import { askedHere } from './criteria.ts'
import { findVisit } from './get-visit.ts'
import { NOW, updateVisit } from './visits.store.ts'

export type Criteria = { readonly versionId: string; readonly definition: Definition }

/** The criteria of self-referral that the county publishes today, as far as a visit has to ask them; undefined where it publishes none. */
export const findCriteria = async (
  tx: Tx,
  actor: MemberActor,
  zone: string,
): Promise<Criteria | undefined> => {
  const { pathways } = await listPathwayChoice(tx, actor, zone)
  for (const { versionId } of pathways) {
    const definition = (await findVersion(tx, versionId))?.definition
    if (definition?.kind === 'self-referral') return { versionId, definition: askedHere(definition) }
  }
  return undefined
}

type DecideRefusal = Refusal<'not-found' | 'not-now' | 'unfinished'>

/**
 * Notes what the criteria come to, under the version that holds today. The answers are not kept, nor what a check of
 * records came to; that a warrant check was asked is counted. Where nothing is published nobody is turned away.
 */
export const decideCriteria = (
  asActor: AsActor,
  actor: MemberActor,
  visitId: string,
  { answers, zone }: { readonly answers: Answers; readonly zone: string },
): Promise<{ readonly outcome: string } | DecideRefusal> =>
  asActor<{ readonly outcome: string } | DecideRefusal>(actor, async (tx) => {
    await lockVisit(tx, visitId)
    const visit = await findVisit(tx, actor, visitId)
    if (visit?.side !== 'station') return { refused: 'not-found' }
    if (visit.noted.outcome) return { outcome: visit.noted.outcome }
    if (!visit.standing.may.includes('decide')) return { refused: 'not-now' }
    const criteria = await findCriteria(tx, actor, zone)
    const finding = criteria && decisionOf(criteria.definition, answers)
    if (criteria && !finding) return { refused: 'unfinished' }
    const outcome = finding?.outcome ?? 'eligible'
    await updateVisit(tx, visitId, 'decidedAt', {
      ...{ outcome, decidedAt: NOW as never, decidedByMemberId: actor.memberId },
      ...(criteria ? { pathwayVersionId: criteria.versionId } : {}),
    })
    const asked = finding ? [...finding.met, ...finding.missed] : []
    await record(tx, {
      ...{ action: 'visits.decide', subjectKind: 'visit', subjectIds: [visitId], outcome: 'done' },
      dataClasses: ['own-submission'],
      detail: { result: outcome, warrantCheck: asked.some(({ check }) => check === 'warrant') },
    })
    return { outcome }
  })

/** A sergeant lets somebody take part who is presumptively ineligible; never whoever decided it. */
export const overrideCriteria = (
  asActor: AsActor,
  actor: MemberActor,
  visitId: string,
): Promise<{ readonly noted: boolean } | Refusal<'not-found' | 'not-now' | 'not-yours'>> =>
  asActor<{ readonly noted: boolean } | Refusal<'not-found' | 'not-now' | 'not-yours'>>(actor, async (tx) => {
    await lockVisit(tx, visitId)
    const visit = await findVisit(tx, actor, visitId)
    if (visit?.side !== 'station') return { refused: 'not-found' }
    if (visit.noted.overriddenAt) return { noted: false }
    if (!visit.standing.may.includes('override')) return { refused: 'not-now' }
    if (!mayOverride(actor, visit.noted)) return { refused: 'not-yours' }
    await updateVisit(tx, visitId, 'overriddenAt', {
      ...{ overriddenAt: NOW as never, overriddenByMemberId: actor.memberId },
    })
    await record(tx, {
      ...{ action: 'visits.override', subjectKind: 'visit', subjectIds: [visitId], outcome: 'done' },
      dataClasses: ['own-submission'],
    })
    return { noted: true }
  })

/** Whether the actor may override: a sergeant, and not whoever asked. */
export const mayOverride = (
  actor: MemberActor,
  { decidedByMemberId }: { readonly decidedByMemberId: string | null },
): boolean => actor.roles.includes('sergeant') && decidedByMemberId !== actor.memberId
