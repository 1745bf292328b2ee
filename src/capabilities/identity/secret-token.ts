import { createHash, randomBytes } from 'node:crypto'

/** A new secret that opens something: 256 random bits, in letters that a cookie and a header can carry. */
export const newSecretToken = (): string => randomBytes(32).toString('base64url')

/** What is kept of a secret token. Plain SHA-256 is enough, because 256 random bits cannot be guessed. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('base64url')
