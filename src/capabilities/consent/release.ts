import { createHash } from 'node:crypto'
import { z } from 'zod'
import { isPoliceDataClass, POLICE_DATA_CLASSES, type PoliceDataClass } from '#kernel/data-classes.ts'
import type { Id } from '#kernel/ids.ts'
import type { ReleaseForm, ReleaseSigning } from './release-kinds.ts'

/** The longest that a release from this page may last; the person can stop it on any day before. */
const LONGEST_RELEASE_DAYS = 365

const FORM_VERSION = 'named-recipient 1'

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

export const HOW_TO_REVOKE =
  'You can stop this on any day, by telling or writing to anybody at the organization that asked you. It stops at once. What was told before cannot be taken back.'

/** The words that the person reads and signs, and their fingerprint. An old release is shown from these very words. */
export const releaseForm = (
  input: Pick<ReleaseInput, 'personName' | 'dataClasses' | 'purpose'>,
  facts: { from: string; to: string; until: string },
): ReleaseForm => {
  const text = [
    `I am ${input.personName}.`,
    `${facts.from} may tell ${facts.to} these things about me, and nothing else:`,
    ...input.dataClasses.map((dataClass) => `- ${POLICE_DATA_CLASSES[dataClass]}`),
    `Why: ${input.purpose}`,
    `This ends on ${facts.until}.`,
    HOW_TO_REVOKE,
    'I do not have to sign. If I do not, I get the same help.',
  ].join('\n')
  return {
    text,
    version: FORM_VERSION,
    language: 'en',
    sha256: createHash('sha256').update(text, 'utf8').digest('hex'),
  }
}

const DAY_MS = 86_400_000

export type NamedRelease = {
  /** Made by the page, so that pressing twice signs once. */
  readonly id: Id<'release'>
  readonly personId: Id<'person'>
  readonly recipient: { readonly id: Id<'organization'>; readonly name: string }
  readonly discloser: { readonly name: string }
  readonly input: ReleaseInput
  readonly at: Date
  /** Writes a day for the form's words, in the county's zone. */
  readonly day: (at: Date) => string
}

/** What was filled in for one named recipient, as a release to be signed. */
export const namedRelease = ({
  id,
  personId,
  recipient,
  discloser,
  input,
  at,
  day,
}: NamedRelease): ReleaseSigning => {
  const expiresAt = new Date(at.getTime() + input.days * DAY_MS)
  return {
    id,
    kind: 'named-recipient',
    personId,
    personName: input.personName,
    isAdult: true,
    discloserName: discloser.name,
    purpose: input.purpose,
    howToRevoke: HOW_TO_REVOKE,
    lines: [
      {
        recipientOrganizationId: recipient.id,
        dataClasses: input.dataClasses,
        expiresAt,
        participantInterest: input.purpose,
      },
    ],
    signature: { how: 'typed', text: input.signature },
    signedAt: at,
    form: releaseForm(input, { from: discloser.name, to: recipient.name, until: day(expiresAt) }),
  }
}
