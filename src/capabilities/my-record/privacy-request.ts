import type { Lang } from '#design'

/**
 * What somebody can ask of the privacy office:
 * - `accounting`: who was told what in the last three years (42 CFR 2.25)
 * - `restriction`: not to share something, although it may be shared (2.26)
 * - `complaint`: that something was not right (2.4); without a record too
 */
export const PRIVACY_REQUEST_KINDS = ['accounting', 'restriction', 'complaint'] as const
export type PrivacyRequestKind = (typeof PRIVACY_REQUEST_KINDS)[number]

/** How it ended: the list was given; a restriction agreed to or not; a complaint heard. */
export type PrivacyOutcome = 'given' | 'agreed' | 'not-agreed' | 'heard'

/** Which endings each kind can have. */
export const OUTCOMES: Readonly<Record<PrivacyRequestKind, readonly PrivacyOutcome[]>> = {
  accounting: ['given'],
  restriction: ['agreed', 'not-agreed'],
  complaint: ['heard'],
}

/** By when each is answered, in days: an accounting by 45 CFR 164.528(c)(1); the others by the office's own promise. */
const DUE_DAYS: Readonly<Record<PrivacyRequestKind, number>> = {
  accounting: 60,
  restriction: 30,
  complaint: 30,
}
/** An accounting may be put off once, with a reason told to the person (45 CFR 164.528(c)(1)(ii)). */
export const EXTENSION_DAYS = 30

const DAY_MS = 86_400_000

/** So many days later, to the millisecond: a clock, not a calendar. */
export const daysAfter = (at: Date, days: number): Date => new Date(at.getTime() + days * DAY_MS)

/** The moment by which something asked now is to be answered. */
export const dueAt = (kind: PrivacyRequestKind, askedAt: Date): Date => daysAfter(askedAt, DUE_DAYS[kind])

/** Three years before a moment, on the calendar: as far back as the accounting goes (2.25(a)). */
export const accountingFrom = (now: Date): Date => {
  const from = new Date(now)
  from.setUTCFullYear(from.getUTCFullYear() - 3)
  return from
}

export type PrivacyRequest = {
  readonly id: string
  readonly kind: PrivacyRequestKind
  /** Null: a complaint by somebody who did not open a record. */
  readonly personId: string | null
  /** About whom, where they named an organization. */
  readonly about: { readonly id: string; readonly name: string } | undefined
  readonly words: string | null
  /** Where they want the answer, if anywhere beside their own page. */
  readonly replyTo: string | null
  readonly paidThemselves: boolean
  readonly language: Lang
  readonly askedAt: Date
  /** Since when an accounting asked then tells: three years before. */
  readonly tellsFrom: Date
  readonly dueAt: Date
  readonly takenAt: Date | null
  /** Who of the office has it in hand; the person who asked is not told the name. */
  readonly takenBy: { readonly memberId: string; readonly name: string } | undefined
  readonly extendedAt: Date | null
  readonly extendedBecause: string | null
  readonly answeredAt: Date | null
  readonly outcome: PrivacyOutcome | null
  readonly answer: string | null
}
