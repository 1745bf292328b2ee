import { record } from '#audit'
import type { MemberActor } from '#kernel/actor.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { type Heat, heatOf } from './heat.ts'
import { countByZip, type GivenRow, selectGiven, selectGivenSince } from './naloxone.store.ts'

const DAY_MS = 86_400_000
export const HEAT_DAYS = 365
const MOST_SHOWN = 50
const MOST_EXPORTED = 5000

const COUNTER = { kind: 'job', name: 'count-naloxone' } as const

/** What the actor's organization reported lately. */
export const readNaloxone = (asActor: AsActor, actor: MemberActor, now: Date): Promise<readonly GivenRow[]> =>
  asActor(actor, async (tx) => {
    const since = new Date(now.getTime() - HEAT_DAYS * DAY_MS)
    const reports = await selectGivenSince(tx, actor.organizationId, since, MOST_SHOWN)
    await record(tx, {
      ...{ action: 'harm-reduction.read-naloxone', subjectKind: 'naloxone-given', outcome: 'seen' },
      ...{ subjectIds: reports.map(({ id }) => id), dataClasses: ['own-submission'] },
    })
    return reports
  })

/**
 * Where in the county naloxone was given, in bands, over all organizations. Ask it for nobody who enforces: where people
 * overdose is no reason to look for them there.
 */
export const countyHeat = (asActor: AsActor, actor: MemberActor, now: Date): Promise<Heat> =>
  asActor(COUNTER, async (tx) => {
    const since = new Date(now.getTime() - HEAT_DAYS * DAY_MS)
    return heatOf(await countByZip(tx, actor.jurisdictionId, since))
  })

/** One report of the actor's organization. */
export const findGiven = (asActor: AsActor, actor: MemberActor, id: string): Promise<GivenRow | undefined> =>
  asActor(actor, (tx) => selectGiven(tx, id))

/** Reports of the last `days`, to be handed to ODMAP: each handing out is in the audit record. */
export const exportNaloxone = (
  asActor: AsActor,
  actor: MemberActor,
  { now, days }: { readonly now: Date; readonly days: number },
): Promise<readonly GivenRow[]> =>
  asActor(actor, async (tx) => {
    const since = new Date(now.getTime() - days * DAY_MS)
    const reports = await selectGivenSince(tx, actor.organizationId, since, MOST_EXPORTED)
    await record(tx, {
      ...{ action: 'harm-reduction.export-odmap', subjectKind: 'naloxone-given', outcome: 'seen' },
      ...{ subjectIds: reports.map(({ id }) => id), dataClasses: ['own-submission'], detail: { days } },
    })
    return reports
  })
