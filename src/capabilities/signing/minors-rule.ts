import { record } from '#audit'
import { listCounties } from '#identity'
import type { Actor } from '#kernel/actor.ts'
import type { Refusal } from '#kernel/refusal.ts'
import type { AsActor, Tx } from '#platform/database/as-actor.ts'
import { deleteMinorsRule, insertMinorsRule, selectMinorsRule } from './minors-rule.store.ts'
import type { MinorsSign } from './signer.ts'

/**
 * Sets or takes away the county's rule by which somebody under 18 may sign a release. The federal rule leaves it to the
 * state (42 CFR 2.14), so without one nobody under 18 signs (P2-018).
 *
 * @param rule.county its name; capitals do not matter
 * @param rule.law the law of the state that says who signs and how; left out: the rule is taken away
 * @param rule.alone whether that law lets them sign without a parent; left out: both sign
 */
export const setMinorsRule = (
  asActor: AsActor,
  actor: Actor,
  rule: {
    readonly county: string
    readonly law?: string | undefined
    readonly alone?: boolean | undefined
  },
): Promise<{ readonly set: boolean } | Refusal<'no-such-county'>> =>
  asActor(actor, async (tx) => {
    const named = (await listCounties(tx)).find(
      ({ name }) => name.toLowerCase() === rule.county.toLowerCase(),
    )
    if (!named) return { refused: 'no-such-county' }
    const law = rule.law?.trim()
    await deleteMinorsRule(tx, named.id)
    if (law)
      await insertMinorsRule(tx, {
        jurisdictionId: named.id,
        law,
        signers: rule.alone ? 'alone' : 'with-parent',
      })
    await record(tx, {
      action: law ? 'consent.minors-allowed' : 'consent.minors-forbidden',
      subjectKind: 'county',
      subjectIds: [named.id],
      outcome: 'done',
      jurisdictionId: named.id,
    })
    return { set: Boolean(law) }
  })

/** Whom the rule of a county lets sign who is under 18, and the law that it names. */
export const findMinorsRule = async (
  tx: Tx,
  jurisdictionId: string,
): Promise<{ readonly sign: MinorsSign; readonly law?: string }> => {
  const rule = await selectMinorsRule(tx, jurisdictionId)
  return rule ? { sign: rule.signers, law: rule.law } : { sign: 'nobody' }
}
