import type { MemberActor } from '#kernel/actor.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import type { FormFields } from '#platform/http/form-body.ts'
import { deleteEndedDrafts, selectDraft, selectNewestDraft, upsertDraft } from './draft.store.ts'
import { DROP_DRAFTS } from './referral-jobs.ts'

export type Draft = { readonly id: string; readonly fields: FormFields; readonly savedAt: Date }

/** Keeps what was typed so far, under the id that the referral will have. Its maker alone can read it. */
export const saveDraft = (
  asActor: AsActor,
  actor: MemberActor,
  id: string,
  fields: FormFields,
): Promise<void> =>
  asActor(actor, (tx) =>
    upsertDraft(tx, { id, jurisdictionId: actor.jurisdictionId, memberId: actor.memberId, fields }),
  )

/** One's own draft; undefined when it was sent, ended after 20 hours, or is somebody else's. */
export const findDraft = (asActor: AsActor, actor: MemberActor, id: string): Promise<Draft | undefined> =>
  asActor(actor, (tx) => selectDraft(tx, id))

/** The draft that a member worked on last. */
export const findNewestDraft = (
  asActor: AsActor,
  actor: MemberActor,
): Promise<{ id: string; savedAt: Date } | undefined> =>
  asActor(actor, (tx) => selectNewestDraft(tx, actor.memberId))

/** Deletes drafts that have ended. */
export const dropDrafts = (asActor: AsActor): Promise<void> =>
  asActor({ kind: 'job', name: DROP_DRAFTS.name }, deleteEndedDrafts)
