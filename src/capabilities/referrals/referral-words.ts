import { NEEDS, type Need, PAYERS, type Payer } from '#network'
import { CONTACT_WAYS, type ContactWay, DECLINE_REASONS, type StepName } from './referral.ts'

/** Steps as the field says them. */
export const STEP_WORDS: Readonly<Record<StepName, string>> = {
  submitted: 'Sent',
  delivered: 'Delivered to the intake desk',
  accepted: 'They said yes',
  declined: 'They cannot take this one',
  arrived: 'Arrived',
  'handed-over': 'Handed over',
  withdrawn: 'Taken back',
}

const optionsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

export const needOptions = optionsOf(NEEDS)
export const payerOptions = optionsOf(PAYERS)
export const contactWayOptions = optionsOf(CONTACT_WAYS)
export const declineOptions = optionsOf(DECLINE_REASONS)

export const needWords = (needs: readonly Need[]): string => needs.map((need) => NEEDS[need]).join(', ')
export const payerWords = (payer: Payer): string => PAYERS[payer]
export const contactWords = (way: ContactWay | undefined): string =>
  way ? `Yes: ${CONTACT_WAYS[way].toLowerCase()}` : 'No. They will come, or be brought, themselves'

/** How a list names a person: by name, else by what is known of the place, never "unknown". */
export const calledOf = (person: { name?: string | undefined; whereabouts?: string | undefined }): string =>
  person.name ?? (person.whereabouts ? `Somebody, ${person.whereabouts}` : 'Somebody who gave no name')
