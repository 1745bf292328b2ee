import { createHash } from 'node:crypto'

/** What organizations agree to, by the name that people know it by. */
export const AGREEMENT_KINDS = {
  'golden-rule': 'The golden rule',
  qsoa: 'Service agreement (42 CFR Part 2)',
  deflection: 'Deflection agreement',
  'data-sharing': 'Data sharing agreement',
} as const
export type AgreementKind = keyof typeof AGREEMENT_KINDS

export const isAgreementKind = (text: string): text is AgreementKind => Object.hasOwn(AGREEMENT_KINDS, text)

/** Those that a county can ask for between two organizations before one refers to the other. */
export const REQUIRED_KINDS = ['deflection', 'data-sharing'] as const
export type RequiredKind = (typeof REQUIRED_KINDS)[number]

/** Those that an organization accepts by itself, in words that are the same for all. */
export const OWN_KINDS = ['golden-rule', 'qsoa'] as const
export type OwnKind = (typeof OWN_KINDS)[number]

export const isOwnKind = (text: string): text is OwnKind => OWN_KINDS.some((kind) => kind === text)

/** The words of an agreement: which version of them, and the SHA-256 of exactly these, in hexadecimal. */
export type AgreementText = { readonly text: string; readonly version: string; readonly sha256: string }

export const asAgreementText = (version: string, paragraphs: readonly string[]): AgreementText => {
  const text = paragraphs.join('\n\n')
  return { text, version, sha256: createHash('sha256').update(text, 'utf8').digest('hex') }
}

/** How long an agreement lasts unless said. Long enough to settle, short enough that somebody reads it again. */
export const AGREEMENT_YEARS = 3

/** When an agreement that is accepted now ends. */
export const endOfAgreement = (from: Date): Date => {
  const end = new Date(from)
  end.setUTCFullYear(end.getUTCFullYear() + AGREEMENT_YEARS)
  return end
}

const DAY_MS = 86_400_000
/** So many days before the end its parties are reminded. From the first on it ends soon. */
export const REMINDER_DAYS = [90, 30, 7] as const

/** How an agreement stands: it waits for signatures, or for its day, counts, counts not for long, or is over. */
export type AgreementState = 'waiting' | 'to-come' | 'in-force' | 'ends-soon' | 'ended'

export type Life = {
  /** When the last party signed; null while somebody has not. */
  readonly acceptedAt: Date | null
  readonly startsAt: Date | null
  readonly expiresAt: Date
  /** When it ended or ends before its time. */
  readonly endedAt: Date | null
}

/** When it ends: by its words, or earlier where a party ended it or another takes its place. */
export const endOf = ({ expiresAt, endedAt }: Life): Date =>
  endedAt && endedAt < expiresAt ? endedAt : expiresAt

export const stateOf = (life: Life, now: Date): AgreementState => {
  const left = endOf(life).getTime() - now.getTime()
  if (left <= 0) return 'ended'
  if (!life.acceptedAt) return 'waiting'
  if (life.startsAt && life.startsAt > now) return 'to-come'
  return left <= REMINDER_DAYS[0] * DAY_MS ? 'ends-soon' : 'in-force'
}

export const isInForce = (life: Life, now: Date): boolean =>
  ['in-force', 'ends-soon'].includes(stateOf(life, now))

/**
 * Of an organization's agreements of one kind, the one by which it stands: in force if there is one, and of those the one
 * that ends last; else the newest.
 */
export const standsBy = <One extends Life & { readonly madeAt: Date }>(
  agreements: readonly One[],
  now: Date,
): One | undefined => {
  const rank = (one: One) => (isInForce(one, now) ? endOf(one).getTime() : 0)
  return agreements.toSorted((a, b) => rank(b) - rank(a) || b.madeAt.getTime() - a.madeAt.getTime())[0]
}

/** Which agreements an organization needs: everybody the golden rule, a Part 2 program the service agreement too. */
export const neededBy = ({ isPart2Program }: { isPart2Program: boolean }): readonly OwnKind[] =>
  isPart2Program ? ['golden-rule', 'qsoa'] : ['golden-rule']
