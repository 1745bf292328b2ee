import type { Refusal } from '#kernel/refusal.ts'
import type { Means } from './means.ts'
import { codeAddress, newCodeSecret, stepOfCode } from './one-time-code.ts'
import { openText, sealText } from './sealed-text.ts'

/**
 * What a page needs to have codes set up, before anything of it is kept. The form carries the secret, sealed and tied to
 * whose it will be, so that an error asks nobody to scan another.
 */
export type CodeSetUp = {
  readonly sealed: string
  /** Base32, for whoever cannot scan. */
  readonly secret: string
  /** What the QR code holds. */
  readonly address: string
}

/**
 * Goes on with the secret that a form carries, or with a new one when it carries none of ours.
 *
 * @param owner the id of the account
 * @param carried what the form sent; empty the first time
 */
export const codeSetUp = (
  owner: { readonly memberId: string; readonly email: string },
  keys: Means['keys'],
  carried = '',
): CodeSetUp => {
  const secret = openCarried(carried, owner.memberId, keys) ?? newCodeSecret()
  const sealed =
    carried && openCarried(carried, owner.memberId, keys) ? carried : seal(secret, owner.memberId, keys)
  return { sealed, secret, address: codeAddress(secret, owner.email) }
}

/** The same key as for codes in use, but not the same thing: what is in use opens no form, and the other way round. */
const carrierOf = (memberId: string): string => `set up ${memberId}`

const seal = (secret: string, memberId: string, keys: Means['keys']): string =>
  sealText(secret, carrierOf(memberId), keys.totp)

const openCarried = (carried: string, memberId: string, keys: Means['keys']): string | undefined => {
  if (!carried) return undefined
  try {
    return openText(carried, carrierOf(memberId), keys.totp)
  } catch {
    // Altered, or another's: the page begins with a new one.
    return undefined
  }
}

/**
 * Judges the first code of a secret that a form carries.
 *
 * @param input.at the moment against which the code is checked
 * @returns the secret as it is kept, and the step that is used up by this
 */
export const readCodeSetUp = (
  memberId: string,
  keys: Means['keys'],
  input: { sealed: string; code: string; at: Date },
): { totpSecret: string; totpLastStep: number } | Refusal<'code-wrong'> => {
  const secret = openCarried(input.sealed, memberId, keys)
  const step = secret && stepOfCode(secret, input.code, input.at)
  if (!secret || step === undefined) return { refused: 'code-wrong' }
  return { totpSecret: sealText(secret, memberId, keys.totp), totpLastStep: step as number }
}
