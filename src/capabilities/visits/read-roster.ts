import { findMembers, findOrganizations } from '#identity'
import type { MemberActor } from '#kernel/actor.ts'
import type { AsActor, Tx } from '#platform/database/as-actor.ts'
import { type RosterRow, selectRoster } from './roster.store.ts'
import { callList } from './roster.ts'

/** Whom the actor can call, or who of their program can be called, with names; in the order in which they are called. */
export const listRoster = async (
  tx: Tx,
  { called, now, zone }: { readonly called: ReadonlySet<string>; readonly now: Date; readonly zone: string },
) => {
  const roster = await selectRoster(tx)
  const [members, programs] = await Promise.all([
    findMembers(
      tx,
      roster.map(({ memberId }) => memberId),
    ),
    findOrganizations(tx, [...new Set(roster.map(({ organizationId }) => organizationId))]),
  ])
  return callList(roster, called, now, zone).map((one) => ({
    ...one,
    name: members.get(one.memberId)?.name ?? 'An angel',
    program: programs.get(one.organizationId)?.name ?? 'A program',
  }))
}

/** The actor's own line on the roster; undefined while they are not on it. */
export const findOnRoster = (asActor: AsActor, actor: MemberActor): Promise<RosterRow | undefined> =>
  asActor(actor, async (tx) => (await selectRoster(tx)).find(({ memberId }) => memberId === actor.memberId))
