import { doubleMetaphone } from 'double-metaphone'

/**
 * How each word of a name sounds, without doubles: “Catherine” and “Katharine” are one. Initials and short words sound like
 * too much, and are left out.
 */
export const nameSounds = (name: string | undefined): string[] => {
  const words = (name ?? '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .split(/[^\p{L}]+/u)
  const codes = words.filter((word) => word.length > 2).flatMap((word) => doubleMetaphone(word))
  return [...new Set(codes)].filter((code) => code !== '')
}
