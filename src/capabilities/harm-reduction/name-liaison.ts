import { record } from '#audit'
import { listColleagues } from '#identity'
import type { MemberActor } from '#kernel/actor.ts'
import type { Refusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { namesOf } from './add-holder.ts'
import { stockOf } from './read-stock.ts'
import { insertLiaison, selectLiaisons } from './stock.store.ts'

/** Names who looks after the organization's kits from now on, whoever did before. */
export const nameLiaison = (
  asActor: AsActor,
  actor: MemberActor,
  input: { readonly id: string; readonly memberId: string },
): Promise<{ readonly id: string } | Refusal<'not-found'>> =>
  asActor<{ readonly id: string } | Refusal<'not-found'>>(actor, async (tx) => {
    const colleagues = await listColleagues(tx, [actor.organizationId])
    if (!colleagues.some(({ id }) => id === input.memberId)) return { refused: 'not-found' }
    await insertLiaison(tx, {
      ...{ ...input, jurisdictionId: actor.jurisdictionId, organizationId: actor.organizationId },
      namedByMemberId: actor.memberId,
    })
    await record(tx, {
      ...{ action: 'harm-reduction.name-liaison', subjectKind: 'naloxone-liaison', subjectIds: [input.id] },
      outcome: 'done',
    })
    return { id: input.id }
  })

/** Who carries what, and who looks after it: the liaison, those before, and whether the account still works. */
export const readRoster = (asActor: AsActor, actor: MemberActor, today: string) =>
  asActor(actor, async (tx) => {
    const [stock, liaisons, colleagues] = await Promise.all([
      stockOf(tx, actor.organizationId, today),
      selectLiaisons(tx, actor.organizationId, 5),
      listColleagues(tx, [actor.organizationId]),
    ])
    const nameOf = await namesOf(
      tx,
      liaisons.map(({ memberId }) => memberId),
    )
    return {
      ...{ carriers: stock.holders.filter(({ kind }) => kind === 'member'), colleagues },
      liaisons: liaisons.map((one) => ({
        ...{ name: nameOf(one.memberId), since: one.namedAt, memberId: one.memberId },
        worksHere: colleagues.some(({ id }) => id === one.memberId),
      })),
    }
  })
