import { readDay } from '#kernel/calendar-day.ts'
import { type FormFields, firstOf } from '#platform/http/form-body.ts'
import type { CourseCard } from './completion.ts'
import type { Trainer } from './training.table.ts'

/** What somebody who trains brings. */
export const BRINGS: Readonly<Record<Trainer['brings'], string>> = {
  peer: 'Peer officer',
  program: 'Program or provider',
  'lived-experience': 'Lived experience',
  other: 'Other',
}

const isBrought = (text: string): text is Trainer['brings'] => Object.hasOwn(BRINGS, text)

export type PlannedSession = {
  readonly course: CourseCard
  readonly heldAt: Date
  readonly minutes: number
  readonly place: string | undefined
  readonly trainers: readonly Trainer[]
}

/**
 * What was written of a session, or what is still to be said, a sentence a field.
 *
 * @param at makes a moment of a day and minutes after midnight there
 */
export const readSession = (
  fields: FormFields,
  courses: readonly CourseCard[],
  at: (day: string, minutes: number) => Date,
): PlannedSession | { readonly errors: Readonly<Record<string, string>> } => {
  const errors: Record<string, string> = {}
  const course = courses.find(({ slug }) => slug === firstOf(fields, 'course'))
  if (!course) errors.course = 'Choose the course.'
  const day = readDay(firstOf(fields, 'on-year'), firstOf(fields, 'on-month'), firstOf(fields, 'on-day'))
  if (!day) errors.on = 'Write the day as month, day and year.'
  const [, hours, mins] = /^(\d{1,2}):(\d{2})$/.exec(firstOf(fields, 'at')) ?? []
  const begins = Number(hours) * 60 + Number(mins)
  if (!(begins >= 0 && begins < 1440)) errors.at = 'Write a time like 16:10.'
  const minutes = Number(firstOf(fields, 'minutes'))
  if (!(Number.isInteger(minutes) && minutes >= 5 && minutes <= 2400))
    errors.minutes = 'Write the minutes as a number, such as 45.'
  const trainers = [0, 1, 2].flatMap((number) => {
    const name = firstOf(fields, `trainer-${number}`).slice(0, 100).toWellFormed()
    const brings = firstOf(fields, `brings-${number}`)
    return name ? [{ name, brings: isBrought(brings) ? brings : ('other' as const) }] : []
  })
  if (trainers.length === 0) errors['trainer-0'] = 'Say who trains.'
  if (!course || !day || Object.keys(errors).length > 0) return { errors }
  const place = firstOf(fields, 'place').slice(0, 200).toWellFormed() || undefined
  return { course, heldAt: at(day, begins), minutes, place, trainers }
}
