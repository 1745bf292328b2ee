import { randomInt } from 'node:crypto'

/** Crockford's alphabet: no letter looks like a digit. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A code that nobody guesses: 32 to the power of its length. */
const drawCode = (length: number): string =>
  Array.from({ length }, () => LETTERS[randomInt(LETTERS.length)]).join('')

/** What stands on a certificate, and opens its verification page: 60 bits. */
export const newCertificateCode = (): string => drawCode(12)

/** What the code on the wall of a session opens; it holds for an afternoon. */
export const newSessionCode = (): string => drawCode(10)

/** A code as somebody typed it from paper: without spaces and hyphens, and with what looks alike put right. */
export const readCode = (typed: string): string =>
  typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')

/** A code in groups of four, as it is read aloud. */
export const spokenCode = (code: string): string => code.match(/.{1,4}/g)?.join(' ') ?? code
