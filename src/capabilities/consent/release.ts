import { addDays, dayAt, endOfDay } from '#kernel/calendar-day.ts'
import type { DataClass } from '#kernel/data-classes.ts'
import type { Id } from '#kernel/ids.ts'
import type { ReleaseSigning } from './release-kinds.ts'
import { howToStop, type ReleaseFacts, releaseText } from './release-text.ts'

/** What one person lets one place know, and for how long. */
export type ReleaseInput = {
  readonly personName: string
  readonly dataClasses: readonly DataClass[]
  readonly purpose: string
  readonly days: number
  /** The name, as they typed it. */
  readonly signature: string
}

export type NamedRelease = {
  /** Made by whoever asks, so that asking twice signs once. */
  readonly id: Id<'release'>
  readonly personId: Id<'person'>
  readonly recipient: { readonly id: Id<'organization'>; readonly name: string }
  readonly discloser: { readonly name: string }
  readonly input: ReleaseInput
  readonly at: Date
  /** The county's: by its clock the last day ends. */
  readonly zone: string
}

/** A release to one named recipient, signed by somebody of age: it holds through so many days from today. */
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
