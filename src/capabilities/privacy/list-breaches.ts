import { record } from '#audit'
import { findMembers, findOrganizations, getCounty } from '#identity'
import type { MemberActor } from '#kernel/actor.ts'
import { type Day, endOfDay } from '#kernel/calendar-day.ts'
import type { Id } from '#kernel/ids.ts'
import type { AsActor, Tx } from '#platform/database/as-actor.ts'
import { selectAffected, selectBreaches, selectNotices } from './breach.store.ts'
import { type BreachFinding, type BreachKind, type Factor, noticesOwed, type Told } from './breach.ts'

/** A duty to tell somebody, and what came of it. */
export type NoticeOwed = {
  readonly told: Told
  readonly dueOn: Day
  /** The last moment of that day in the county. */
  readonly dueAt: Date
  readonly done: { readonly on: Day; readonly how: string } | undefined
}

export type Breach = {
  readonly id: string
  readonly organization: string
  readonly discoveredOn: Day
  /** When the clocks began: the end of that day. */
  readonly discoveredAt: Date
  readonly how: BreachKind
  readonly what: string
  readonly openedBy: string
  readonly openedAt: Date
  /** How many people; null: not known yet. */
  readonly affected: number | null
  readonly mostInOneState: number | null
  readonly factors: Readonly<Record<Factor, string | null>>
  readonly finding: BreachFinding | null
  readonly assessedBy: string | undefined
  readonly assessedAt: Date | null
  readonly notices: readonly NoticeOwed[]
  readonly closingNote: string | null
  readonly closedBy: string | undefined
  readonly closedAt: Date | null
}

/** The county's breach register, the latest discovered first, for its privacy officer; for everybody else nothing. */
export const listBreaches = (asActor: AsActor, actor: MemberActor): Promise<Breach[]> =>
  asActor(actor, async (tx) => {
    const breaches = await read(tx, actor)
    await recordSeen(tx, breaches)
    return breaches
  })

/** One breach with the people on its list; undefined where the actor may see none with this id. */
export const findBreach = (
  asActor: AsActor,
  actor: MemberActor,
  id: Id<'breach'>,
): Promise<{ readonly breach: Breach; readonly personIds: readonly string[] } | undefined> =>
  asActor(actor, async (tx) => {
    const [breach] = await read(tx, actor, id)
    if (!breach) return undefined
    const personIds = await selectAffected(tx, id)
    await recordSeen(tx, [breach])
    return { breach, personIds }
  })

const recordSeen = (tx: Tx, breaches: readonly Breach[]): Promise<void> =>
  record(tx, {
    action: 'privacy.breaches',
    subjectKind: 'breach',
    subjectIds: breaches.map(({ id }) => id),
    outcome: 'seen',
    dataClasses: ['ledger'],
  })

const read = async (tx: Tx, actor: MemberActor, id?: string): Promise<Breach[]> => {
  const rows = await selectBreaches(tx, id)
  const { timeZone } = await getCounty(tx, actor.jurisdictionId)
  const [organizations, members, notices] = await Promise.all([
    findOrganizations(tx, [...new Set(rows.map(({ organizationId }) => organizationId))]),
    findMembers(tx, [
      ...new Set(
        rows.flatMap((row) =>
          [row.openedByMemberId, row.assessedByMemberId, row.closedByMemberId].flatMap((one) => one ?? []),
        ),
      ),
    ]),
    selectNotices(
      tx,
      rows.map((row) => row.id),
    ),
  ])
  const nameOf = (memberId: string | null) =>
    memberId ? (members.get(memberId)?.name ?? 'A member') : undefined
  return rows.map((row) => ({
    ...{ id: row.id, discoveredOn: row.discoveredOn, how: row.how, what: row.what, openedAt: row.openedAt },
    ...{ affected: row.affected, mostInOneState: row.mostInOneState, finding: row.finding },
    ...{ assessedAt: row.assessedAt, closingNote: row.closingNote, closedAt: row.closedAt },
    organization: organizations.get(row.organizationId)?.name ?? 'An organization',
    discoveredAt: endOfDay(row.discoveredOn, timeZone),
    openedBy: nameOf(row.openedByMemberId) ?? 'A member',
    assessedBy: nameOf(row.assessedByMemberId),
    closedBy: nameOf(row.closedByMemberId),
    factors: {
      ...{ nature: row.nature, recipient: row.recipient },
      ...{ acquired: row.acquired, mitigated: row.mitigated },
    },
    notices: noticesOwed(row).map(({ told, by }) => {
      const done = notices.find((notice) => notice.breachId === row.id && notice.told === told)
      return {
        ...{ told, dueOn: by, dueAt: endOfDay(by, timeZone) },
        done: done && { on: done.toldOn, how: done.how },
      }
    }),
  }))
}
