import type { MemberActor } from '#kernel/actor.ts'
import type { Id } from '#kernel/ids.ts'
import type { Refusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { updateBreach } from './breach.store.ts'
import { type BreachFinding, FACTORS, type Factor } from './breach.ts'
import { recordBreach } from './record-breach.ts'

/**
 * Writes down the risk assessment of 45 CFR 164.402(2): all four factors, and what follows of them together. It can be
 * written anew while the breach is open.
 *
 * @returns `incomplete` with a sentence for each field that is missing
 */
export const assessBreach = (
  asActor: AsActor,
  actor: MemberActor,
  id: Id<'breach'>,
  assessment: Readonly<Record<Factor, string>> & { readonly finding: BreachFinding | undefined },
  now: Date,
): Promise<{ readonly assessed: true } | Refusal<'incomplete' | 'not-open'>> =>
  asActor(actor, async (tx) => {
    const { finding, ...factors } = assessment
    const fields = {
      ...Object.fromEntries(
        (Object.keys(FACTORS) as Factor[])
          .filter((factor) => factors[factor].trim() === '')
          .map((factor) => [factor, 'All four factors are needed: write what is known.']),
      ),
      ...(finding ? {} : { finding: 'Choose what follows of the four together.' }),
    }
    if (!finding || Object.keys(fields).length > 0) return { refused: 'incomplete', fields }
    const done = await updateBreach(tx, id, {
      ...{ nature: factors.nature.trim(), recipient: factors.recipient.trim() },
      ...{ acquired: factors.acquired.trim(), mitigated: factors.mitigated.trim() },
      ...{ finding, assessedByMemberId: actor.memberId, assessedAt: now },
    })
    if (!done) return { refused: 'not-open' }
    await recordBreach(tx, 'privacy.assess-breach', id, { finding })
    return { assessed: true }
  })
