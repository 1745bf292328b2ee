import type { Tx } from '#platform/database/as-actor.ts'
import { selectHasLooked, selectLooksByQuarterHour, selectRecordsByWeek } from './looks.store.ts'

/** How many different records a member looked at in a week, which is named by its Monday: `2026-11-23`. */
export type RecordsInWeek = {
  readonly memberId: string
  readonly organizationId: string
  readonly week: string
  readonly records: number
}

/** How often a member looked within the quarter of an hour that begins at `quarter`. */
export type LooksInQuarterHour = {
  readonly memberId: string
  readonly organizationId: string
  readonly quarter: Date
  readonly looks: number
}

/**
 * What members of a county looked at of what other organizations hold, by week, as far as the actor may read the record:
 * the county's privacy officer all of it, and the job that looks for unusual access.
 *
 * @param county.timeZone the IANA zone in which a week begins on Monday
 */
export const countRecordsByWeek = async (
  tx: Tx,
  county: { readonly id: string; readonly timeZone: string },
  from: Date,
): Promise<RecordsInWeek[]> =>
  (await selectRecordsByWeek(tx, county.id, from, county.timeZone)).flatMap(whole)

/** Whether anybody in the county has looked since then at what another organization holds. */
export const hasLooked = (tx: Tx, jurisdictionId: string, from: Date): Promise<boolean> =>
  selectHasLooked(tx, jurisdictionId, from)

/** When members of these organizations looked, in quarters of an hour, the oldest first. */
export const listLooksByQuarterHour = async (
  tx: Tx,
  from: Date,
  organizationIds: readonly string[],
): Promise<LooksInQuarterHour[]> =>
  organizationIds.length === 0
    ? []
    : (await selectLooksByQuarterHour(tx, from, organizationIds)).flatMap(whole)

/** A member who looks has an organization; the record of old could lack it. */
const whole = <Row extends { memberId: string | null; organizationId: string | null }>(row: Row) => {
  const { memberId, organizationId } = row
  return memberId && organizationId ? [{ ...row, memberId, organizationId }] : []
}
