import type { Role } from '#kernel/actor.ts'
import { type Day, dayAt } from '#kernel/calendar-day.ts'
import { assignedTo, GATED, type Gated, type Setting } from './setting.ts'
import {
  type GateAnswer,
  gateAnswer,
  type Held,
  type Holdings,
  type Standing,
  standingOf,
} from './standing.ts'
import { keepLonger } from './training-gate.ts'

/** Somebody of the organization, as the board has to know them. */
export type Colleague = {
  readonly id: string
  readonly name: string
  readonly title: string | null
  readonly email: string
  readonly roles: readonly Role[]
  readonly createdAt: Date
}

/** Somebody on the board, with how they stand with each course that is asked of them. */
export type BoardPerson = {
  readonly person: Colleague
  readonly standings: ReadonlyMap<string, Standing>
  /** What they may not do today, or should not. */
  readonly stopped: readonly (GateAnswer & { readonly what: Gated })[]
  readonly worst: Standing['is'] | 'not-asked'
}

export type CourseCount = Readonly<Record<Standing['is'], number>>

export type Board = {
  readonly people: readonly BoardPerson[]
  /** How many stand how, by course. */
  readonly counts: ReadonlyMap<string, CourseCount>
  readonly stopped: Readonly<Record<Gated, number>>
}

const RANK = { overdue: 0, due: 1, 'ends-soon': 2, current: 3, 'not-asked': 4 } as const

/** Reads what a store tells of somebody in one text: “course=2027-03-31,course practice=”. */
export const readHoldings = (held: string): Holdings => {
  const holdings = new Map<string, Held>()
  for (const one of held.split(',')) {
    const at = one.indexOf('=')
    keepLonger(holdings, one.slice(0, at), one.slice(at + 1) || undefined)
  }
  return holdings
}

const NOTHING: Holdings = new Map()

/**
 * Who is trained, who has to be and by when, and who is late: those who are late first, then by name.
 *
 * @param zone by whose clock somebody came on a day
 */
export const boardOf = (
  setting: Setting,
  colleagues: readonly Colleague[],
  held: ReadonlyMap<string, Holdings>,
  today: Day,
  zone: string,
): Board => {
  const counts = new Map<string, Record<Standing['is'], number>>()
  const stopped = { carry: 0, 'leave-behind': 0, refer: 0 }
  const assignments = new Map<string, ReturnType<typeof assignedTo>>()
  const days = new Map<number, Day>()
  // Thousands came in the same hours and have the same roles: neither is worked out anew for each.
  const cameOn = (at: Date): Day => {
    const hour = Math.floor(at.getTime() / 3_600_000)
    const known = days.get(hour) ?? dayAt(at, zone)
    days.set(hour, known)
    return known
  }
  const askedOf = (roles: readonly Role[]) => {
    const key = roles.join()
    const known = assignments.get(key) ?? assignedTo(setting, roles)
    assignments.set(key, known)
    return known
  }
  const people = colleagues.map((person): BoardPerson => {
    const holdings = held.get(person.id) ?? NOTHING
    const asked = askedOf(person.roles)
    const standings = new Map<string, Standing>()
    let worst: BoardPerson['worst'] = 'not-asked'
    for (const assignment of asked) {
      const standing = standingOf(
        assignment,
        holdings.get(assignment.course),
        cameOn(person.createdAt),
        today,
      )
      standings.set(assignment.course, standing)
      const count = counts.get(assignment.course) ?? { current: 0, 'ends-soon': 0, due: 0, overdue: 0 }
      count[standing.is]++
      counts.set(assignment.course, count)
      if (RANK[standing.is] < RANK[worst]) worst = standing.is
    }
    const shut = GATED.map((what) => ({ what, ...gateAnswer(setting, what, asked, holdings, today) })).filter(
      ({ missing }) => missing.length > 0,
    )
    for (const { what } of shut) stopped[what]++
    return { person, standings, stopped: shut, worst }
  })
  // The colleagues come by name; a stable sort keeps that within each rank.
  return { people: people.toSorted((a, b) => RANK[a.worst] - RANK[b.worst]), counts, stopped }
}
