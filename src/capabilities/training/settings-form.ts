import { ROLES, type Role } from '#kernel/actor.ts'
import type { Day } from '#kernel/calendar-day.ts'
import { type FormFields, firstOf } from '#platform/http/form-body.ts'
import { type Assignment, GATE_MODES, GATED, type Gates, type Setting, settingInput } from './setting.ts'

/** What can be set: the courses, and the agency's own words in them. */
export type Settable = {
  readonly courses: readonly { readonly slug: string }[]
  readonly slots: readonly { readonly name: string }[]
}

const isRole = (text: string): text is Role => (ROLES as readonly string[]).includes(text)

/**
 * Reads a setting from its page; what is wrong is said at its field.
 *
 * @param before how it was: a course that was asked already is asked since then
 */
export const readSetting = (
  fields: FormFields,
  { courses, slots }: Settable,
  before: Setting,
  today: Day,
): Setting | { readonly errors: Readonly<Record<string, string>> } => {
  const errors: Record<string, string> = {}
  const whole = (name: string, least: number, most: number, sentence: string): number => {
    const number = Number(firstOf(fields, name))
    if (firstOf(fields, name) !== '' && Number.isInteger(number) && number >= least && number <= most)
      return number
    errors[name] = sentence
    return least
  }
  const passMark = whole('passMark', 50, 100, 'Write a number from 50 to 100.')
  const assignments = courses.flatMap(({ slug }): Assignment[] => {
    const roles = (fields[`roles-${slug}`] ?? []).filter(isRole)
    if (roles.length === 0) return []
    const days = whole(`days-${slug}`, 0, 730, 'Write the days as a number, 730 at most.')
    const months = firstOf(fields, `months-${slug}`)
      ? whole(`months-${slug}`, 1, 120, 'Write the months as a number, 120 at most, or nothing.')
      : null
    const since = before.assignments.find(({ course }) => course === slug)?.since ?? today
    return [{ course: slug, roles, since, days, months }]
  })
  const gates: Gates = Object.fromEntries(
    GATED.flatMap((what) => {
      const mode = GATE_MODES.find((one) => one === firstOf(fields, `mode-${what}`)) ?? 'off'
      const [needed, practice] = [fields[`courses-${what}`] ?? [], fields[`practice-${what}`] ?? []]
      if (mode !== 'off' && needed.length + practice.length === 0)
        errors[`courses-${what}`] = 'Choose what it needs, or that nothing hangs on it.'
      const asked = [...needed, ...practice].filter(
        (slug) => !assignments.some(({ course }) => course === slug),
      )
      if (mode !== 'off' && asked.length > 0)
        errors[`courses-${what}`] =
          'It needs a course that no role is asked to finish. Choose roles for it above.'
      return mode === 'off' ? [] : [[what, { mode, courses: [...needed], practice: [...practice] }]]
    }),
  )
  const words = Object.fromEntries(
    slots.flatMap(({ name }) => {
      const said = firstOf(fields, `slot-${name}`).slice(0, 500).toWellFormed()
      return said ? [[name, said]] : []
    }),
  )
  if (Object.keys(errors).length > 0) return { errors }
  const read = settingInput.safeParse({ passMark, assignments, gates, slots: words })
  return read.success
    ? read.data
    : { errors: { passMark: 'Something here cannot be read. Load the page anew.' } }
}
