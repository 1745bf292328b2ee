import { findMembers, getCounty } from '#identity'
import type { MemberActor } from '#kernel/actor.ts'
import { type Day, dayAt } from '#kernel/calendar-day.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { selectProgress } from './attempt.store.ts'
import { type AttitudeMoment, askedNow } from './attitude.ts'
import { findSetting } from './change-setting.ts'
import { type CompletionRow, selectCompletionsOf } from './completion.store.ts'
import { assignedTo, GATED, type Gated } from './setting.ts'
import { type GateAnswer, gateAnswer, type Standing, standingOf } from './standing.ts'
import { holdingsOf } from './training-gate.ts'

/** What a member is to learn, has learned, and where they left off. */
export type OwnTraining = {
  readonly today: Day
  readonly completions: readonly CompletionRow[]
  readonly standings: ReadonlyMap<string, Standing>
  readonly progress: ReadonlyMap<
    string,
    { readonly screen: string; readonly answered: readonly string[]; readonly seenAt: Date }
  >
  readonly stopped: readonly (GateAnswer & { readonly what: Gated })[]
  readonly surveys: readonly { readonly course: string; readonly moment: AttitudeMoment }[]
  readonly slots: Readonly<Record<string, string>>
  readonly passMark: number
}

/** The training of whoever asks; theirs alone, so that nobody else has to be told of it. */
export const listOwnTraining = (asActor: AsActor, actor: MemberActor, now: Date): Promise<OwnTraining> =>
  asActor(actor, async (tx) => {
    const [setting, county, completions, progress, own] = await Promise.all([
      findSetting(tx, actor.organizationId),
      getCounty(tx, actor.jurisdictionId),
      selectCompletionsOf(tx, actor.memberId),
      selectProgress(tx, actor.memberId),
      findMembers(tx, [actor.memberId]),
    ])
    const today = dayAt(now, county.timeZone)
    const came = own.get(actor.memberId)?.createdAt ?? now
    const holdings = holdingsOf(completions)
    const assigned = assignedTo(setting, actor.roles)
    const done = new Map(progress.map(({ course, ...at }) => [course, at]))
    return {
      ...{ today, completions, progress: done, slots: setting.slots, passMark: setting.passMark },
      standings: new Map(
        assigned.map((one) => [
          one.course,
          standingOf(one, holdings.get(one.course), dayAt(came, county.timeZone), today),
        ]),
      ),
      stopped: GATED.map((what) => ({
        what,
        ...gateAnswer(setting, what, assigned, holdings, today),
      })).filter(({ missing }) => missing.length > 0),
      surveys: completions.flatMap(({ course, part, completedOn, how }) => {
        const moment = askedNow(completedOn, done.get(course)?.answered ?? [], today)
        return part === 'course' && how === 'online' && moment ? [{ course, moment }] : []
      }),
    }
  })
