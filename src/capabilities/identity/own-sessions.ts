import type { AsActor } from '#platform/database/as-actor.ts'
import { recordMember } from './record-member.ts'
import { tokenHash } from './secret-token.ts'
import { endOtherSessions, endSessionNamed, listAliveSessions } from './session.store.ts'
import type { TracedMember } from './signed-in.ts'

/** Where a member is signed in: each browser as they know it again, and which of them is this one. */
export const listOwnSessions = (actor: TracedMember, asActor: AsActor, token: string) =>
  asActor(actor, (tx) => listAliveSessions(tx, actor.memberId, tokenHash(token)))

export type OwnSession = Awaited<ReturnType<typeof listOwnSessions>>[number]

/** A member ends one of their sessions, wherever it is (ASVS 7.5.2). One that is over already stays so. */
export const endOwnSession = (actor: TracedMember, asActor: AsActor, id: string): Promise<void> =>
  asActor(actor, async (tx) => {
    if (await endSessionNamed(tx, actor.memberId, id)) await recordMember(tx, 'identity.session-ended', actor)
  })

/** A member ends all of their sessions but the one in which they do it. */
export const endOwnOtherSessions = (actor: TracedMember, asActor: AsActor, token: string): Promise<void> =>
  asActor(actor, async (tx) => {
    const sessions = await endOtherSessions(tx, actor.memberId, tokenHash(token))
    await recordMember(tx, 'identity.sessions-ended', actor, { detail: { sessions } })
  })
