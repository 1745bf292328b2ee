import type { Actor, MemberActor } from '#kernel/actor.ts'
import { type Id, newId } from '#kernel/ids.ts'
import type { Refusal } from '#kernel/refusal.ts'
import type { AsActor, Tx } from '#platform/database/as-actor.ts'
import { recordMember } from './record-member.ts'
import {
  deleteLinksOf,
  findColleague,
  findLinkOf,
  findMemberOf,
  findProviderOf,
  insertLink,
  listColleagues,
} from './sign-on.store.ts'

/** A member of whom somebody else says which account is theirs: by address, or by id within one's own organization. */
export type WhoseLink = { readonly email: string } | { readonly memberId: string }

const find = (tx: Tx, actor: Actor, who: WhoseLink) => {
  if ('email' in who) return findMemberOf(tx, who.email.trim().toLowerCase())
  return actor.kind === 'member' ? findColleague(tx, actor.organizationId, who.memberId) : undefined
}

const byOf = (actor: Actor, memberId: string) => ({
  by:
    actor.kind === 'operator'
      ? 'operator'
      : actor.kind === 'member' && actor.memberId === memberId
        ? 'member'
        : 'administrator',
})

/**
 * Says which account at their organization's provider is a member's: the operator for anybody, an administrator for the
 * members of their own organization.
 *
 * @param input.subject what the provider calls the account (the claim `sub`), never an e-mail address by itself
 */
export const linkSignOn = (
  actor: Actor,
  asActor: AsActor,
  { subject: given, ...who }: WhoseLink & { subject: string },
): Promise<
  | { id: Id<'sign-on-link'> }
  | Refusal<'no-such-member' | 'no-such-provider' | 'subject-missing' | 'linked-already'>
> =>
  asActor(actor, async (tx) => {
    const subject = given.trim()
    if (!subject || subject.length > 255) return { refused: 'subject-missing' }
    const member = await find(tx, actor, who)
    if (!member) return { refused: 'no-such-member' }
    const provider = await findProviderOf(tx, member.organizationId)
    if (!provider) return { refused: 'no-such-provider' }
    const id = newId<'sign-on-link'>()
    const { memberId } = member
    if (!(await insertLink(tx, { id, memberId, issuer: provider.issuer, subject })))
      return { refused: 'linked-already' }
    await recordMember(tx, 'identity.sign-on-linked', member, { detail: byOf(actor, memberId) })
    return { id }
  })

/** Takes away which account is a member's. From this moment the provider no longer signs them in. */
export const unlinkSignOn = (
  actor: Actor,
  asActor: AsActor,
  who: WhoseLink,
): Promise<{ id: Id<'member'> } | Refusal<'no-such-member' | 'not-linked'>> =>
  asActor(actor, async (tx) => {
    const member = await find(tx, actor, who)
    if (!member) return { refused: 'no-such-member' }
    if ((await deleteLinksOf(tx, member.memberId)) === 0) return { refused: 'not-linked' }
    await recordMember(tx, 'identity.sign-on-unlinked', member, { detail: byOf(actor, member.memberId) })
    return { id: member.memberId }
  })

/** For a member: whether their organization has a provider, and which account of it is theirs. */
export const findOwnLink = (actor: MemberActor, asActor: AsActor) =>
  asActor(actor, async (tx) => {
    const provider = await findProviderOf(tx, actor.organizationId)
    if (!provider) return undefined
    return { provider, link: await findLinkOf(tx, actor.memberId, provider.issuer) }
  })

/** For an administrator: the members of their organization, and which account is whose. */
export const listLinks = (actor: MemberActor, asActor: AsActor) =>
  asActor(actor, async (tx) => {
    const provider = await findProviderOf(tx, actor.organizationId)
    if (!provider) return undefined
    return { provider, members: await listColleagues(tx, actor.organizationId, provider.issuer) }
  })

export type Colleague = NonNullable<Awaited<ReturnType<typeof listLinks>>>['members'][number]
