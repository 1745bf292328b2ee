import type { Id } from '#kernel/ids.ts'

/** How far one can lean on a work; the scale is explained on its own page. Weakest last. */
export const EVIDENCE = ['strong', 'moderate', 'early', 'practice'] as const
export type Evidence = (typeof EVIDENCE)[number]

export const VISIBILITIES = ['public', 'members', 'draft'] as const
export type Visibility = (typeof VISIBILITIES)[number]

/** Whose words the abstract is. */
export const RIGHTS = ['own-words', 'public-domain', 'open-licence', 'copyrighted', 'unknown'] as const
export type Rights = (typeof RIGHTS)[number]

/** What came of asking for a record's address. */
export type LinkAnswer = 'found' | 'moved' | 'gone' | 'no-answer'

/** What a record says of a work. Dates are as far as they are known: `2019`, `2019-04` or `2019-04-30`. */
export type Work = {
  readonly title: string
  readonly authors: readonly string[]
  readonly publishedOn: string | null
  readonly journal: string | null
  readonly publisher: string | null
  readonly sponsor: string | null
  readonly grantNumber: string | null
  readonly type: string
  readonly format: string | null
  readonly length: string | null
  readonly language: string
  readonly country: string | null
  readonly subjects: readonly string[]
  readonly audience: string | null
  readonly abstract: string | null
  readonly finding: string | null
  readonly usefulFor: string | null
  readonly design: string | null
  readonly evidence: Evidence | null
  readonly evidenceReason: string | null
  readonly ncjNumber: string | null
  readonly doi: string | null
  readonly pmid: string | null
  readonly url: string | null
  readonly rights: Rights
  readonly rightsNote: string | null
}

/** A work as the library keeps it. */
export type LibraryRecord = Work & {
  readonly id: Id<'library-record'>
  readonly year: number | null
  readonly visibility: Visibility
  /** Null: it ships to all. */
  readonly jurisdictionId: string | null
  readonly changedAt: Date
  readonly deletedAt: Date | null
  readonly linkAnswer: LinkAnswer | null
  readonly linkCheckedAt: Date | null
}

/** Words of others are not handed on unless their rights are known to allow it. */
export const mayShowAbstract = (rights: Rights): boolean => rights !== 'copyrighted' && rights !== 'unknown'
