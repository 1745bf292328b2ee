import { type Id, newId } from '#kernel/ids.ts'
import { isRefusal, type Refusal } from '#kernel/refusal.ts'
import type { AsActor, Tx } from '#platform/database/as-actor.ts'
import type { LinkPurpose } from './account.table.ts'
import { insertMadeLink } from './account-link.store.ts'
import { disableMember, endSessionsOf } from './identity.store.ts'
import { type FactsRefusal, readFacts } from './invitation.ts'
import { type Account, enableMember, findAccountOf, updateFacts } from './members.store.ts'
import { recordMember } from './record-member.ts'
import { leaveLink } from './send-account-link.ts'
import { releaseLock, voidPassword } from './sign-in-guard.store.ts'
import type { TracedMember } from './signed-in.ts'

export type KeepRefusal = Refusal<'no-such-member' | 'own-account'>

/** What an administrator does with the account of a member of their organization, and of nobody else, themselves included. */
const keep = <Done extends object, Why extends string = never>(
  actor: TracedMember,
  asActor: AsActor,
  id: string,
  act: (
    tx: Tx,
    account: Account,
    write: (action: `identity.${string}`, detail?: Record<string, string | number>) => Promise<void>,
  ) => Promise<Done | Refusal<Why>>,
): Promise<Done | Refusal<Why> | KeepRefusal> =>
  asActor(actor, async (tx) => {
    const account = await findAccountOf(tx, actor.organizationId, id)
    if (!account) return { refused: 'no-such-member' }
    if (account.id === actor.memberId) return { refused: 'own-account' }
    const member = { memberId: account.id, jurisdictionId: account.jurisdictionId }
    return act(tx, account, (action, detail = {}) => recordMember(tx, action, member, { detail }))
  })

/** One account of an administrator's organization. */
export const findMember = (actor: TracedMember, asActor: AsActor, id: string) =>
  asActor(actor, (tx) => findAccountOf(tx, actor.organizationId, id))

/** Changes how a member is called and what they may do. It holds from their next request on. */
export const changeMember = (
  actor: TracedMember,
  asActor: AsActor,
  id: string,
  typed: { name: string; title: string; roles: readonly string[] },
): Promise<{ id: Id<'member'> } | KeepRefusal | FactsRefusal> =>
  keep<{ id: Id<'member'> }, 'facts-wrong'>(actor, asActor, id, async (tx, account, write) => {
    // A role that is the operator's to give stays with whoever has it.
    const held = account.roles.filter((role) => role === 'privacy-officer')
    const facts = readFacts({ ...typed, roles: [...typed.roles, ...held] }, held)
    if (isRefusal(facts)) return facts
    await updateFacts(tx, account.id, facts)
    await write('identity.member-changed', { from: account.roles.join('+'), to: facts.roles.join('+') })
    return { id: account.id }
  })

/** Closes an account. All of its sessions end in the same moment (ASVS 7.4.2). */
export const closeMember = (actor: TracedMember, asActor: AsActor, id: string) =>
  keep(actor, asActor, id, async (tx, account, write) => {
    await disableMember(tx, account.id)
    await endSessionsOf(tx, account.id)
    await write('identity.member-disabled')
    return { id: account.id }
  })

/** Opens a closed account again, as it was. */
export const openMember = (actor: TracedMember, asActor: AsActor, id: string) =>
  keep(actor, asActor, id, async (tx, account, write) => {
    if (await enableMember(tx, account.id)) await write('identity.member-enabled')
    return { id: account.id }
  })

/** Releases an account that too many failures have locked (CJ-1). Be sure that it was its member who failed. */
export const releaseMember = (actor: TracedMember, asActor: AsActor, id: string) =>
  keep(actor, asActor, id, async (tx, account, write) => {
    if (await releaseLock(tx, account.id)) await write('identity.account-released')
    return { id: account.id }
  })

/** Ends every session of a member, as when a phone is lost (ASVS 7.4.5). The account stays open. */
export const signMemberOut = (actor: TracedMember, asActor: AsActor, id: string) =>
  keep(actor, asActor, id, async (tx, account, write) => {
    await endSessionsOf(tx, account.id)
    await write('identity.sessions-ended')
    return { id: account.id }
  })

const sendLink = (
  actor: TracedMember,
  asActor: AsActor,
  id: string,
  purpose: LinkPurpose,
  action: `identity.${string}`,
) =>
  keep<{ id: Id<'member'> }, 'account-closed'>(actor, asActor, id, async (tx, account, write) => {
    if (account.disabledAt) return { refused: 'account-closed' }
    const linkId = newId<'account-link'>()
    await insertMadeLink(tx, { id: linkId, memberId: account.id, purpose, madeBy: actor.memberId })
    await voidPassword(tx, account.id)
    await releaseLock(tx, account.id)
    await endSessionsOf(tx, account.id)
    leaveLink(tx, linkId)
    await write(action)
    return { id: account.id }
  })

/**
 * Has a member choose a new password, because the one they have may be in other hands (CJ-15). It opens nothing from now
 * on; a link to choose another goes to their address.
 */
export const askForNewPassword = (actor: TracedMember, asActor: AsActor, id: string) =>
  sendLink(actor, asActor, id, 'new-password', 'identity.new-password-asked')

/**
 * Lets a member who lost the phone, and their recovery codes, set up password and codes again, by a link to their
 * address. Whoever does this has made sure that it is they who ask (ASVS 6.4.4).
 */
export const letBeginAgain = (actor: TracedMember, asActor: AsActor, id: string) =>
  sendLink(actor, asActor, id, 'begin-again', 'identity.begin-again-allowed')
