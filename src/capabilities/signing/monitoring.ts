import { addDays, type Day, readDay } from '#kernel/calendar-day.ts'
import { type FormFields, firstOf } from '#platform/http/form-body.ts'

/** A charge that is held for the person, of which nothing was decided yet. */
export type OpenCharge = {
  readonly id: string
  readonly reference: string
  readonly heldBy: string
  readonly officeName: string
  readonly decideBy: Day | undefined
}

/** Somebody who can be named: at the office that holds the charge, or at the member's own organization. */
export type Somebody = { readonly id: string; readonly name: string; readonly organizationId: string }

/** What a release under 42 CFR 2.35 is asked from. */
type Asked = {
  readonly fields: FormFields
  readonly startedOn: Day
  readonly charges: readonly OpenCharge[]
  /** Who works at the offices that hold them. */
  readonly monitors: readonly Somebody[]
  /** Who could have approved it: the member's colleagues. */
  readonly supervisors: readonly Somebody[]
}

/** A release for a charge is signed anew after this long, if nothing was decided until then. */
export const LONGEST_DAYS = 365

export const chargeOf = ({ fields, charges }: Pick<Asked, 'fields' | 'charges'>): OpenCharge | undefined =>
  charges.find(({ id }) => id === firstOf(fields, 'charge'))

/** The one person who is told: of the office that holds the charge, and of no other (2.35(a)(1)). */
export const monitorOf = (asked: Asked): Somebody | undefined =>
  asked.monitors.find(
    ({ id, organizationId }) =>
      id === firstOf(asked.fields, 'monitor') && organizationId === chargeOf(asked)?.heldBy,
  )

export const supervisorOf = ({ fields, supervisors }: Asked): Somebody | undefined =>
  supervisors.find(({ id }) => id === firstOf(fields, 'supervisor'))

/** From when on it can be stopped: with the decision, or from a day that is no later (2.35(c)). */
export const revocableOf = (asked: Asked): Day | 'disposition' | undefined => {
  const { fields, startedOn } = asked
  if (firstOf(fields, 'revocable') === 'disposition') return 'disposition'
  if (firstOf(fields, 'revocable') !== 'day') return undefined
  const typed = (part: string) => firstOf(fields, `revocableOn-${part}`)
  const day = readDay(typed('year'), typed('month'), typed('day'))
  const last = chargeOf(asked)?.decideBy ?? addDays(startedOn, LONGEST_DAYS)
  return day && day >= startedOn && day <= last ? day : undefined
}

const lineOf = (asked: Asked, field: string): string =>
  firstOf(asked.fields, field).replace(/\s+/g, ' ').trim()

/** What the form says of it, as far as it is answered. */
export const monitoringFacts = (asked: Asked) => ({
  duty: lineOf(asked, 'duty'),
  period: lineOf(asked, 'period'),
  revocableFrom: revocableOf(asked) ?? ('disposition' as const),
})

/** What is still to be said before somebody can sign it, each of what 2.35 asks for (P2-040, P2-041). */
export const monitoringProblems = (asked: Asked): Record<string, string> => {
  const problems: Record<string, string> = {}
  const charge = chargeOf(asked)
  if (!charge) problems.charge = 'Choose the charge. One that was decided is not here any more.'
  if (!monitorOf(asked))
    problems.monitor = charge
      ? `Choose who at ${charge.officeName} looks after it.`
      : 'Choose who looks after it.'
  if (!lineOf(asked, 'duty')) problems.duty = 'Write which duty they have.'
  if (!lineOf(asked, 'period')) problems.period = 'Write why it has to last so long.'
  if (!revocableOf(asked)) {
    const isDay = firstOf(asked.fields, 'revocable') === 'day'
    problems[isDay ? 'revocableOn' : 'revocable'] = isDay
      ? 'Write a day that is still to come, and no later than the day on which the charge is decided.'
      : 'Choose from when on they can stop it.'
  }
  if (!supervisorOf(asked)) problems.supervisor = 'Choose who at your place approved it.'
  if (!lineOf(asked, 'counsel')) problems.counsel = 'Write the name of the lawyer who was asked.'
  return problems
}
