import type { Id } from '#kernel/ids.ts'

/** What came of an act: it was done, it was refused, or something was shown. */
export type AuditOutcome = 'done' | 'refused' | 'seen'

/** Facts beside the act, as codes, counts and flags. Never a name, an address or a sentence (CJ-9). */
export type AuditDetail = Readonly<Record<string, string | number | boolean>>

export type AuditEntry = {
  /** The capability and the act, in the field's words: `referrals.send`. */
  readonly action: `${string}.${string}`
  readonly subjectKind?: string
  /** Whom or what the act was about; for a list, the id of each row that was shown. */
  readonly subjectIds?: readonly string[]
  readonly outcome: AuditOutcome
  /** The data classes of the wall that were shown or written. */
  readonly dataClasses?: readonly string[]
  readonly detail?: AuditDetail
  /** The county that the act concerns, where the actor belongs to none: a job, a visitor, the operator. */
  readonly jurisdictionId?: Id<'jurisdiction'>
}

/** A code has no spaces and no @, so that neither a sentence, nor a name in two words, nor an address is one. */
const CODE = /^[\p{L}\p{N}._:/+-]{0,64}$/u
const KEY = /^[a-z][a-zA-Z0-9]{0,39}$/
const MOST_KEYS = 12

/**
 * Checks that a detail holds only what an audit record may hold.
 * @throws when a value could be free text or personal: the caller has to be changed
 */
export const checkDetail = (detail: AuditDetail): void => {
  const entries = Object.entries(detail)
  if (entries.length > MOST_KEYS) throw new Error(`An audit detail has at most ${MOST_KEYS} facts.`)
  for (const [key, value] of entries) {
    if (!KEY.test(key)) throw new Error(`The audit detail ${JSON.stringify(key)} is not a camelCase word.`)
    if (typeof value === 'number' && !Number.isFinite(value))
      throw new Error(`The audit detail ${key} is not a finite number.`)
    if (typeof value === 'string' && !CODE.test(value))
      throw new Error(`The audit detail ${key} must be a short code, not text that could name somebody.`)
  }
}
