import { getCounty } from '#identity'
import type { MemberActor } from '#kernel/actor.ts'
import { type Day, dayAt } from '#kernel/calendar-day.ts'
import type { Tx } from '#platform/database/as-actor.ts'
import { findSetting } from './change-setting.ts'
import { type CompletionRow, selectCompletionsOf } from './completion.store.ts'
import { assignedTo, type Gated } from './setting.ts'
import { type GateAnswer, gateAnswer, type Held, type Holdings, holdingKey } from './standing.ts'

/** Of certificates those that count, by what they are for: of several, the one that holds longest. */
export const holdingsOf = (
  completions: readonly Pick<CompletionRow, 'course' | 'part' | 'expiresOn' | 'revokedAt'>[],
): Holdings => {
  const holdings = new Map<string, Held>()
  for (const { course, part, expiresOn, revokedAt } of completions)
    if (!revokedAt) keepLonger(holdings, holdingKey(course, part), expiresOn ?? undefined)
  return holdings
}

/** Keeps what holds longer of what is there and what comes. */
export const keepLonger = (holdings: Map<string, Held>, key: string, until: Day | undefined): void => {
  const known = holdings.get(key)
  if (!known || (known.until !== undefined && (until === undefined || until > known.until)))
    holdings.set(key, { until })
}

/**
 * Whether their training lets a member carry naloxone, leave it behind, or refer today, as their agency set it. `block`
 * with something missing is a no; `warn` is said, and goes on.
 *
 * @param tx a transaction of that member
 */
export const trainingGate = async (tx: Tx, actor: MemberActor, what: Gated): Promise<GateAnswer> => {
  const setting = await findSetting(tx, actor.organizationId)
  if ((setting.gates[what]?.mode ?? 'off') === 'off') return { mode: 'off', missing: [] }
  const { timeZone } = await getCounty(tx, actor.jurisdictionId)
  const completions = await selectCompletionsOf(tx, actor.memberId)
  return gateAnswer(
    setting,
    what,
    assignedTo(setting, actor.roles),
    holdingsOf(completions),
    dayAt(new Date(), timeZone),
  )
}
