import type { MemberActor } from '#kernel/actor.ts'
import { addDays, dayAt } from '#kernel/calendar-day.ts'
import type { Id } from '#kernel/ids.ts'
import type { Refusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import type { FormFields } from '#platform/http/form-body.ts'
import { endOf, isInForce } from './agreement.ts'
import { formOf } from './agreement-form.ts'
import { selectAgreement, selectParties } from './agreements.store.ts'
import { isAnswering } from './who-answers.ts'
import { makeAgreement } from './write-agreement.ts'

const DAY_MS = 86_400_000

/**
 * The form of the agreement that would follow one: the same parties and terms, for as long again, from the moment at
 * which it ends, or at once where it no longer counts.
 *
 * @returns undefined when it is none of the actor's organization
 */
export const followingForm = (
  asActor: AsActor,
  actor: MemberActor,
  { id, zone }: { id: string; zone: string },
): Promise<FormFields | undefined> =>
  asActor(actor, async (tx) => {
    const agreement = await selectAgreement(tx, id)
    if (!agreement || !isAnswering(actor)) return undefined
    const partyIds = (await selectParties(tx, [id])).map((party) => party.organizationId)
    if (![agreement.organizationId, ...partyIds].includes(actor.organizationId)) return undefined
    const now = new Date()
    const began = agreement.startsAt ?? agreement.acceptedAt ?? agreement.madeAt
    const days = Math.max(1, Math.round((agreement.expiresAt.getTime() - began.getTime()) / DAY_MS))
    // The first moment after it: no hour between the two is without one.
    const after = new Date(endOf(agreement).getTime() + 1)
    const startsOn = isInForce(agreement, now) ? dayAt(after, zone) : undefined
    return formOf(
      {
        ...agreement,
        scope: agreement.scope ?? '',
        custody: agreement.custody ?? '',
        mayFlow: agreement.mayFlow ?? '',
        neverFlows: agreement.neverFlows ?? '',
        responseMinutes: agreement.responseMinutes ?? 0,
      },
      { partyIds, supersedesId: id, startsOn, endsOn: addDays(startsOn ?? dayAt(now, zone), days) },
    )
  })

/**
 * Renews an agreement: makes the one that follows it and asks its parties to sign.
 *
 * @param input.nextId made by the page, so that pressing twice makes one
 */
export const renewAgreement = async (
  asActor: AsActor,
  actor: MemberActor,
  { id, nextId, zone }: { id: string; nextId: Id<'agreement'>; zone: string },
): Promise<{ readonly id: string } | Refusal<'not-yours' | 'not-whole'>> => {
  const fields = await followingForm(asActor, actor, { id, zone })
  if (!fields) return { refused: 'not-yours' }
  return makeAgreement(asActor, actor, { id: nextId, fields })
}
