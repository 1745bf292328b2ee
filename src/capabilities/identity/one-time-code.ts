import { generateSecret, generateURI, verifySync } from 'otplib'

export { openText as openCodeSecret, sealText as sealCodeSecret } from './sealed-text.ts'

const STEP_SECONDS = 30

/** A new secret for an authenticator app: 160 random bits in Base32, as RFC 4226 recommends. */
export const newCodeSecret = (): string => generateSecret()

/** What an authenticator app reads from the QR code. */
export const codeAddress = (secret: string, email: string): string =>
  generateURI({ issuer: 'Causeway', label: email, secret })

/**
 * Which time step a code belongs to (RFC 6238: 30 seconds, six digits). One step before and after is taken too, because
 * clocks of phones are not exact.
 *
 * @param at the moment of the check
 * @returns the step, or undefined when the code is wrong. Whether that step was used before is for the store to say
 */
export const stepOfCode = (secret: string, code: string, at: Date): number | undefined => {
  const digits = code.replace(/\s/g, '')
  if (!/^\d{6}$/.test(digits)) return undefined
  const epoch = Math.floor(at.getTime() / 1000)
  const checked = verifySync({ secret, token: digits, epoch, epochTolerance: STEP_SECONDS })
  return checked.valid && 'timeStep' in checked ? checked.timeStep : undefined
}
