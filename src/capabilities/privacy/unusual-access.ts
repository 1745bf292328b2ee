import type { LooksInQuarterHour, RecordsInWeek } from '#audit'
import type { Holder } from '#consent'
import type { ToldWithoutRelease } from '#disclosures'
import { type Hours, localDay, openness } from '#kernel/hours.ts'

// By which rules access to what other organizations hold counts as unusual. Each is one sentence that can be said to the
// member. A rule finds something to ask about: it finds nobody guilty.

/** The rules, each with the sentence that stands on the page. */
export const UNUSUAL_RULES = {
  spike:
    'In one week a member looked at more than three times as many records as is usual, and at 15 or more. Usual is the middle one of their own weeks with looks in the eight before. With fewer than three of them, as for a new member or a new county, it is the middle one of the weeks of colleagues of the same role in their organization, in this week and the eight before; for that it takes two colleagues and three weeks.',
  'after-hours':
    'A member looked at records more than half an hour outside the hours of their organization. Organizations without hours here work at any hour.',
  'no-relationship':
    'A member was told about a person with whom their organization has nothing to do: no release names it, it obtained none, and nothing was referred to it. It happens in emergencies.',
} as const
export type UnusualRule = keyof typeof UNUSUAL_RULES

/** One thing to ask about. */
export type Unusual = {
  readonly memberId: string
  readonly organizationId: string
  /** Which, among those of the same member: the week or day by its date, else an id. It stays the same from day to day. */
  readonly about: string
  /** When it happened, or began. */
  readonly at: Date
} & (
  | {
      readonly rule: 'spike'
      readonly week: string
      readonly records: number
      /** In the middle one of `weeks` weeks: their own, or those of `colleagues` colleagues. */
      readonly usual: number
      readonly weeks: number
      /** None: they were compared with themselves. */
      readonly colleagues: number
    }
  | { readonly rule: 'after-hours'; readonly looks: number; readonly until: Date }
  | {
      readonly rule: 'no-relationship'
      readonly personIds: readonly string[]
      readonly basis: ToldWithoutRelease['basis']
      readonly breakGlassId: string | null
      readonly looks: number
    }
)

const WEEKS_BEFORE = 8
const WEEKS_NEEDED = 3
const COLLEAGUES_NEEDED = 2
const TIMES_USUAL = 3
const FEWEST_RECORDS = 15

const WEEK_MS = 7 * 86_400_000
const QUARTER_MS = 15 * 60_000
const GRACE_MS = 30 * 60_000

/**
 * Weeks in which members looked at far more records than is usual, of the weeks from `since` on.
 *
 * @param rolesOf the roles of a member, by which their colleagues are found; nobody is compared without
 */
export const findSpikes = (
  weeks: readonly RecordsInWeek[],
  since: string,
  rolesOf: (memberId: string) => readonly string[] = () => [],
): Unusual[] => {
  const byOrganization = Map.groupBy(weeks, ({ organizationId }) => organizationId)
  return weeks.flatMap((one): Unusual[] => {
    const { memberId, organizationId, week, records } = one
    if (week < since || records < FEWEST_RECORDS) return []
    const around = (byOrganization.get(organizationId) ?? []).filter(
      (other) => other.week <= week && weeksApart(other.week, week) <= WEEKS_BEFORE,
    )
    const compared = ownWeeks(around, one) ?? colleaguesWeeks(around, one, rolesOf)
    const usual = compared && median(compared.map((other) => other.records))
    if (!compared || usual === undefined || records <= TIMES_USUAL * usual) return []
    const others = new Set(compared.map((other) => other.memberId))
    others.delete(memberId)
    return [
      {
        ...{ rule: 'spike', memberId, organizationId, about: week, at: new Date(`${week}T12:00:00Z`) },
        ...{ week, records, usual, weeks: compared.length, colleagues: others.size },
      },
    ]
  })
}

const ownWeeks = (around: readonly RecordsInWeek[], { memberId, week }: RecordsInWeek) => {
  const own = around.filter((other) => other.memberId === memberId && other.week < week)
  return own.length < WEEKS_NEEDED ? undefined : own
}

const colleaguesWeeks = (
  around: readonly RecordsInWeek[],
  { memberId }: RecordsInWeek,
  rolesOf: (memberId: string) => readonly string[],
) => {
  const roles = rolesOf(memberId)
  const theirs = around.filter(
    (other) => other.memberId !== memberId && rolesOf(other.memberId).some((role) => roles.includes(role)),
  )
  const isEnough = new Set(theirs.map((other) => other.memberId)).size >= COLLEAGUES_NEEDED
  return isEnough && theirs.length >= WEEKS_NEEDED ? theirs : undefined
}

const weeksApart = (earlier: string, later: string): number =>
  Math.round((Date.parse(later) - Date.parse(earlier)) / WEEK_MS)

/** The middle value; of an even number of values the lower of the two in the middle. */
const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.ceil(values.length / 2) - 1] ?? 0

/**
 * Days on which members looked at records while their organization does not work, nor half an hour before or after.
 *
 * @param hoursOf the hours of an organization; undefined where it works at any hour
 * @param zone the IANA zone of the county
 */
export const findAfterHours = (
  looks: readonly LooksInQuarterHour[],
  hoursOf: (organizationId: string) => Hours | undefined,
  zone: string,
): Unusual[] => {
  const outside = looks.filter(({ organizationId, quarter }) => {
    const hours = hoursOf(organizationId)
    return hours !== undefined && isOutside(hours, zone, quarter)
  })
  const byDay = Map.groupBy(outside, ({ memberId, quarter }) => `${memberId} ${dayOf(zone, quarter)}`)
  return [...byDay.values()].flatMap((one): Unusual[] => {
    const [first, last] = [one[0], one.at(-1)]
    if (!first || !last) return []
    const { memberId, organizationId, quarter } = first
    return [
      {
        ...{ rule: 'after-hours', memberId, organizationId, about: dayOf(zone, quarter), at: quarter },
        looks: one.reduce((sum, { looks }) => sum + looks, 0),
        until: new Date(last.quarter.getTime() + QUARTER_MS),
      },
    ]
  })
}

const isOutside = (hours: Hours, zone: string, quarter: Date): boolean =>
  [-GRACE_MS, 0, QUARTER_MS, GRACE_MS].every(
    (ms) => openness(hours, zone, new Date(quarter.getTime() + ms)).state === 'shut',
  )

const dayOf = (zone: string, at: Date): string =>
  new Date(localDay(zone, at) * 86_400_000).toISOString().slice(0, 10)

/**
 * What members were told about people with whom their organization has nothing to do: once for each emergency, however
 * often they looked.
 *
 * @param holders whom releases of the people concerned name, ended ones too
 */
export const findNoRelationship = (
  told: readonly ToldWithoutRelease[],
  holders: readonly Holder[],
): Unusual[] => {
  const isRelated = ({ toOrganizationId, personIds, hadBasisBefore }: ToldWithoutRelease) =>
    hadBasisBefore ||
    holders.some(
      (holder) =>
        holder.organizationId === toOrganizationId && personIds.some((id) => holder.personIds.includes(id)),
    )
  const strangers = told.filter((one) => !isRelated(one))
  const byEmergency = Map.groupBy(strangers, ({ breakGlassId, id }) => breakGlassId ?? id)
  return [...byEmergency].flatMap(([about, group]): Unusual[] => {
    const first = group.toSorted((one, other) => one.at.getTime() - other.at.getTime())[0]
    if (!first) return []
    const { toMemberId, toOrganizationId, at, basis, breakGlassId } = first
    return [
      {
        ...{ rule: 'no-relationship', memberId: toMemberId, organizationId: toOrganizationId, about, at },
        ...{ basis, breakGlassId, looks: group.length },
        personIds: [...new Set(group.flatMap(({ personIds }) => personIds))],
      },
    ]
  })
}
