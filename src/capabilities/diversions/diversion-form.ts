import { type Day, readDay } from '#kernel/calendar-day.ts'
import { findSensitiveWords } from '#kernel/sensitive-words.ts'
import { type FormFields, firstOf } from '#platform/http/form-body.ts'
import { DECISIONS, type StepKind, VERIFICATIONS, type Verification, type Way } from './diversion.ts'
import type { Attendee } from './diversions.table.ts'

/** Words of a records check do not belong into a charge (CJ-0). */
export const chargeFindings = (fields: FormFields) => [
  {
    field: 'charge',
    label: 'Which charge do you not make?',
    findings: findSensitiveWords(firstOf(fields, 'charge')),
  },
]

type Errors = { readonly errors: Readonly<Record<string, string>> }

const wordsOf = (fields: FormFields, name: string, most: number): string =>
  firstOf(fields, name).trim().slice(0, most).toWellFormed()

/** What the officer wrote, or a sentence at each field that lacks something. */
export const readDiversion = (
  fields: FormFields,
  way: Way,
): { charge?: string; incident?: string; verification?: Verification } | Errors => {
  const charge = wordsOf(fields, 'charge', 120)
  const incident = wordsOf(fields, 'incident', 60)
  const verification = (Object.keys(VERIFICATIONS) as Verification[]).find(
    (one) => one === firstOf(fields, 'verification'),
  )
  if (way === 'arrest')
    return charge
      ? { charge, ...(incident ? { incident } : {}) }
      : { errors: { charge: 'Write which charge it is.' } }
  if (way === 'community') return {}
  return verification ? { verification } : { errors: { verification: 'Choose how you know.' } }
}

export const NEEDS = [
  ...['Somewhere to sleep', 'Food or clothes', 'Medical care', 'Medicine for opioid use', 'Phone or ID'],
  ...['Safety', 'A ride', 'Nothing right now'],
]

const manyOf = (fields: FormFields, name: string, allowed: readonly string[]): string[] =>
  allowed.filter((one) => (fields[name] ?? []).includes(one))

/** What was sent with a step, or what is still to be said at its field. */
export const readStep = (
  fields: FormFields,
  kind: StepKind,
  { papers, today }: { readonly papers: readonly string[]; readonly today: Day },
): { outcome?: string; words?: string; contents?: string[]; until?: Day } | Errors => {
  const outcome = firstOf(fields, 'outcome')
  const words = wordsOf(fields, 'words', 300)
  switch (kind) {
    case 'packet-sent': {
      const contents = manyOf(fields, 'contents', papers)
      return contents.length > 0 ? { contents } : { errors: { contents: 'Tick what is in it.' } }
    }
    case 'screened': {
      const contents = manyOf(fields, 'contents', NEEDS)
      if (contents.length === 0)
        return { errors: { contents: 'Tick what they need, or that it is nothing.' } }
      return { contents }
    }
    case 'reported':
      return outcome === 'completed' || outcome === 'not-completed'
        ? { outcome }
        : { errors: { outcome: 'Choose one.' } }
    case 'decided':
      return Object.hasOwn(DECISIONS, outcome)
        ? { outcome }
        : { errors: { outcome: 'Choose what was decided.' } }
    case 'legal-event':
      return words ? { words } : { errors: { words: 'Say in a sentence what happened.' } }
    case 'extended':
    case 'office-extended': {
      const part = (name: string) => firstOf(fields, `until-${name}`)
      const until = readDay(part('year'), part('month'), part('day'))
      const errors: Record<string, string> = {}
      if (!until || until <= today) errors.until = 'Write a day that is still to come.'
      if (!words) errors.words = 'Say in a sentence why.'
      return until && Object.keys(errors).length === 0 ? { until, words } : { errors }
    }
    default:
      return {}
  }
}

/** How many lines the form of a meeting has. */
export const SEATS = 8

/** A meeting as it was written, or what is still to be said. Nobody is at the table without their word. */
export const readMeeting = (
  fields: FormFields,
  { organizationIds }: { readonly organizationIds: readonly string[] },
): { day: Day; time: string; place: string; attendees: Attendee[] } | Errors => {
  const errors: Record<string, string> = {}
  const part = (name: string) => firstOf(fields, `day-${name}`)
  const day = readDay(part('year'), part('month'), part('day'))
  if (!day) errors.day = 'Write the day of the meeting.'
  const time = firstOf(fields, 'time')
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) errors.time = 'Write when it begins.'
  const place = wordsOf(fields, 'place', 120)
  if (!place) errors.place = 'Write where it is.'
  const attendees: Attendee[] = []
  for (let seat = 0; seat < SEATS; seat++) {
    const organizationId = organizationIds.find((id) => id === firstOf(fields, `organization-${seat}`))
    const name = wordsOf(fields, `name-${seat}`, 80)
    if (!organizationId && !name) continue
    if (!organizationId) errors[`organization-${seat}`] = 'Choose whom they come from.'
    else if (!name) errors[`name-${seat}`] = 'Write who comes.'
    else if (firstOf(fields, `attested-${seat}`) !== 'yes')
      errors[`attested-${seat}`] = 'They give their word first, or they are not at the table.'
    else attendees.push({ organizationId, name, attested: true })
  }
  if (attendees.length === 0 && Object.keys(errors).length === 0)
    errors['organization-0'] = 'Write who sits at the table.'
  return day && Object.keys(errors).length === 0 ? { day, time, place, attendees } : { errors }
}
