import { record } from '#audit'
import type { MemberActor } from '#kernel/actor.ts'
import type { Id } from '#kernel/ids.ts'
import type { Refusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { findRequest, writeTaking } from './privacy-request.store.ts'

/**
 * Takes a request in hand, so that two of the office do not both work on it. Who takes it from a colleague has it.
 *
 * @returns refusals: `not-found` for what is not of the actor's county; `answered-before`
 */
export const takePrivacyRequest = (
  asActor: AsActor,
  actor: MemberActor,
  id: Id<'privacy-request'>,
): Promise<{ readonly taken: true } | Refusal<'not-found' | 'answered-before'>> =>
  asActor(actor, async (tx) => {
    if (!(await findRequest(tx, id))) return { refused: 'not-found' }
    const taken = await writeTaking(tx, id, actor.memberId)
    await record(tx, {
      action: 'my-record.take-request',
      subjectKind: 'privacy-request',
      subjectIds: [id],
      outcome: taken ? 'done' : 'refused',
    })
    return taken ? { taken: true } : { refused: 'answered-before' }
  })
