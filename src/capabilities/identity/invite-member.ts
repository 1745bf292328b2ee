import { type Id, newId } from '#kernel/ids.ts'
import { isRefusal, type Refusal } from '#kernel/refusal.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { findMemberByEmail } from './identity.store.ts'
import { insertInvitation, renewInvitation, withdrawInvitation } from './invitation.store.ts'
import { type FactsRefusal, readAddress, readFacts } from './invitation.ts'
import { recordMember } from './record-member.ts'
import { leaveInvitation } from './send-invitation.ts'
import type { TracedMember } from './signed-in.ts'

/**
 * An administrator asks somebody to have an account in their organization. There is none until it is accepted; the link
 * that makes it goes to the address alone.
 *
 * @param input.id made for the form, so that pressing twice invites once
 */
export const inviteMember = (
  actor: Omit<TracedMember, 'trace'>,
  asActor: AsActor,
  input: { id?: Id<'invitation'>; name: string; title: string; email: string; roles: readonly string[] },
): Promise<{ id: Id<'invitation'> } | FactsRefusal> =>
  asActor(actor, async (tx) => {
    const email = readAddress(input.email)
    const facts = readFacts(input)
    const wrong = isRefusal(facts) ? facts.fields : {}
    if (!email)
      return {
        refused: 'facts-wrong',
        fields: { email: 'Type an address such as t.reyes@pierpoint.example.', ...wrong },
      }
    // An account elsewhere is not seen here, and nothing is said of it: the invitation alone would tell.
    if (await findMemberByEmail(tx, email))
      return {
        refused: 'facts-wrong',
        fields: { email: 'Somebody has an account with that address.', ...wrong },
      }
    if (isRefusal(facts)) return facts
    const { memberId, organizationId, jurisdictionId } = actor
    const id = input.id ?? newId<'invitation'>()
    const { name, title, roles } = facts
    const row = {
      id,
      jurisdictionId,
      organizationId,
      name,
      title,
      email,
      roles: [...roles],
      invitedBy: memberId,
    }
    if (!(await insertInvitation(tx, row)))
      return {
        refused: 'facts-wrong',
        fields: {
          email: 'An invitation to that address waits already. You can send it again from the list.',
        },
      }
    leaveInvitation(tx, id)
    await recordInvitation(tx, 'identity.member-invited', { id, jurisdictionId }, { roles: roles.join('+') })
    return { id }
  })

const recordInvitation = (
  tx: Parameters<typeof recordMember>[0],
  action: `identity.${string}`,
  invitation: { id: Id<'invitation'>; jurisdictionId: Id<'jurisdiction'> },
  detail: Record<string, string> = {},
): Promise<void> => recordMember(tx, action, undefined, { detail: { ...detail, invitation: invitation.id } })

/** Sends an invitation again, by another link, for another week. */
export const resendInvitation = (
  actor: TracedMember,
  asActor: AsActor,
  id: string,
): Promise<{ id: Id<'invitation'> } | Refusal<'no-such-invitation'>> =>
  asActor(actor, async (tx) => {
    const invitation = await renewInvitation(tx, id)
    if (!invitation) return { refused: 'no-such-invitation' }
    leaveInvitation(tx, invitation.id)
    await recordInvitation(tx, 'identity.invitation-resent', invitation)
    return { id: invitation.id }
  })

/** Takes an invitation back. From this moment its link opens nothing. */
export const takeBackInvitation = (
  actor: TracedMember,
  asActor: AsActor,
  id: string,
): Promise<{ id: Id<'invitation'> } | Refusal<'no-such-invitation'>> =>
  asActor(actor, async (tx) => {
    const invitation = await withdrawInvitation(tx, id)
    if (!invitation) return { refused: 'no-such-invitation' }
    await recordInvitation(tx, 'identity.invitation-withdrawn', invitation)
    return { id: invitation.id }
  })
