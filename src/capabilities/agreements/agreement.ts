import { createHash } from 'node:crypto'

/** What an organization can be asked to accept, by the name that people know it by. */
export const AGREEMENT_KINDS = {
  'golden-rule': 'The golden rule',
  qsoa: 'Service agreement (42 CFR Part 2)',
} as const
export type AgreementKind = keyof typeof AGREEMENT_KINDS

export const isAgreementKind = (text: string): text is AgreementKind => Object.hasOwn(AGREEMENT_KINDS, text)

/** The words of an agreement: which version of them, and the SHA-256 of exactly these, in hexadecimal. */
export type AgreementText = { readonly text: string; readonly version: string; readonly sha256: string }

export const asAgreementText = (version: string, paragraphs: readonly string[]): AgreementText => {
  const text = paragraphs.join('\n\n')
  return { text, version, sha256: createHash('sha256').update(text, 'utf8').digest('hex') }
}

/** How long an acceptance lasts. Long enough for partners to settle, short enough that somebody reads it again. */
export const AGREEMENT_YEARS = 3

/** When an agreement that is accepted now ends. */
export const endOfAgreement = (from: Date): Date => {
  const end = new Date(from)
  end.setUTCFullYear(end.getUTCFullYear() + AGREEMENT_YEARS)
  return end
}

const DAY_MS = 86_400_000
/** Before this many days it is time to accept anew. */
export const ENDS_SOON_DAYS = 60

export type Standing = 'missing' | 'in-force' | 'ends-soon' | 'ended'

/** How an agreement stands, judged by the one that ends last. */
export const standingOf = (accepted: { readonly expiresAt: Date } | undefined, now: Date): Standing => {
  if (!accepted) return 'missing'
  const left = accepted.expiresAt.getTime() - now.getTime()
  if (left <= 0) return 'ended'
  return left <= ENDS_SOON_DAYS * DAY_MS ? 'ends-soon' : 'in-force'
}

/** Which agreements an organization needs: everybody the golden rule, a Part 2 program the service agreement too. */
export const neededBy = ({ isPart2Program }: { isPart2Program: boolean }): readonly AgreementKind[] =>
  isPart2Program ? ['golden-rule', 'qsoa'] : ['golden-rule']
