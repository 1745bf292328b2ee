import { record } from '#audit'
import type { MemberActor } from '#kernel/actor.ts'
import { monthsOf, type Quarter, quarterCode } from '#kernel/quarter.ts'
import { type SuppressedTable, suppressSmallCells } from '#kernel/suppress.ts'
import { NEEDS, type Need } from '#network'
import type { AsActor } from '#platform/database/as-actor.ts'
import { selectCounts } from './referrals.store.ts'

/** How often each kind of help was asked for, by month, as it may leave: needs are the rows, months the columns. */
export type ReferralCounts = {
  readonly needs: readonly Need[]
  /** First days of the months. */
  readonly months: readonly string[]
  readonly table: SuppressedTable
  /** Nobody was referred in that quarter. */
  readonly isEmpty: boolean
}

/**
 * Counts the referrals of a county in a quarter that is over, for its managers, with small counts withheld. A quarter is
 * counted as a whole and only once it is over: what is withheld then stays withheld, whichever quarters somebody lays
 * side by side.
 */
export const countReferrals = (
  asActor: AsActor,
  actor: MemberActor,
  quarter: Quarter,
): Promise<ReferralCounts> =>
  asActor(actor, async (tx) => {
    const months = monthsOf(quarter)
    await record(tx, {
      action: 'referrals.count',
      outcome: 'seen',
      detail: { quarter: quarterCode(quarter) },
    })
    const counted = await selectCounts(tx, months[0] ?? '')
    const needs = Object.keys(NEEDS) as Need[]
    const cell = (need: Need, month: string) =>
      counted.find((one) => one.need === need && one.month === month)?.referrals ?? 0
    return {
      needs,
      months,
      table: suppressSmallCells(needs.map((need) => months.map((month) => cell(need, month)))),
      isEmpty: counted.length === 0,
    }
  })
