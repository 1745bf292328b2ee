import { record } from '#audit'
import type { MemberActor } from '#kernel/actor.ts'
import type { Id } from '#kernel/ids.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { endGiven, endOwn } from './access.store.ts'
import type { OpenRecord } from './open-record.ts'

/**
 * Takes back the code that the actor's organization gave a person: it opens nothing from the next statement on, and what
 * it had opened closes.
 *
 * @returns whether there was one
 */
export const takeBackCode = (
  asActor: AsActor,
  actor: MemberActor,
  personId: Id<'person'>,
): Promise<boolean> =>
  asActor(actor, async (tx) => {
    const ended = await endGiven(tx, { personId, organizationId: actor.organizationId })
    await record(tx, {
      action: 'my-record.take-back-code',
      subjectKind: 'person',
      subjectIds: [personId],
      outcome: ended.length > 0 ? 'done' : 'refused',
    })
    return ended.length > 0
  })

/** The person gives up the code that they came with, and every page that it opened closes. */
export const giveUpCode = (open: OpenRecord, asActor: AsActor): Promise<void> =>
  asActor(open.actor, async (tx) => {
    await endOwn(tx, open.actor.accessId)
    await record(tx, { action: 'my-record.give-up-code', outcome: 'done' })
  })
