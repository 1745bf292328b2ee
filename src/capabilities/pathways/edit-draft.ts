import { record } from '#audit'
import type { MemberActor } from '#kernel/actor.ts'
import type { Day } from '#kernel/calendar-day.ts'
import { isRefusal, type Refusal } from '#kernel/refusal.ts'
import type { AsActor, Tx } from '#platform/database/as-actor.ts'
import { type Change, changed } from './change.ts'
import type { Definition } from './definition.ts'
import { findPathway } from './list-pathways.ts'
import { type Pathway, shownOf } from './pathway.ts'
import { type DraftRow, deleteDraft, insertDraft } from './pathways.store.ts'

export type Editable = Pathway & { readonly draft: DraftRow }
export type EditRefusal = Refusal<'not-found' | 'changed-since' | 'fields-to-change'>

/** A pathway whose draft the actor may edit; undefined for one that another organization keeps, or that has no draft. */
export const findEditable = async (tx: Tx, id: string): Promise<Editable | undefined> => {
  const pathway = await findPathway(tx, id)
  return pathway?.draft && { ...pathway, draft: pathway.draft }
}

/** Begins a draft from what is live, where there is none; what is live stays as it is until the draft is published. */
export const beginDraft = (
  asActor: AsActor,
  actor: MemberActor,
  id: string,
  today: Day,
): Promise<{ readonly id: string } | Refusal<'not-found'>> =>
  asActor<{ readonly id: string } | Refusal<'not-found'>>(actor, async (tx) => {
    const pathway = await findPathway(tx, id)
    const shown = pathway && shownOf(pathway, today)
    if (!shown || pathway.organizationId !== actor.organizationId) return { refused: 'not-found' }
    if (!pathway.draft) await save(tx, actor, id, 1, pathway.versions[0]?.definition ?? shown)
    return { id }
  })

/**
 * Changes one part of a draft and saves it as its next revision.
 *
 * @param revision of the draft that the change was made on: where somebody else was quicker it is refused, and nothing of
 *   theirs is lost
 */
export const editDraft = (
  asActor: AsActor,
  actor: MemberActor,
  id: string,
  revision: number,
  change: Change,
): Promise<{ readonly revision: number } | EditRefusal> =>
  asActor<{ readonly revision: number } | EditRefusal>(actor, async (tx) => {
    const pathway = await findEditable(tx, id)
    if (!pathway) return { refused: 'not-found' }
    if (pathway.draft.revision !== revision) return { refused: 'changed-since' }
    const next = changed(pathway.draft.definition, change)
    if (isRefusal(next)) return next
    const saved = await save(tx, actor, id, revision + 1, next)
    return saved ? { revision: revision + 1 } : { refused: 'changed-since' }
  })

/** Takes back the last step of a draft; the first stays. */
export const undoDraft = (
  asActor: AsActor,
  actor: MemberActor,
  id: string,
  revision: number,
): Promise<{ readonly undone: boolean }> =>
  asActor(actor, async (tx) => {
    const undone = revision > 1 && (await deleteDraft(tx, id, revision))
    if (undone) await note(tx, 'pathways.undo', id, revision)
    return { undone }
  })

/** Throws a draft away, where something was published already; what is live stays. */
export const dropDraft = (asActor: AsActor, actor: MemberActor, id: string): Promise<void> =>
  asActor(actor, async (tx) => {
    const pathway = await findEditable(tx, id)
    if (!pathway || pathway.versions.length === 0) return
    await deleteDraft(tx, id)
    await note(tx, 'pathways.drop-draft', id, pathway.draft.revision)
  })

const save = async (
  tx: Tx,
  actor: MemberActor,
  pathwayId: string,
  revision: number,
  definition: Definition,
): Promise<boolean> => {
  const { jurisdictionId, organizationId, memberId: savedByMemberId } = actor
  const isNew = await insertDraft(tx, {
    ...{ pathwayId, revision, jurisdictionId, organizationId, savedByMemberId },
    definition: JSON.stringify(definition),
  })
  if (isNew) await note(tx, 'pathways.edit', pathwayId, revision)
  return isNew
}

const note = (tx: Tx, action: `pathways.${string}`, id: string, revision: number) =>
  record(tx, {
    ...{ action, subjectKind: 'pathway', subjectIds: [id], outcome: 'done' },
    detail: { revision },
  })
