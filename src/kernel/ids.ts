import { v5, v7, validate } from 'uuid'

/** A UUID that says what it names, so that a member's id cannot stand where a referral's is meant. */
export type Id<Kind extends string> = string & { readonly __kind?: Kind }

/**
 * A new UUIDv7 (RFC 9562): it sorts by time, so indexes stay compact, and it is made by whoever
 * starts the write, so that a retry of the same write carries the same id.
 */
export const newId = <Kind extends string>(): Id<Kind> => v7()

/** Whether a text that came from outside is a UUID of any version. */
export const isId = (text: unknown): text is string => typeof text === 'string' && validate(text)

const DERIVED = '6f1e6f0c-58f5-4d2e-9d5e-3f0a1c7b2a10'

/** An id that follows from another (UUIDv5): whoever repeats a write comes to the same one. */
export const derivedId = <Kind extends string>(kind: Kind, from: string): Id<Kind> =>
  v5(`${kind} ${from}`, DERIVED)
