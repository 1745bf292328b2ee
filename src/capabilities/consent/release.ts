import { z } from 'zod'
import { isPoliceDataClass, type PoliceDataClass } from '#kernel/data-classes.ts'
import type { Id } from '#kernel/ids.ts'
import { addDays, dayAt, endOfDay } from './calendar-day.ts'
import type { ReleaseSigning } from './release-kinds.ts'
import { howToStop, type ReleaseFacts, releaseText } from './release-text.ts'

/** The longest that a release from this page may last; the person can stop it on any day before. */
const LONGEST_RELEASE_DAYS = 365

/** What is asked when a person signs a release for one named recipient. */
export const releaseInput = z.object({
  personName: z.string().trim().min(1, 'Write the name of the person who signs.').max(200),
  isAdult: z.literal('yes', 'Only somebody who is 18 or older can sign here.'),
  dataClasses: z
    .array(z.string().refine(isPoliceDataClass, 'Choose from the list.'))
    .min(1, 'Choose at least one thing that may be told.')
    .transform((classes) => classes as PoliceDataClass[]),
  purpose: z
    .string()
    .trim()
    .min(1, 'Write why it may be told, in the person’s own words if possible.')
    .max(500),
  days: z.coerce
    .number('Write a number of days.')
    .int('Write a whole number of days.')
    .min(1, 'A release lasts at least one day.')
    .max(LONGEST_RELEASE_DAYS, `A release lasts at most ${LONGEST_RELEASE_DAYS} days.`),
  signature: z.string().trim().min(1, 'The person types their name here to sign.').max(200),
})

export type ReleaseInput = z.output<typeof releaseInput>

export type NamedRelease = {
  /** Made by the page, so that pressing twice signs once. */
  readonly id: Id<'release'>
  readonly personId: Id<'person'>
  readonly recipient: { readonly id: Id<'organization'>; readonly name: string }
  readonly discloser: { readonly name: string }
  readonly input: ReleaseInput
  readonly at: Date
  /** The county's: by its clock the last day ends. */
  readonly zone: string
}

/** What was filled in for one named recipient, as a release to be signed: it holds through so many days from today. */
export const namedRelease = ({
  id,
  personId,
  recipient,
  discloser,
  input,
  at,
  zone,
}: NamedRelease): ReleaseSigning => {
  const { personName, dataClasses, purpose } = input
  const until = addDays(dayAt(at, zone), input.days)
  const facts: ReleaseFacts = {
    personName,
    discloserName: discloser.name,
    recipients: [{ name: recipient.name, dataClasses, until }],
    purpose,
  }
  return {
    id,
    kind: 'named-recipient',
    personId,
    personName,
    isAdult: true,
    discloserName: discloser.name,
    purpose,
    howToRevoke: howToStop('named-recipient', facts, 'en'),
    lines: [
      {
        recipientOrganizationId: recipient.id,
        dataClasses,
        expiresAt: endOfDay(until, zone),
        participantInterest: purpose,
      },
    ],
    signature: { how: 'typed', text: input.signature },
    signedAt: at,
    form: releaseText('named-recipient', facts, 'en'),
  }
}
