import type { Refusal } from '#kernel/refusal.ts'
import type { ReleaseElement } from './release-kinds.ts'

/**
 * Why the database keeps no such release:
 * - `missing`: elements of its kind, by their codes (P2-010)
 * - `may-not-sign`: police, courts, and whoever does not work with people, cannot make one (P2-017)
 * - `minor`: nobody under 18 signs without a rule of the county (P2-018); `parent`: nor alone, where it asks for a parent
 * - `signer`: a parent for an adult, or a representative for a minor
 * - `stands-alone`: combined with proceedings or counselling notes (P2-013)
 * - `one-recipient`: more lines than its kind has
 * - `classes-not-for-police`, `kind-not-for-police`: what never goes to police or courts (P2-011, P2-020)
 * - `charge-not-held`, `revocable-too-late`, `supervisor`: 2.35 without its ground (P2-040, P2-041)
 * - `member-elsewhere`: the member who is named is not of the recipient
 * - `not-accepted`: a class or recipient that there is not, or words that are not those of the fingerprint
 */
export type SignRefusal =
  | (Refusal<'missing'> & { readonly elements: readonly ReleaseElement[] })
  | Refusal<(typeof CODES)[keyof typeof CODES] | 'may-not-sign' | 'not-accepted'>

const CODES = {
  release_minor: 'minor',
  release_parent: 'parent',
  release_signer: 'signer',
  release_stands_alone: 'stands-alone',
  release_one_recipient: 'one-recipient',
  release_line_criminal_justice_classes: 'classes-not-for-police',
  release_line_criminal_justice_kind: 'kind-not-for-police',
  release_charge_not_held: 'charge-not-held',
  release_revocable_too_late: 'revocable-too-late',
  release_supervisor: 'supervisor',
  release_line_member: 'member-elsewhere',
} as const

type DatabaseFault = { code?: unknown; constraint?: unknown; detail?: unknown }

/** What a fault of the database says about a release; undefined when it says nothing about it. */
export const signRefusalOf = (fault: unknown): SignRefusal | undefined => {
  const { code, constraint, detail } = (fault ?? {}) as DatabaseFault
  if (code === '42501') return { refused: 'may-not-sign' }
  if (code !== '23514' && code !== '23503') return undefined
  const name = String(constraint)
  if (name.startsWith('release_missing_'))
    return { refused: 'missing', elements: String(detail).split(',') as ReleaseElement[] }
  if (Object.hasOwn(CODES, name)) return { refused: CODES[name as keyof typeof CODES] }
  return { refused: 'not-accepted' }
}
