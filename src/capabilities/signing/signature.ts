import type { Signature } from '#consent'
import { type FormFields, firstOf } from '#platform/http/form-body.ts'
import type { SigningWords } from './signing-words.ts'

/** The longest path that is kept of a drawn signature, in characters: about a minute of drawing. */
export const LONGEST_SIGNATURE = 20_000
const PATH = /^[MLQCZmlqcz0-9 .,-]+$/

/**
 * The signature that was drawn, typed, or both, and the yes to the words; or what is missing, in the person's language. A
 * drawing that is none, which no sheet of ours sends, counts as no drawing.
 */
export const readSignature = (
  sent: FormFields,
  words: SigningWords['sign'],
): { readonly signature: Signature } | { readonly errors: Readonly<Record<string, string>> } => {
  const typed = firstOf(sent, 'signature').slice(0, 200).toWellFormed()
  const drawn = firstOf(sent, 'strokes')
  const strokes = PATH.test(drawn) ? drawn : ''
  const errors: Record<string, string> = {}
  if (strokes.length > LONGEST_SIGNATURE) errors.signature = words.tooLong
  else if (!strokes && !typed) errors.signature = words.none
  if (firstOf(sent, 'agree') !== 'yes') errors.agree = words.mustAgree
  if (Object.keys(errors).length > 0) return { errors }
  const text = typed || undefined
  return { signature: strokes ? { how: 'drawn', text, strokes } : { how: 'typed', text } }
}
