import { record } from '#audit'
import type { MemberActor } from '#kernel/actor.ts'
import type { Day } from '#kernel/calendar-day.ts'
import type { Refusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { definitionShape } from './definition.ts'
import { findEditable } from './edit-draft.ts'
import { faultsIn } from './faults.ts'
import { findPathway } from './list-pathways.ts'
import { deleteDraft, insertVersion, updateEndsOn } from './pathways.store.ts'

type Published = { readonly number: number }
type PublishRefusal = Refusal<'not-found' | 'changed-since' | 'has-faults' | 'fields-to-change'>

/**
 * Publishes a draft as the next version of its pathway. Whoever was referred before stays under the version that held
 * then: no version is ever changed.
 *
 * @param wish.id of the version, made by whoever sends it
 * @param wish.revision of the draft that was looked at
 * @param wish.from the first day on which it holds; undefined when what was typed is no day
 */
export const publishPathway = (
  asActor: AsActor,
  actor: MemberActor,
  pathwayId: string,
  wish: { readonly id: string; readonly revision: number; readonly from: Day | undefined },
  today: Day,
): Promise<Published | PublishRefusal> =>
  asActor<Published | PublishRefusal>(actor, async (tx) => {
    const before = (await findPathway(tx, pathwayId))?.versions.find(({ id }) => id === wish.id)
    if (before) return { number: before.number }
    const pathway = await findEditable(tx, pathwayId)
    if (!pathway) return { refused: 'not-found' }
    if (pathway.draft.revision !== wish.revision) return { refused: 'changed-since' }
    const definition = definitionShape.parse(pathway.draft.definition)
    if (faultsIn(definition).length > 0) return { refused: 'has-faults' }
    const latest = pathway.versions[0]
    const { from } = wish
    const says =
      from === undefined
        ? 'Give the day from which it holds, such as 12 1 2026.'
        : from < today
          ? 'This day is over. Give today or a later day.'
          : latest && from < latest.effectiveFrom
            ? `Version ${latest.number} begins later than that. Give its first day or a later one.`
            : undefined
    if (from === undefined || says) return { refused: 'fields-to-change', fields: { from: says ?? '' } }
    const number = (latest?.number ?? 0) + 1
    const { jurisdictionId, organizationId, memberId } = actor
    const isNew = await insertVersion(tx, {
      ...{ id: wish.id, pathwayId, jurisdictionId, organizationId, number, effectiveFrom: from },
      ...{ definition: JSON.stringify(definition), publishedByMemberId: memberId },
    })
    if (!isNew) return { refused: 'changed-since' }
    await deleteDraft(tx, pathwayId)
    // What was ended and is published anew goes on.
    if (pathway.endsOn !== null && pathway.endsOn < from) await updateEndsOn(tx, pathwayId, null)
    await record(tx, {
      ...{ action: 'pathways.publish', subjectKind: 'pathway', subjectIds: [pathwayId], outcome: 'done' },
      detail: { number, from },
    })
    return { number }
  })

/**
 * Says on which day a pathway ends, or that it goes on. Referrals under way stay as they are.
 *
 * @param endsOn its last day, today or later; null: it goes on
 */
export const endPathway = (
  asActor: AsActor,
  actor: MemberActor,
  pathwayId: string,
  endsOn: Day | null | undefined,
  today: Day,
): Promise<{ readonly endsOn: Day | null } | Refusal<'not-found' | 'fields-to-change'>> =>
  asActor<{ readonly endsOn: Day | null } | Refusal<'not-found' | 'fields-to-change'>>(actor, async (tx) => {
    if (endsOn === undefined || (endsOn !== null && endsOn < today))
      return {
        refused: 'fields-to-change',
        fields: { 'ends-on': 'Give its last day: today or a later one.' },
      }
    if (!(await updateEndsOn(tx, pathwayId, endsOn))) return { refused: 'not-found' }
    await record(tx, {
      ...{ action: 'pathways.end', subjectKind: 'pathway', subjectIds: [pathwayId], outcome: 'done' },
      detail: endsOn === null ? { goesOn: true } : { endsOn },
    })
    return { endsOn }
  })
