import { record } from '#audit'
import { getCounty, listColleagues } from '#identity'
import type { MemberActor } from '#kernel/actor.ts'
import { dayAt } from '#kernel/calendar-day.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { type Board, boardOf, readHoldings } from './board.ts'
import { findSetting } from './change-setting.ts'
import { selectHoldings } from './completion.store.ts'
import type { Setting } from './setting.ts'

/** Who of the actor's organization is trained, due or late today, for whoever supervises training there. */
export const listBoard = (
  asActor: AsActor,
  actor: MemberActor,
  now: Date,
): Promise<Board & { readonly setting: Setting }> =>
  asActor(actor, async (tx) => {
    await record(tx, {
      action: 'training.read-board',
      subjectKind: 'organization',
      subjectIds: [actor.organizationId],
      outcome: 'seen',
    })
    // Asked together: they travel to the database and back at once.
    const [setting, county, colleagues, held] = await Promise.all([
      findSetting(tx, actor.organizationId),
      getCounty(tx, actor.jurisdictionId),
      listColleagues(tx, [actor.organizationId]),
      selectHoldings(tx, actor.organizationId),
    ])
    const holdings = new Map(held.map((one) => [one.memberId, readHoldings(one.held)]))
    const today = dayAt(now, county.timeZone)
    return { setting, ...boardOf(setting, colleagues, holdings, today, county.timeZone) }
  })
