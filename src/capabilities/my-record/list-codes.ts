import { findMembers } from '#identity'
import type { MemberActor } from '#kernel/actor.ts'
import type { Id } from '#kernel/ids.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { listServed, type ServedPerson } from '#referrals'
import { selectGiven } from './access.store.ts'

/** Somebody whom the organization knows, with the code that it gave them, if they have one. */
export type PersonWithCode = ServedPerson & {
  readonly code: { readonly givenAt: Date; readonly by: string | undefined } | undefined
}

/** Everybody to whom the actor's organization can give a code, the last first; or only one of them. */
export const listCodes = async (
  asActor: AsActor,
  actor: MemberActor,
  personId?: Id<'person'>,
): Promise<PersonWithCode[]> => {
  const served = await listServed(asActor, actor, { purpose: 'giving people their own code', personId })
  return asActor(actor, async (tx) => {
    const given = new Map((await selectGiven(tx, actor.organizationId)).map((one) => [one.personId, one]))
    const members = await findMembers(tx, [
      ...new Set([...given.values()].map(({ issuedByMemberId }) => issuedByMemberId)),
    ])
    return served.map((person) => {
      const code = given.get(person.personId)
      return {
        ...person,
        code: code && { givenAt: code.issuedAt, by: members.get(code.issuedByMemberId)?.name },
      }
    })
  })
}
