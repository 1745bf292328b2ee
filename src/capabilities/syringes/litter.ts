export const AMOUNTS = ['one', 'few', 'many'] as const
export type Amount = (typeof AMOUNTS)[number]
export const CLOSED_AS = ['picked-up', 'nothing-found'] as const
export type ClosedAs = (typeof CLOSED_AS)[number]

/** How long a program has to pick up what was reported (Santa Cruz County: 48 hours). */
export const PICK_UP_WITHIN_MS = 48 * 3_600_000

/** How many reports a place needs within `HOTSPOT_DAYS` to be one that is worth a kiosk or a walk. */
export const HOTSPOT_REPORTS = 2
export const HOTSPOT_DAYS = 90

/** ZIP codes with how often something was reported there, the most often first; those reported once are left out. */
export const hotspotsOf = (
  zips: readonly string[],
): readonly { readonly zip: string; readonly reports: number }[] =>
  [...Map.groupBy(zips, (zip) => zip)]
    .map(([zip, reports]) => ({ zip, reports: reports.length }))
    .filter(({ reports }) => reports >= HOTSPOT_REPORTS)
    .sort((a, b) => b.reports - a.reports || a.zip.localeCompare(b.zip))
