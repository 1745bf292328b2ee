/**
 * The address that calls a number as a list writes it: `tel:907-555-0101;ext=206` (RFC 3966) for "907-555-0101 x206".
 * Undefined where there is nothing to dial.
 */
export const phoneLink = (phone: string): string | undefined => {
  const [, number = '', extension = ''] =
    /^(.*?)(?:\s*(?:x|ext\.?|extension)\s*(\d+))?$/i.exec(phone.trim()) ?? []
  const digits = number
    .replace(/[^\d+]+/g, '-')
    .replace(/(?!^)\+/g, '')
    .replace(/^-+|-+$/g, '')
  if (!/\d{3}/.test(digits.replaceAll('-', ''))) return undefined
  return `tel:${digits}${extension && `;ext=${extension}`}`
}
