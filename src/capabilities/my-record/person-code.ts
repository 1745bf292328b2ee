/** Crockford's base 32: no I, L, O or U, so that nothing on paper reads as something else. */
const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const DATA_LENGTH = 15
export const CODE_LENGTH = DATA_LENGTH + 1

/** One step of multiplication by x in the field of 32 elements (x⁵ + x² + 1). */
const timesX = (value: number): number => (value << 1) ^ (value & 16 ? 0b100101 : 0)

/**
 * The sixteenth symbol: a Reed-Solomon check over the fifteen before it. One wrong symbol, or two neighbours that were
 * exchanged, never go unseen.
 */
const checkOf = (values: readonly number[]): number => values.reduce((sum, value) => timesX(sum ^ value), 0)

/** A new code: 75 random bits and a check symbol, sixteen symbols without spaces. */
export const newPersonCode = (): string => {
  const values = [...crypto.getRandomValues(new Uint8Array(DATA_LENGTH))].map((byte) => byte & 31)
  return [...values, checkOf(values)].map((value) => SYMBOLS[value]).join('')
}

/** As it is printed: 7K2M 94QT XB3N H8VD. */
export const printedCode = (code: string): string => code.replaceAll(/(.{4})(?=.)/g, '$1 ')

/**
 * A code as somebody typed it, in the one way in which it is compared: case, spaces and dashes say nothing, and letters
 * that look like a number are that number.
 */
export const readPersonCode = (typed: string): string =>
  typed
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
    .slice(0, 2 * CODE_LENGTH)

/** Whether a code, as read, could have been printed: length, symbols and check. */
export const isPersonCode = (code: string): boolean => {
  const values = [...code].map((symbol) => SYMBOLS.indexOf(symbol))
  return (
    code.length === CODE_LENGTH &&
    !values.includes(-1) &&
    checkOf(values.slice(0, DATA_LENGTH)) === values[DATA_LENGTH]
  )
}
