import { record } from '#audit'
import type { MemberActor } from '#kernel/actor.ts'
import type { Refusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { endNow } from './agreements.store.ts'
import { isAnswering } from './who-answers.ts'

export const LONGEST_REASON = 500

/**
 * Ends an agreement before its time, or takes one back that still waits for signatures: by a party, or by whoever made
 * it. It counts from this moment: what needs the agreement is refused at once.
 */
export const endAgreement = (
  asActor: AsActor,
  actor: MemberActor,
  { id, because }: { id: string; because: string },
): Promise<{ readonly id: string } | Refusal<'no-reason' | 'not-yours-to-end'>> =>
  asActor<{ readonly id: string } | Refusal<'no-reason' | 'not-yours-to-end'>>(actor, async (tx) => {
    if (!isAnswering(actor)) return { refused: 'not-yours-to-end' }
    if (!because || because.length > LONGEST_REASON)
      return {
        refused: 'no-reason',
        fields: { because: `Write why, in ${LONGEST_REASON} characters at most. The other parties read it.` },
      }
    if (!(await endNow(tx, id, because))) return { refused: 'not-yours-to-end' }
    await record(tx, {
      action: 'agreements.end',
      subjectKind: 'agreement',
      subjectIds: [id],
      outcome: 'done',
    })
    return { id }
  })
