import { record } from '#audit'
import type { MemberActor } from '#kernel/actor.ts'
import type { Day } from '#kernel/calendar-day.ts'
import type { Refusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import type { Definition } from './definition.ts'
import { findPathway } from './list-pathways.ts'
import { shownOf } from './pathway.ts'
import { insertDraft, insertPathway } from './pathways.store.ts'
import { findTemplate } from './template-variants.ts'

/**
 * Makes a pathway for the manager's organization, as a draft: from a template, or as a copy of one that the county has.
 *
 * @param from.id made by whoever sends it: sent twice, it is one
 * @param from.source the id of a template, or of a pathway
 */
export const makePathway = (
  asActor: AsActor,
  actor: MemberActor,
  from: { readonly id: string; readonly source: string },
  today: Day,
): Promise<{ readonly id: string } | Refusal<'not-found'>> =>
  asActor<{ readonly id: string } | Refusal<'not-found'>>(actor, async (tx) => {
    const template = findTemplate(from.source)
    const copied = template ? undefined : await findPathway(tx, from.source)
    const shown = copied && shownOf(copied, today)
    const definition: Definition | undefined =
      template?.definition ?? (shown && { ...shown, name: `${shown.name.slice(0, 70)} (copy)` })
    if (!definition) return { refused: 'not-found' }
    const { jurisdictionId, organizationId, memberId } = actor
    const isNew = await insertPathway(tx, {
      ...{ id: from.id, jurisdictionId, organizationId, madeByMemberId: memberId },
      template: template?.id ?? copied?.template ?? from.source,
    })
    if (!isNew) return { id: from.id }
    await insertDraft(tx, {
      ...{ pathwayId: from.id, revision: 1, jurisdictionId, organizationId, savedByMemberId: memberId },
      definition: JSON.stringify(definition),
    })
    await record(tx, {
      ...{ action: 'pathways.make', subjectKind: 'pathway', subjectIds: [from.id], outcome: 'done' },
      detail: { template: template?.id ?? 'a-copy' },
    })
    return { id: from.id }
  })
