import { argon2, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import type { Refusal } from '#kernel/refusal.ts'
import { guessableBecause } from './guessable.ts'

/**
 * NIST SP 800-63B-4 asks for 15 characters where the password stands alone and 8 where a second factor is always
 * asked for. Here one always is; 12 leaves room for the day on which a code is stolen too (ID-6, CJ-15).
 */
export const PASSWORD_MIN_LENGTH = 12
/** Longer ones are refused rather than cut (CJ-15 forbids cutting). */
const PASSWORD_MAX_LENGTH = 200

/** OWASP's parameters for Argon2id: 19 MiB, two passes, one lane. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 } as const
const TAG_LENGTH = 32

const argon2id = promisify(argon2).bind(undefined, 'argon2id')

/** The same password typed on two keyboards can differ in its bytes (NIST SP 800-63B-4, 3.1.1.2). */
const asTyped = (password: string): string => password.normalize('NFKC')

/** Hashes a password with Argon2id, written as a PHC string that says how it was made. */
export const hashPassword = async (password: string): Promise<string> => {
  const nonce = randomBytes(16)
  const tag = await argon2id({ message: asTyped(password), nonce, tagLength: TAG_LENGTH, ...COST })
  return phc(nonce, tag)
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64').replaceAll('=', '')

const phc = (nonce: Uint8Array, tag: Uint8Array): string =>
  `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${base64(nonce)}$${base64(tag)}`

/**
 * Hashes short secrets that were made together under one salt, so that whoever shows one has it compared with all of
 * them for the price of one.
 */
export const hashAlike = async (secrets: readonly string[]): Promise<readonly string[]> => {
  const nonce = randomBytes(16)
  const hashes: string[] = []
  // One after the other: each takes 19 MiB.
  for (const message of secrets)
    hashes.push(phc(nonce, await argon2id({ message, nonce, tagLength: TAG_LENGTH, ...COST })))
  return hashes
}

/** A secret as it would be hashed beside these, which were made together. */
export const hashBeside = async (secret: string, [other]: readonly string[]): Promise<string> => {
  const salt = PHC.exec(other ?? NOBODYS_HASH)?.[4] ?? ''
  const nonce = Buffer.from(salt, 'base64')
  return phc(nonce, await argon2id({ message: secret, nonce, tagLength: TAG_LENGTH, ...COST }))
}

/** Compared with where there is no account; no password hashes to it. */
const NOBODYS_HASH = phc(new Uint8Array(16), new Uint8Array(TAG_LENGTH))

const PHC = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/

/**
 * Whether a password is the one that was hashed.
 *
 * @param hash a PHC string, or undefined when there is no such account. That costs the same time, so that an answer
 *   does not tell who has an account (ASVS 6.3.8)
 */
export const passwordMatches = async (password: string, hash: string | undefined): Promise<boolean> => {
  const [, memory, passes, parallelism, nonce, tag] = PHC.exec(hash ?? NOBODYS_HASH) ?? []
  if (!nonce || !tag) throw new Error('A stored password hash cannot be read.')
  const expected = Buffer.from(tag, 'base64')
  const actual = await argon2id({
    message: asTyped(password),
    nonce: Buffer.from(nonce, 'base64'),
    tagLength: expected.length,
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
  })
  return timingSafeEqual(actual, expected) && hash !== undefined
}

export type PasswordRefusal = Refusal<'password-too-short' | 'password-too-long' | 'password-easy-to-guess'>

/** Whose password it would be: the words that anybody would try first. */
export type PasswordOwner = {
  readonly email: string
  readonly name: string
  readonly organizationName: string
}

/**
 * Judges a new password: long enough, not among those that anybody would try first, and not one of the owner's own
 * words. Nothing is asked about kinds of characters, which makes passwords worse, not better.
 *
 * @returns undefined when it is good, otherwise a refusal that says what to change
 */
export const refusePassword = async (
  password: string,
  owner: PasswordOwner,
): Promise<PasswordRefusal | undefined> => {
  const length = [...asTyped(password)].length
  if (length < PASSWORD_MIN_LENGTH)
    return refuse(
      'password-too-short',
      `Use at least ${PASSWORD_MIN_LENGTH} characters. Three or four words are fine.`,
    )
  if (length > PASSWORD_MAX_LENGTH)
    return refuse('password-too-long', `Use ${PASSWORD_MAX_LENGTH} characters or fewer.`)
  if (isMadeOfOwnWords(password, owner))
    return refuse(
      'password-easy-to-guess',
      'Choose words that have nothing to do with your name, your address or your organization, and do not repeat one.',
    )
  const because = await guessableBecause(asTyped(password), wordsOf(owner))
  return because ? refuse('password-easy-to-guess', because) : undefined
}

const refuse = <Code extends string>(code: Code, sentence: string): Refusal<Code> => ({
  refused: code,
  fields: { password: sentence },
})

const lettersAndDigits = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

const PRODUCT = 'causeway'

/** Every word of the owner's by itself. */
const wordsOf = ({ email, name, organizationName }: PasswordOwner): string[] =>
  [email, name, organizationName, PRODUCT].flatMap((text) =>
    text.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length >= 3),
  )

const isMadeOfOwnWords = (password: string, owner: PasswordOwner): boolean => {
  const plain = lettersAndDigits(password)
  const known = [owner.email, owner.email.split('@')[0] ?? '', owner.name, owner.organizationName, PRODUCT]
  const rest = known
    .map(lettersAndDigits)
    .filter((word) => word.length >= 4)
    .sort((a, b) => b.length - a.length)
    .reduce((left, word) => left.replaceAll(word, ''), plain)
  // What is left once the owner's words are gone has to be worth guessing: "Harbor Recovery 2026" leaves four digits.
  if (rest.length < 5 && rest.length < plain.length) return true
  return /^(.{1,6})\1+$/u.test(plain)
}

/** Letters and digits that cannot be taken for one another when they are read out. */
const CLEAR = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A first password to hand over: 20 random characters (about 99 bits) in groups of five. */
export const newFirstPassword = (): string =>
  Array.from({ length: 4 }, () =>
    Array.from({ length: 5 }, () => CLEAR.charAt(randomInt(CLEAR.length))).join(''),
  ).join('-')
