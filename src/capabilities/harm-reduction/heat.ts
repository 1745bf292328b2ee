/**
 * Places with how many people, in bands: a count of 1 to 10 is not told, and none is exact, so that an organization that
 * takes its own away from the county's cannot work out another's few.
 */
export type Heat = readonly { readonly zip: string; readonly band: Band }[]

const LIMITS = [11, 26, 51, 101] as const
const WORDS = ['Up to 10', '11 to 25', '26 to 50', '51 to 100', 'Over 100'] as const

/** 0 where so few that somebody may know who they are; 1 to 4 above. */
export type Band = 0 | 1 | 2 | 3 | 4

const bandOf = (people: number): Band => LIMITS.filter((limit) => people >= limit).length as Band

export const bandWords = (band: Band): string => WORDS[band]

/** The bands of places, the highest first, within a band by ZIP code: the order tells no more than the band does. */
export const heatOf = (counts: readonly { readonly zip: string; readonly people: number }[]): Heat =>
  counts
    .map(({ zip, people }) => ({ zip, band: bandOf(people) }))
    .sort((a, b) => b.band - a.band || a.zip.localeCompare(b.zip))
