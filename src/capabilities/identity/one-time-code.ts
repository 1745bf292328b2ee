import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { generateSecret, generateURI, verifySync } from 'otplib'

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

/** Encrypts a secret for the database (AES-256-GCM), tied to its member so that it works in no other row. */
export const sealCodeSecret = (secret: string, memberId: string, key: Buffer): string => {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(memberId))
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')
}

/** @throws when the text was changed, belongs to another member, or was sealed under another key */
export const openCodeSecret = (sealed: string, memberId: string, key: Buffer): string => {
  const bytes = Buffer.from(sealed, 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12), { authTagLength: 16 })
    .setAAD(Buffer.from(memberId))
    .setAuthTag(bytes.subarray(12, 28))
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
}
