import { record } from '#audit'
import type { MemberActor } from '#kernel/actor.ts'
import { type Shown, suppressSmallCells } from '#kernel/suppress.ts'
import type { AsActor } from '#platform/database/as-actor.ts'
import { selectCareSteps, selectPeople } from './care.store.ts'
import { selectVisitCounts, selectVisits, type VisitCounts } from './visits.store.ts'

/** The Angel table; a number that is withheld is undefined. */
export type AngelTable = Readonly<Record<keyof VisitCounts | 'returns', Shown>>

/**
 * The table as it may leave a program. A station knows how many visits an angel came to; so a number is shown only where
 * it, and what is left of the number shown before it, tell of nobody or of more than ten. What is withheld then lies
 * between two that are shown, wide apart, and cannot be had by subtracting.
 */
export const shownTable = (counts: VisitCounts): AngelTable => {
  const { visits, urgent, families, met, people, offered, entered, retained } = counts
  const ofVisits = (part: number): Shown => (tellsOfNobody(visits - part, part) ? part : undefined)
  const shownMet = ofVisits(met)
  const [shownOffered, shownEntered, shownRetained] = chainFrom(met, [offered, entered, retained])
  const arePeopleShown = shownMet !== undefined && tellsOfNobody(people, met - people)
  return {
    ...{ visits: tellsOfNobody(visits) ? visits : undefined, met: shownMet },
    ...{ urgent: ofVisits(urgent), families: ofVisits(families) },
    ...{ people: arePeopleShown ? people : undefined, returns: arePeopleShown ? met - people : undefined },
    ...{ offered: shownOffered, entered: shownEntered, retained: shownRetained },
  }
}

/** Whether no part of a whole is so small that somebody may know who is meant. */
const tellsOfNobody = (...parts: readonly number[]): boolean =>
  suppressSmallCells([parts]).cells[0]?.every((shown) => shown !== undefined) === true

const chainFrom = (whole: number, parts: readonly number[]): readonly Shown[] => {
  let last = whole
  return parts.map((part) => {
    if (!tellsOfNobody(last - part, part)) return undefined
    last = part
    return part
  })
}

/**
 * The Angel table of the county for a quarter that is over, with small counts withheld: for managers, and for stations,
 * which learn in this way that people came to a place, and of nobody in particular.
 */
export const countVisits = (
  asActor: AsActor,
  actor: MemberActor,
  quarterBegins: string,
): Promise<AngelTable | undefined> =>
  asActor(actor, async (tx) => {
    await record(tx, { action: 'visits.count', outcome: 'seen', detail: { quarter: quarterBegins } })
    const counts = await selectVisitCounts(tx, quarterBegins)
    return counts && counts.visits > 0 ? shownTable(counts) : undefined
  })

const MOST = 5000
const A_YEAR_MS = 366 * 86_400_000

/** The same of the actor's own program, of the last twelve months and exact: they see each of these visits anyway. */
export const countOwnVisits = (asActor: AsActor, actor: MemberActor, now: Date): Promise<AngelTable> =>
  asActor(actor, async (tx) => {
    const since = new Date(now.getTime() - A_YEAR_MS)
    await record(tx, { action: 'visits.count-own', outcome: 'seen' })
    const visits = await selectVisits(tx, { since, limit: MOST })
    const met = (await selectPeople(tx, MOST)).filter(({ beganAt }) => beganAt >= since)
    const steps = await selectCareSteps(
      tx,
      met.map(({ visitId }) => visitId),
    )
    const having = (kind: string) =>
      new Set(steps.flatMap((one) => (one.kind === kind ? [one.visitId] : []))).size
    const people = new Set(met.map(({ personId }) => personId)).size
    return {
      ...{ visits: visits.length, met: met.length, people, returns: met.length - people },
      urgent: visits.filter(({ hospitalAt }) => hospitalAt !== null).length,
      families: visits.filter(({ asks }) => asks === 'family').length,
      ...{ offered: having('offered'), entered: having('entered'), retained: having('retained') },
    }
  })
