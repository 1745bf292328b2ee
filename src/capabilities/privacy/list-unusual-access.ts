import { record } from '#audit'
import { findMembers, findOrganizations, getCounty } from '#identity'
import type { MemberActor } from '#kernel/actor.ts'
import type { AsActor, Tx } from '#platform/database/as-actor.ts'
import { WATCHED_WEEKS } from './find-unusual-access.ts'
import { selectSetAside } from './privacy.store.ts'
import { mondayOf, selectFindings, selectWatch } from './unusual-access.store.ts'
import type { Unusual } from './unusual-access.ts'

export type UnusualAccess = Unusual & {
  readonly member: string
  readonly organization: string
  /** What the privacy officer found, once they looked into it. */
  readonly setAside: { readonly note: string; readonly by: string; readonly at: Date } | undefined
}

export type FoundAccess = {
  readonly found: readonly UnusualAccess[]
  /** Up to when the record has been looked through; undefined: not yet. */
  readonly lookedUntil: Date | undefined
}

/**
 * Unusual access to what other organizations hold, in the last five weeks, the newest first: as the job found it, by the
 * rules of `unusual-access.ts`. For the county's privacy officer; for everybody else nothing.
 */
export const listUnusualAccess = (asActor: AsActor, actor: MemberActor, now: Date): Promise<FoundAccess> =>
  asActor(actor, async (tx) => {
    const { timeZone } = await getCounty(tx, actor.jurisdictionId)
    const from = await mondayOf(tx, now, { timeZone, weeksBefore: WATCHED_WEEKS - 1 })
    await record(tx, { action: 'privacy.unusual-access', outcome: 'seen', dataClasses: ['ledger'] })
    return {
      found: await withNames(tx, await selectFindings(tx, from)),
      lookedUntil: await selectWatch(tx, actor.jurisdictionId),
    }
  })

const keyOf = ({ rule, memberId, about }: { rule: string; memberId: string; about: string }): string =>
  `${rule} ${memberId} ${about}`

const withNames = async (tx: Tx, found: readonly Unusual[]): Promise<UnusualAccess[]> => {
  const setAside = new Map((await selectSetAside(tx)).map((one) => [keyOf(one), one]))
  const members = await findMembers(tx, [
    ...new Set([
      ...found.map(({ memberId }) => memberId),
      ...[...setAside.values()].map((one) => one.setAsideByMemberId),
    ]),
  ])
  const organizations = await findOrganizations(tx, [
    ...new Set(found.map(({ organizationId }) => organizationId)),
  ])
  return found.map((one) => {
    const aside = setAside.get(keyOf(one))
    return {
      ...one,
      member: members.get(one.memberId)?.name ?? 'A member',
      organization: organizations.get(one.organizationId)?.name ?? 'An organization',
      setAside: aside && {
        note: aside.note,
        by: members.get(aside.setAsideByMemberId)?.name ?? 'A member',
        at: aside.setAsideAt,
      },
    }
  })
}
