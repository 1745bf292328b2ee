import { addDays, type Day, dayAt, dayWords, endOfDay, readDay } from '#kernel/calendar-day.ts'
import { isId } from '#kernel/ids.ts'
import { type FormFields, firstOf } from '#platform/http/form-body.ts'
import { type AgreementKind, endOfAgreement, isAgreementKind } from './agreement.ts'
import { USUAL_MINUTES, USUAL_TERMS } from './agreement-words.ts'
import type { Terms } from './memorandum.ts'

/** An agreement as a form asks for it, whole and ready to be written. */
export type AskedAgreement = {
  readonly kind: AgreementKind
  readonly partyIds: readonly string[]
  readonly terms: Terms
  readonly withSignatory: string | null
  readonly startsOn: Day | undefined
  readonly endsOn: Day
  readonly startsAt: Date | null
  readonly expiresAt: Date
  readonly supersedesId: string | null
}

/** What a form asks, and what is wrong with it at which field; the first is there only when the second is empty. */
export type ReadForm = {
  readonly asked: AskedAgreement | undefined
  readonly errors: Readonly<Record<string, string>>
}

export const MOST_PARTIES = 20
const LONGEST_TERM = 2000
const LONGEST_YEARS = 10

export const dayParts = (day: Day) => {
  const [year = '', month = '', date = ''] = day.split('-')
  return { month: String(Number(month)), day: String(Number(date)), year }
}

export const typedDay = (fields: FormFields, name: string) => ({
  month: firstOf(fields, `${name}-month`),
  day: firstOf(fields, `${name}-day`),
  year: firstOf(fields, `${name}-year`),
})

const dayFields = (name: string, day: Day): FormFields => {
  const parts = dayParts(day)
  return { [`${name}-month`]: [parts.month], [`${name}-day`]: [parts.day], [`${name}-year`]: [parts.year] }
}

/** The form of a template, as it is before anybody has written in it. */
export const emptyForm = (
  kind: AgreementKind,
  { partyIds, now, zone }: { partyIds: readonly string[]; now: Date; zone: string },
): FormFields => {
  const terms = kind === 'deflection' || kind === 'data-sharing' ? USUAL_TERMS[kind] : undefined
  return {
    kind: [kind],
    parties: [...partyIds],
    ...(terms
      ? {
          scope: [terms.scope],
          custody: [terms.custody],
          mayFlow: [terms.mayFlow],
          neverFlows: [terms.neverFlows],
          responseMinutes: [String(USUAL_MINUTES)],
        }
      : {}),
    ...dayFields('ends', addDays(dayAt(endOfAgreement(now), zone), -1)),
  }
}

/** The form that would have made an agreement that exists, with other days. */
export const formOf = (
  agreement: Terms & { readonly kind: AgreementKind; readonly withSignatory: string | null },
  facts: { partyIds: readonly string[]; supersedesId: string; startsOn: Day | undefined; endsOn: Day },
): FormFields => ({
  kind: [agreement.kind],
  parties: [...facts.partyIds],
  scope: [agreement.scope],
  custody: [agreement.custody],
  mayFlow: [agreement.mayFlow],
  neverFlows: [agreement.neverFlows],
  responseMinutes: [String(agreement.responseMinutes)],
  withSignatory: [agreement.withSignatory ?? ''],
  supersedesId: [facts.supersedesId],
  ...(facts.startsOn ? dayFields('starts', facts.startsOn) : {}),
  ...dayFields('ends', facts.endsOn),
})

/**
 * Reads the form of an agreement.
 *
 * @param where.organizationIds those of the county that can be parties
 */
export const readAgreementForm = (
  fields: FormFields,
  { organizationIds, now, zone }: { organizationIds: ReadonlySet<string>; now: Date; zone: string },
): ReadForm => {
  const kind = firstOf(fields, 'kind')
  if (!isAgreementKind(kind)) return { asked: undefined, errors: { kind: 'Choose which agreement it is.' } }
  const partyIds = [...new Set(fields.parties ?? [])].filter((id) => organizationIds.has(id))
  const isOwn = kind === 'golden-rule' || kind === 'qsoa'
  const terms = readTerms(fields)
  const days = readDays(fields, now, zone)
  const withSignatory = firstOf(fields, 'withSignatory').slice(0, 200) || null
  const errors: Record<string, string> = {
    ...partyErrors(kind, partyIds.length),
    ...(isOwn ? {} : termErrors(kind, fields, terms)),
    ...(kind === 'qsoa' && !withSignatory
      ? { withSignatory: 'Write who signs for the other side, by name and title.' }
      : {}),
    ...days.errors,
  }
  const supersedes = firstOf(fields, 'supersedesId')
  if (Object.keys(errors).length > 0 || !days.endsOn) return { asked: undefined, errors }
  return {
    errors,
    asked: {
      kind,
      partyIds,
      terms,
      withSignatory: kind === 'qsoa' ? withSignatory : null,
      startsOn: days.startsOn,
      endsOn: days.endsOn,
      startsAt: days.startsOn ? startOfDay(days.startsOn, zone) : null,
      expiresAt: endOfDay(days.endsOn, zone),
      supersedesId: isId(supersedes) ? supersedes : null,
    },
  }
}

const startOfDay = (day: Day, zone: string): Date => new Date(endOfDay(addDays(day, -1), zone).getTime() + 1)

const readTerms = (fields: FormFields): Terms => {
  const minutes = firstOf(fields, 'responseMinutes')
  return {
    scope: firstOf(fields, 'scope'),
    custody: firstOf(fields, 'custody'),
    mayFlow: firstOf(fields, 'mayFlow'),
    neverFlows: firstOf(fields, 'neverFlows'),
    responseMinutes: /^\d{1,5}$/.test(minutes) ? Number(minutes) : 0,
  }
}

const partyErrors = (kind: AgreementKind, count: number): Record<string, string> => {
  if (count > MOST_PARTIES)
    return { parties: `Choose ${MOST_PARTIES} at most, and make another for the rest.` }
  if (kind === 'qsoa' && count !== 1)
    return { parties: 'Choose one program. Each signs its own with whoever runs Causeway.' }
  if (count === 0) return { parties: 'Choose who it is between.' }
  return (kind === 'deflection' || kind === 'data-sharing') && count < 2
    ? { parties: 'Choose at least two: an agreement is between them.' }
    : {}
}

const MISSING = {
  scope: 'Write what it covers.',
  custody: 'Write who stays with the person, and until whom.',
  mayFlow: 'Write what may flow. If nothing may, say so.',
  neverFlows: 'Write what may not flow.',
} as const

const termErrors = (kind: AgreementKind, fields: FormFields, terms: Terms): Record<string, string> => {
  const asked = (['scope', 'custody', 'mayFlow', 'neverFlows'] as const).filter(
    (name) => name !== 'custody' || kind === 'deflection',
  )
  const errors: Record<string, string> = {}
  for (const name of asked) {
    if (!terms[name]) errors[name] = MISSING[name]
    else if (firstOf(fields, name).length > LONGEST_TERM)
      errors[name] = `Write it in ${LONGEST_TERM} characters, and attach the rest as a document.`
  }
  const { responseMinutes } = terms
  if (kind === 'deflection' && (responseMinutes < 1 || responseMinutes > 10_080))
    errors.responseMinutes = 'Write minutes as a number, from 1 to 10,080 (a week).'
  return errors
}

const readDays = (fields: FormFields, now: Date, zone: string) => {
  const read = (name: string) => {
    const { year, month, day } = typedDay(fields, name)
    return { isEmpty: !year && !month && !day, day: readDay(year, month, day) }
  }
  const today = dayAt(now, zone)
  const [starts, ends] = [read('starts'), read('ends')]
  const errors: Record<string, string> = {}
  if (!starts.isEmpty && !starts.day) errors.starts = 'Write a day that there is, such as 3 1 2027.'
  if (!ends.day) errors.ends = 'Write a day that there is, such as 2 28 2030.'
  else if (ends.day <= today) errors.ends = 'It ends on a day that is still to come.'
  else if (starts.day && ends.day <= starts.day) errors.ends = 'It ends after the day on which it begins.'
  else if (ends.day > addDays(today, LONGEST_YEARS * 366))
    errors.ends = `It ends within ${LONGEST_YEARS} years, so that somebody reads it again.`
  return { errors, startsOn: starts.day, endsOn: ends.day }
}

/** The days as the words of an agreement say them. */
export const periodOf = ({ startsOn, endsOn }: Pick<AskedAgreement, 'startsOn' | 'endsOn'>) => ({
  from: startsOn && dayWords(startsOn, 'en'),
  through: dayWords(endsOn, 'en'),
})
