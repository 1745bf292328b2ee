import { countRecordsByWeek, hasLooked, listLooksByQuarterHour } from '#audit'
import { findHolders } from '#consent'
import { listToldWithoutRelease } from '#disclosures'
import { findMembers, getCounty, listCounties } from '#identity'
import type { AsActor, Tx } from '#platform/database/as-actor.ts'
import type { Job } from '#platform/jobs/job.ts'
import { selectWorkingHours } from './privacy.store.ts'
import {
  keepWatch,
  keepWeeks,
  mondayOf,
  replaceFindings,
  selectWatch,
  selectWeeks,
} from './unusual-access.store.ts'
import { findAfterHours, findNoRelationship, findSpikes, type Unusual } from './unusual-access.ts'

/** So many weeks back it is looked for unusual access, this week among them. */
export const WATCHED_WEEKS = 5
const WEEKS_COMPARED = 8
/** What was written while it was looked the last time may have become visible since. */
const OVERLAP_MS = 60 * 60_000

export const FIND_UNUSUAL_ACCESS = { name: 'find-unusual-access', retries: 2 } as const

/** Which county, and anew for all weeks that are watched; nothing said: all, from where it was left. */
export type FindWork = { readonly jurisdictionId?: string }

/**
 * Looks through the record for unusual access, from where it was left: weeks that are over are not counted again, and
 * where nobody has looked since, nothing is done.
 *
 * @param work.jurisdictionId judge all watched weeks of this county anew, as when its working hours changed
 */
export const findUnusualAccess = async (asActor: AsActor, work: FindWork, now: Date): Promise<void> => {
  const actor = { kind: 'job', name: FIND_UNUSUAL_ACCESS.name } as const
  const counties = await asActor(actor, listCounties)
  for (const { id } of counties.filter((county) => !work.jurisdictionId || county.id === work.jurisdictionId))
    await asActor(actor, (tx) => findInCounty(tx, id, { now, isAnew: work.jurisdictionId !== undefined }))
}

const findInCounty = async (
  tx: Tx,
  jurisdictionId: string,
  { now, isAnew }: { readonly now: Date; readonly isAnew: boolean },
): Promise<void> => {
  const { timeZone } = await getCounty(tx, jurisdictionId)
  const until = await selectWatch(tx, jurisdictionId)
  const since = until && new Date(until.getTime() - OVERLAP_MS)
  if (!since || isAnew || (await hasLooked(tx, jurisdictionId, since))) {
    const watched = await mondayOf(tx, now, { timeZone, weeksBefore: WATCHED_WEEKS - 1 })
    const compared = await mondayOf(tx, watched, { timeZone, weeksBefore: WEEKS_COMPARED })
    const left = since && (await mondayOf(tx, since, { timeZone }))
    const countFrom = left && left > compared ? left : compared
    const findFrom = isAnew || !left || left < watched ? watched : left
    await keepWeeks(
      tx,
      jurisdictionId,
      await countRecordsByWeek(tx, { id: jurisdictionId, timeZone }, countFrom),
    )
    await replaceFindings(tx, jurisdictionId, findFrom, [
      ...(await spikes(tx, jurisdictionId, { compared, findFrom, timeZone })),
      ...(await afterHours(tx, findFrom, timeZone, jurisdictionId)),
      ...(await noRelationship(tx, jurisdictionId, findFrom)),
    ])
  }
  await keepWatch(tx, jurisdictionId, now)
}

const dayOf = (at: Date, timeZone: string): string => at.toLocaleDateString('sv-SE', { timeZone })

const spikes = async (
  tx: Tx,
  jurisdictionId: string,
  { compared, findFrom, timeZone }: { compared: Date; findFrom: Date; timeZone: string },
): Promise<Unusual[]> => {
  const weeks = await selectWeeks(tx, jurisdictionId, dayOf(compared, timeZone))
  const members = await findMembers(tx, [...new Set(weeks.map(({ memberId }) => memberId))])
  return findSpikes(weeks, dayOf(findFrom, timeZone), (memberId) => members.get(memberId)?.roles ?? [])
}

const afterHours = async (tx: Tx, from: Date, zone: string, jurisdictionId: string): Promise<Unusual[]> => {
  const hours = await selectWorkingHours(tx, jurisdictionId)
  const looks = await listLooksByQuarterHour(tx, from, [...hours.keys()])
  return findAfterHours(looks, (organizationId) => hours.get(organizationId), zone)
}

const noRelationship = async (tx: Tx, jurisdictionId: string, from: Date): Promise<Unusual[]> => {
  const told = await listToldWithoutRelease(tx, jurisdictionId, from)
  const personIds = [...new Set(told.flatMap((one) => one.personIds))]
  return findNoRelationship(told, await findHolders(tx, { personIds }))
}

/** Every quarter of an hour, and when an organization's working hours were set. */
export const findUnusualAccessJob = (asActor: AsActor): Job<FindWork> => ({
  ...FIND_UNUSUAL_ACCESS,
  every: '*/15 * * * *',
  run: (work) => findUnusualAccess(asActor, work, new Date()),
})
