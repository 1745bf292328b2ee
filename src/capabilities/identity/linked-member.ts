import type { Trace } from '#kernel/actor.ts'
import type { Refusal } from '#kernel/refusal.ts'
import type { HeldLink } from './account-link.store.ts'
import { getOwnCredential } from './identity.store.ts'
import type { Means } from './means.ts'
import { type PasswordRefusal, refusePassword } from './password.ts'
import type { TracedMember } from './signed-in.ts'

/** Somebody else was first, or it ended meanwhile. */
export type LinkGone = Refusal<'link-gone'>

/** As whom the database is asked by whoever holds a good link. */
export const linkedMember = (trace: Trace, link: HeldLink): TracedMember => {
  const { memberId, organizationId, jurisdictionId, roles } = link
  return { kind: 'member', memberId, organizationId, jurisdictionId, roles, trace }
}

/** Judges a new password with the words of its owner. */
export const weighPassword = async (
  actor: TracedMember,
  { asActor }: Pick<Means, 'asActor'>,
  password: string,
): Promise<PasswordRefusal | undefined> => {
  const owner = await asActor(actor, (tx) => getOwnCredential(tx, actor.memberId))
  return refusePassword(password, owner)
}
