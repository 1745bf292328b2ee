import type { DataClass } from '#kernel/data-classes.ts'
import type { Id } from '#kernel/ids.ts'

/**
 * The kinds of release, and what each is for:
 * - `named-recipient`, `multi-party`: one recipient, or one line each for several (42 CFR 2.31; LEAD's release)
 * - `tpo`: treatment, payment and operations; it never opens anything to police or courts (P2-020)
 * - `criminal-justice`: 2.35, to one named person who monitors while a charge is held, and ends with it (P2-040)
 * - `intermediary`: through an organization that passes records on to those named or treating (2.24)
 * - `proceedings`, `counselling-notes`: stand alone, never with another (2.31(b), (d); P2-013)
 */
export const RELEASE_KINDS = [
  'named-recipient',
  'multi-party',
  'tpo',
  'criminal-justice',
  'intermediary',
  'proceedings',
  'counselling-notes',
] as const
export type ReleaseKind = (typeof RELEASE_KINDS)[number]

/**
 * Who signs: the person; the person under 18 and a parent or guardian, both (2.14(c)); or a representative in the place of
 * an adult who cannot decide, or who died (2.15).
 */
export type Signer = 'person' | 'parent' | 'representative'

/** What ends a line, instead of a date or before it. `none` is for treatment, payment and operations alone (P2-012). */
export const ENDING_EVENTS = [
  'case-closed',
  'treatment-ended',
  'proceedings-ended',
  'disposition',
  'none',
] as const
export type EndingEvent = (typeof ENDING_EVENTS)[number]

/**
 * What a release has to say before it can be active, each by its own code: the database refuses it with the constraint
 * `release_missing_<code>`, its dashes written as underscores.
 */
export const RELEASE_ELEMENTS = [
  'person-name',
  'discloser-name',
  'recipient',
  'data-classes',
  'purpose',
  'how-to-revoke',
  'ending',
  'signature',
  'signed-at',
  'signer-name',
  'signer-ground',
  'signer-signature',
  'age',
  'form',
  'participant-interest',
  'fundraising-statement',
  'proceedings-exception',
  'redisclosure-warning',
  'refusal-consequences',
  'charge',
  'monitoring-member',
  'monitoring-duty',
  'period',
  'revocable-from',
  'supervisor-approval',
  'counsel-approval',
  'participants',
  'proceeding',
] as const
export type ReleaseElement = (typeof RELEASE_ELEMENTS)[number]

/** One recipient of a release, with its own classes and ending (LEAD-01). */
export type LineInput = {
  /** Made by the page, if it wants to name the line afterwards. */
  readonly id?: Id<'release-line'> | undefined
  readonly recipientOrganizationId: Id<'organization'>
  /** Only this member of it; for 2.35 the one who monitors. */
  readonly recipientMemberId?: Id<'member'> | undefined
  readonly dataClasses: readonly DataClass[]
  readonly expiresAt?: Date | undefined
  readonly endsOn?: EndingEvent | undefined
  /** For police and courts: why it is in the person's own interest that they know (LEAD-03). */
  readonly participantInterest?: string | undefined
}

/** How it was signed: typed, drawn (an SVG path), or on paper, which the member who holds it attests. */
export type Signature = {
  readonly how: 'typed' | 'drawn' | 'paper'
  readonly text?: string | undefined
  readonly strokes?: string | undefined
  readonly attestedBy?: Id<'member'> | undefined
}

/** The exact words that were signed (P2-014). */
export type ReleaseForm = {
  readonly text: string
  readonly version: string
  readonly language: 'en' | 'es'
  readonly sha256: string
}

/**
 * What a release of any kind is made from. What may be left out here may not be missing in the end: which elements a
 * kind needs, the database says (P2-010). A text of only space counts as missing.
 */
export type ReleaseSigning = {
  /** Made by the page, so that pressing twice signs once. */
  readonly id: Id<'release'>
  readonly kind: ReleaseKind
  readonly personId: Id<'person'>
  readonly personName?: string | undefined
  /** Whether they are 18 or older. Who is younger signs only where the county has a rule for it (P2-018). */
  readonly isAdult?: boolean | undefined
  /** The organization that discloses, as the form names it. */
  readonly discloserName?: string | undefined
  readonly purpose?: string | undefined
  readonly howToRevoke?: string | undefined
  readonly lines: readonly LineInput[]
  readonly signature?: Signature | undefined
  readonly signedAt?: Date | undefined
  /** Left out: the person. */
  readonly signer?:
    | {
        readonly by: Signer
        readonly name?: string | undefined
        /** `representative`: what lets them. */
        readonly ground?: string | undefined
        /** `parent`: the second signature, beside the person's own. On paper both stand on it. */
        readonly signature?: Pick<Signature, 'text' | 'strokes'> | undefined
      }
    | undefined
  readonly witness?: string | undefined
  readonly interpreter?: string | undefined
  readonly form?: ReleaseForm | undefined
  /** Where records may be used to raise money: that the person can opt out. */
  readonly fundraising?: { readonly statement?: string | undefined } | undefined
  /** `tpo`: 2.31(a)(4)(iii) and (a)(10). */
  readonly tpo?:
    | {
        readonly proceedingsException?: string | undefined
        readonly redisclosureWarning?: string | undefined
        readonly refusalConsequences?: string | undefined
      }
    | undefined
  /** `criminal-justice`: 2.35. */
  readonly criminalJustice?:
    | {
        readonly heldChargeId?: Id<'held-charge'> | undefined
        readonly monitoringDuty?: string | undefined
        /** Why it lasts as long as it does: 2.35(b). */
        readonly period?: string | undefined
        /** From when on it can be stopped, at the latest from the disposition: 2.35(c). */
        readonly revocableFrom?: Date | 'disposition' | undefined
        /** A member of the discloser, other than the one who obtained it (P2-041). */
        readonly supervisorId?: Id<'member'> | undefined
        /** Whose counsel the program took (P2-041). */
        readonly counselName?: string | undefined
      }
    | undefined
  /** `intermediary`: those named, or a general designation, which is limited to places that treat the person. */
  readonly intermediary?:
    | { readonly participants?: readonly string[] | undefined; readonly treatingOnly?: boolean | undefined }
    | undefined
  /** `proceedings`: which proceeding. */
  readonly proceeding?: string | undefined
}
