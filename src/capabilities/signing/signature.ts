import type { Signature } from '#consent'
import { type FormFields, firstOf } from '#platform/http/form-body.ts'
import type { SigningWords } from './signing-words.ts'

/** The longest path that is kept of a drawn signature, in characters: about a minute of drawing. */
export const LONGEST_SIGNATURE = 20_000
const PATH = /^[MLQCZmlqcz0-9 .,-]+$/

/**
 * The signature that was drawn, typed, or both, and the yes to the words; or what is missing, in the person's language. A
 * drawing that is none, which no sheet of ours sends, counts as no drawing.
 *
 * @param withParent whether a parent or guardian signs too: then there are two
 */
export const readSignature = (
  sent: FormFields,
  words: SigningWords['sign'],
  withParent = false,
):
  | { readonly signature: Signature; readonly second?: Omit<Signature, 'how'> }
  | { readonly errors: Readonly<Record<string, string>> } => {
  const first = handOf(sent, 'signature', 'strokes')
  const second = withParent ? handOf(sent, 'parentSignature', 'parentStrokes') : undefined
  const errors: Record<string, string> = {}
  const look = (hand: ReturnType<typeof handOf>, field: string, none: string) => {
    if (hand.strokes.length > LONGEST_SIGNATURE) errors[field] = words.tooLong
    else if (!hand.strokes && !hand.text) errors[field] = none
  }
  look(first, 'signature', words.none)
  if (second) look(second, 'parentSignature', words.parentNone)
  if (firstOf(sent, 'agree') !== 'yes') errors.agree = words.mustAgree
  if (Object.keys(errors).length > 0) return { errors }
  const kept = ({ text, strokes }: ReturnType<typeof handOf>) => ({
    text: text || undefined,
    ...(strokes ? { strokes } : {}),
  })
  return {
    signature: { how: first.strokes ? 'drawn' : 'typed', ...kept(first) },
    ...(second ? { second: kept(second) } : {}),
  }
}

const handOf = (sent: FormFields, typed: string, drawn: string) => ({
  text: firstOf(sent, typed).slice(0, 200).toWellFormed(),
  strokes: PATH.test(firstOf(sent, drawn)) ? firstOf(sent, drawn) : '',
})
