import { createHash, createHmac, randomBytes } from 'node:crypto'
import type { Id } from '#kernel/ids.ts'

const mac = (key: Buffer, purpose: string, text: string): string =>
  createHmac('sha256', key).update(`${purpose} `).update(text).digest('base64url')

/**
 * What is kept of a code: one hash of it and the birth year together. Nothing then tells a wrong year from a wrong code,
 * neither in the answer nor in the work that it takes, and a copy of the database opens nothing without the key.
 */
export const codeHash = (key: Buffer, code: string, birthYear: string): string =>
  mac(key, 'code', `${code} ${birthYear}`)

/** By what tries of one code are counted, whatever year is given with it. */
export const codeCountedAs = (key: Buffer, code: string): string => mac(key, 'tries', code)

/** What is kept of a safe word. Case and space say nothing, since it is typed in a hurry. */
export const safeWordHash = (key: Buffer, accessId: Id<'person-access'>, word: string): string =>
  mac(key, 'safe word', `${accessId} ${word.normalize('NFKC').trim().replaceAll(/\s+/g, ' ').toLowerCase()}`)

/** A new secret for a session: 256 random bits. */
export const newSessionToken = (): string => randomBytes(32).toString('base64url')

/** What is kept of it. */
export const sessionHash = (token: string): string => createHash('sha256').update(token).digest('base64url')
