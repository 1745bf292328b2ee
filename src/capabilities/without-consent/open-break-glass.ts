import { record } from '#audit'
import { getCounty } from '#identity'
import type { MemberActor } from '#kernel/actor.ts'
import type { Id } from '#kernel/ids.ts'
import type { Refusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { insertBreakGlass } from './break-glass.store.ts'
import { type BreakGlassInput, reviewDueAt } from './break-glass.ts'

/**
 * Opens, for a day, who knows a person, when a medical emergency leaves no time to ask them (42 CFR 2.51, P2-060). What
 * the law wants written down is written first; the privacy officer reviews it within a business day.
 *
 * @param actor a provider at a hospital or treatment provider; the database refuses everybody else
 * @param opening.id made by the page, so that pressing twice opens once
 */
export const openBreakGlass = async (
  asActor: AsActor,
  actor: MemberActor,
  { id, input, now }: { readonly id: Id<'break-glass'>; readonly input: BreakGlassInput; readonly now: Date },
): Promise<{ readonly id: string } | Refusal<'not-medical'>> => {
  const { cannotAsk, ...facts } = input
  try {
    return await asActor(actor, async (tx) => {
      const { timeZone } = await getCounty(tx, actor.jurisdictionId)
      const first = await insertBreakGlass(tx, {
        ...facts,
        id,
        jurisdictionId: actor.jurisdictionId,
        organizationId: actor.organizationId,
        memberId: actor.memberId,
        reviewDueAt: reviewDueAt(now, timeZone),
      })
      if (first)
        await record(tx, {
          action: 'without-consent.open',
          subjectKind: 'break-glass',
          subjectIds: [id],
          outcome: 'done',
          dataClasses: facts.dataClasses,
        })
      return { id }
    })
  } catch (fault) {
    if ((fault as { code?: unknown }).code === '42501') return { refused: 'not-medical' }
    throw fault
  }
}
