import { z } from 'zod'
import { ROLES, type Role } from '#kernel/actor.ts'
import type { Day } from '#kernel/calendar-day.ts'

/** What an agency may make hang on training. */
export const GATED = ['carry', 'leave-behind', 'refer'] as const
export type Gated = (typeof GATED)[number]

export const GATE_MODES = ['off', 'warn', 'block'] as const
export type GateMode = (typeof GATE_MODES)[number]

/** A course that members of some roles are to finish. */
export type Assignment = {
  readonly course: string
  readonly roles: readonly Role[]
  /** Since when it is asked. Whoever comes later has as long from the day they come. */
  readonly since: Day
  /** Days to finish it. */
  readonly days: number
  /** For how many months it holds, until it is taken again; null: for good. */
  readonly months: number | null
}

/** Which courses, and which practice, something needs; each by the course's slug. */
export type Gate = {
  readonly mode: GateMode
  readonly courses: readonly string[]
  /** Courses whose hands-on part an instructor must have signed, too. */
  readonly practice: readonly string[]
}
export type Gates = Readonly<Partial<Record<Gated, Gate>>>

/** How an organization trains. */
export type Setting = {
  /** Percent of a test that must be right. */
  readonly passMark: number
  readonly assignments: readonly Assignment[]
  readonly gates: Gates
  /** The agency's own words in courses, by slot. */
  readonly slots: Readonly<Record<string, string>>
}

/** Until an organization says otherwise: nothing is asked of anybody, and tests pass at 80 percent. */
export const UNSET: Setting = { passMark: 80, assignments: [], gates: {}, slots: {} }

const slug = z.string().regex(/^[a-z0-9-]{1,60}$/)

/** A setting as a page or a file brings it. */
export const settingInput = z.object({
  passMark: z.int().min(50).max(100),
  assignments: z
    .array(
      z.object({
        course: slug,
        roles: z.array(z.enum(ROLES)).min(1),
        since: z.iso.date(),
        days: z.int().min(0).max(730),
        months: z.int().min(1).max(120).nullable(),
      }),
    )
    .max(40),
  gates: z.partialRecord(
    z.enum(GATED),
    z.object({
      mode: z.enum(GATE_MODES),
      courses: z.array(slug).max(20),
      practice: z.array(slug).max(20),
    }),
  ),
  slots: z.record(z.string().max(60), z.string().max(500)),
})

/** What a member of these roles is asked to finish: of two assignments of one course, the stricter. */
export const assignedTo = (setting: Setting, roles: readonly Role[]): readonly Assignment[] => {
  const byCourse = new Map<string, Assignment>()
  for (const one of setting.assignments) {
    if (!one.roles.some((role) => roles.includes(role))) continue
    const other = byCourse.get(one.course)
    if (!other || one.days < other.days) byCourse.set(one.course, one)
  }
  return [...byCourse.values()]
}

/** For how many months a course holds at an organization; null: for good. The shortest that is asked of anybody. */
export const monthsOf = (setting: Setting, course: string): number | null => {
  const asked = setting.assignments.flatMap((one) =>
    one.course === course && one.months ? [one.months] : [],
  )
  return asked.length > 0 ? Math.min(...asked) : null
}
