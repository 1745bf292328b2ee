import { type Day, readDay } from '#kernel/calendar-day.ts'
import { findSensitiveWords } from '#kernel/sensitive-words.ts'
import { type FormFields, firstOf } from '#platform/http/form-body.ts'
import type { Disposition } from './hold-charge.ts'

/** An office that can hold a charge: a prosecutor or court, never police. */
export type Office = { readonly id: string; readonly name: string }

/** What was decided, in the words of the page. */
export const DISPOSITIONS: Readonly<Record<Disposition, string>> = {
  'not-filed': 'It was not filed',
  filed: 'It was filed',
  dismissed: 'It was dismissed',
}

export const dispositionOf = (fields: FormFields): Disposition | undefined =>
  (Object.keys(DISPOSITIONS) as Disposition[]).find((one) => one === firstOf(fields, 'disposition'))

/** Words of a records check do not belong into what the office calls the charge (CJ-0). */
export const chargeFindings = (fields: FormFields) => [
  {
    field: 'reference',
    label: 'What does the office call it?',
    findings: findSensitiveWords(firstOf(fields, 'reference')),
  },
]

/** What was written of a charge that is held, or what is still to be said, a sentence a field. */
export const readCharge = (
  fields: FormFields,
  { offices, today }: { readonly offices: readonly Office[]; readonly today: Day },
):
  | { readonly office: Office; readonly reference: string; readonly decideBy: Day | undefined }
  | { readonly errors: Readonly<Record<string, string>> } => {
  const errors: Record<string, string> = {}
  const office = offices.find(({ id }) => id === firstOf(fields, 'office'))
  if (!office) errors.office = 'Choose the office that holds it.'
  const reference = firstOf(fields, 'reference').slice(0, 200).toWellFormed()
  if (!reference) errors.reference = 'Write what the office calls it.'
  const typed = ['year', 'month', 'day'].map((part) => firstOf(fields, `decideBy-${part}`))
  const [year = '', month = '', day = ''] = typed
  const decideBy = readDay(year, month, day)
  if (typed.some(Boolean) && !(decideBy && decideBy >= today))
    errors.decideBy = 'Write a day that is still to come, or leave it empty.'
  return office && Object.keys(errors).length === 0 ? { office, reference, decideBy } : { errors }
}
