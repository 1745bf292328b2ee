import type { Day } from '#kernel/calendar-day.ts'
import type { DraftRow, PathwayRow, VersionRow } from './pathways.store.ts'

/** A pathway with all that was published of it, the newest first, and its draft as far as the reader may edit it. */
export type Pathway = PathwayRow & {
  readonly versions: readonly VersionRow[]
  readonly draft: DraftRow | undefined
}

export type PathwayState = 'draft' | 'scheduled' | 'live' | 'ended'

/** The version that holds on a day: the newest that has begun; undefined before the first and after the end. */
export const versionOn = <Version extends Pick<VersionRow, 'effectiveFrom'>>(
  pathway: { readonly versions: readonly Version[]; readonly endsOn: string | null },
  day: Day,
): Version | undefined =>
  pathway.endsOn !== null && pathway.endsOn < day
    ? undefined
    : pathway.versions.find(({ effectiveFrom }) => effectiveFrom <= day)

export const stateOn = (pathway: Pick<Pathway, 'versions' | 'endsOn'>, day: Day): PathwayState => {
  if (pathway.versions.length === 0) return 'draft'
  if (versionOn(pathway, day)) return 'live'
  return pathway.endsOn !== null && pathway.endsOn < day ? 'ended' : 'scheduled'
}

/** The last day of a version: the day before the next one begins, or the end of the pathway; undefined while neither is known. */
export const endOf = (
  pathway: Pick<Pathway, 'versions' | 'endsOn'>,
  version: VersionRow,
): Day | undefined => {
  const next = pathway.versions.find(({ number }) => number === version.number + 1)
  if (!next) return pathway.endsOn ?? undefined
  const before = new Date(Date.parse(next.effectiveFrom) - 86_400_000).toISOString().slice(0, 10)
  return before < version.effectiveFrom ? version.effectiveFrom : before
}

/** What is shown of a pathway: its live version, or the newest, or its draft. */
export const shownOf = (pathway: Pathway, day: Day) =>
  (versionOn(pathway, day) ?? pathway.versions[0] ?? pathway.draft)?.definition
