import type { ReleaseFacts, SignerGround } from '#consent'
import { type FormFields, firstOf } from '#platform/http/form-body.ts'

/** Who signs: the person, 18 or older; the person under 18; or somebody in an adult's place (2.14, 2.15). */
export const SIGNERS = ['self', 'minor', 'representative'] as const
export type Signer = (typeof SIGNERS)[number]

/** Whom the county's rule lets sign who is under 18: nobody, them alone, or them with a parent (2.14). */
export type MinorsSign = 'nobody' | 'alone' | 'with-parent'

/** What can let a representative sign, in the order in which it is offered. */
export const SIGNER_GROUNDS = ['court', 'law', 'estate', 'family'] as const satisfies readonly SignerGround[]

type Asked = { readonly fields: FormFields; readonly minors: MinorsSign }

/** Undefined while nobody is chosen, and for somebody under 18 where the county has no rule for it (P2-018). */
export const signerOf = ({ fields, minors }: Asked): Signer | undefined => {
  const chosen = SIGNERS.find((signer) => signer === firstOf(fields, 'signer'))
  return chosen === 'minor' && minors === 'nobody' ? undefined : chosen
}

/** Whether a parent or guardian signs beside the person (2.14(c)). */
export const hasParent = (asked: Asked): boolean =>
  signerOf(asked) === 'minor' && asked.minors === 'with-parent'

/** Whether somebody other than the person signs too, or alone: their name is asked. */
export const hasOther = (asked: Asked): boolean => signerOf(asked) === 'representative' || hasParent(asked)

export const groundOf = ({ fields }: Pick<Asked, 'fields'>): SignerGround | undefined =>
  SIGNER_GROUNDS.find((ground) => ground === firstOf(fields, 'signerGround'))

const nameOf = ({ fields }: Pick<Asked, 'fields'>): string =>
  firstOf(fields, 'signerName').replace(/\s+/g, ' ').trim()

/** Who signs beside the person or in their place, as the form says it. */
export const signerFacts = (asked: Asked): ReleaseFacts['signer'] => {
  if (hasParent(asked)) return { by: 'parent', name: nameOf(asked) }
  const ground = groundOf(asked)
  if (signerOf(asked) !== 'representative' || !ground) return undefined
  return { by: 'representative', name: nameOf(asked), ground }
}

/** What is still to be said of whoever signs beside the person or in their place. */
export const signerProblems = (asked: Asked): Record<string, string> => ({
  ...(nameOf(asked) ? {} : { signerName: 'Write the name of who signs.' }),
  ...(hasParent(asked) || groundOf(asked) ? {} : { signerGround: 'Choose what lets them sign.' }),
})
