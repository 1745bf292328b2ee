import { randomInt } from 'node:crypto'

/** So many are made at once… */
export const RECOVERY_CODES = 10
const LENGTH = 10
/** Letters and digits that cannot be taken for one another when they are read from paper. */
const CLEAR = 'abcdefghjkmnpqrstuvwxyz23456789'

/** New codes for a day without a phone: ten of ten characters (about 50 bits each), as they are typed. */
export const newRecoveryCodes = (): readonly string[] =>
  Array.from({ length: RECOVERY_CODES }, () =>
    Array.from({ length: LENGTH }, () => CLEAR.charAt(randomInt(CLEAR.length))).join(''),
  )

/** As they stand on paper: in two groups. */
export const inGroups = (code: string): string => `${code.slice(0, LENGTH / 2)} ${code.slice(LENGTH / 2)}`

/** What somebody has typed, without what paper and keyboards add; undefined when it cannot be a code. */
export const readRecoveryCode = (typed: string): string | undefined => {
  const code = typed.toLowerCase().replace(/[\s-]/g, '')
  return code.length === LENGTH && [...code].every((sign) => CLEAR.includes(sign)) ? code : undefined
}
