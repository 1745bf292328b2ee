import { countRecordsByWeek, listLooksByQuarterHour, record } from '#audit'
import { listReleaseLines } from '#consent'
import { listToldWithoutRelease } from '#disclosures'
import { findMemberNames, findOrganizations, getCounty } from '#identity'
import type { MemberActor } from '#kernel/actor.ts'
import { localDay, weekday } from '#kernel/hours.ts'
import type { AsActor, Tx } from '#platform/database/as-actor.ts'
import { selectSetAside, selectWorkingHours } from './privacy.store.ts'
import { findAfterHours, findNoRelationship, findSpikes, type Unusual } from './unusual-access.ts'

const DAY_MS = 86_400_000
/** So many weeks back it is looked for unusual access, this week among them. */
export const WATCHED_WEEKS = 5
const WEEKS_COMPARED = 8

export type UnusualAccess = Unusual & {
  readonly member: string
  readonly organization: string
  /** What the privacy officer found, once they looked into it. */
  readonly setAside: { readonly note: string; readonly by: string; readonly at: Date } | undefined
}

/**
 * Unusual access to what other organizations hold, in the last five weeks, the newest first: worked out anew from the
 * audit record and the ledger each time, by the rules of `unusual-access.ts`. For the county's privacy officer; for
 * everybody else nothing.
 */
export const listUnusualAccess = (
  asActor: AsActor,
  actor: MemberActor,
  now: Date,
): Promise<UnusualAccess[]> =>
  asActor(actor, async (tx) => {
    const { timeZone } = await getCounty(tx, actor.jurisdictionId)
    const today = localDay(timeZone, now)
    const thisMonday = today - (weekday(today) - 1)
    const since = thisMonday - 7 * (WATCHED_WEEKS - 1)
    await record(tx, { action: 'privacy.unusual-access', outcome: 'seen', dataClasses: ['ledger'] })
    const from = new Date(since * DAY_MS)
    const found = [
      ...findSpikes(
        // A week more: where it begins depends on the zone.
        await countRecordsByWeek(tx, new Date((since - 7 * (WEEKS_COMPARED + 1)) * DAY_MS), timeZone),
        from.toISOString().slice(0, 10),
      ),
      ...(await afterHours(tx, from, timeZone)),
      ...(await noRelationship(tx, from)),
    ]
    return withNames(
      tx,
      found.sort((one, other) => other.at.getTime() - one.at.getTime()),
    )
  })

const afterHours = async (tx: Tx, from: Date, zone: string): Promise<Unusual[]> => {
  const hours = await selectWorkingHours(tx)
  const looks = await listLooksByQuarterHour(tx, from, [...hours.keys()])
  return findAfterHours(looks, (organizationId) => hours.get(organizationId), zone)
}

const noRelationship = async (tx: Tx, from: Date): Promise<Unusual[]> => {
  const told = await listToldWithoutRelease(tx, from)
  const personIds = [...new Set(told.flatMap((one) => one.personIds))]
  const lines = personIds.length === 0 ? [] : await listReleaseLines(tx, { personIds })
  return findNoRelationship(told, lines)
}

const keyOf = ({ rule, memberId, about }: { rule: string; memberId: string; about: string }): string =>
  `${rule} ${memberId} ${about}`

const withNames = async (tx: Tx, found: readonly Unusual[]): Promise<UnusualAccess[]> => {
  const setAside = new Map((await selectSetAside(tx)).map((one) => [keyOf(one), one]))
  const members = await findMemberNames(tx, [
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
      member: members.get(one.memberId) ?? 'A member',
      organization: organizations.get(one.organizationId)?.name ?? 'An organization',
      setAside: aside && {
        note: aside.note,
        by: members.get(aside.setAsideByMemberId) ?? 'A member',
        at: aside.setAsideAt,
      },
    }
  })
}
