import type { Day } from '#kernel/calendar-day.ts'
import { endOfDay, readDay } from '#kernel/calendar-day.ts'
import { type FormFields, firstOf } from '#platform/http/form-body.ts'

const HALF_A_DAY_MS = 12 * 60 * 60 * 1000

/** What a member wrote about a paper that was signed: when, or what is still to be said, a sentence a field. */
export const readAttest = (
  sent: FormFields,
  { startedOn, today, now, zone }: { startedOn: Day; today: Day; now: Date; zone: string },
): { readonly signedAt: Date } | { readonly errors: Readonly<Record<string, string>> } => {
  const part = (name: string) => firstOf(sent, `signedOn-${name}`)
  const day = readDay(part('year'), part('month'), part('day'))
  const errors: Record<string, string> = {}
  if (!day || day < startedOn || day > today)
    errors.signedOn = 'Write the day on which they signed: since it was printed, and no day to come.'
  if (firstOf(sent, 'holds') !== 'yes')
    errors.holds = 'Mark this when you hold the paper and the code is right.'
  if (Boolean(firstOf(sent, 'interpreter')) !== Boolean(firstOf(sent, 'interpreterLanguage')))
    errors.interpreter = 'Write who translated, and into which language.'
  if (!day || Object.keys(errors).length > 0) return { errors }
  return { signedAt: day === today ? now : new Date(endOfDay(day, zone).getTime() - HALF_A_DAY_MS) }
}
