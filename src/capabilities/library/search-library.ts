import type { Actor } from '#kernel/actor.ts'
import type { Tx } from '#platform/database/as-actor.ts'
import type { LibraryIndex } from './keep-index.ts'
import { keepsLibrary } from './keepers.ts'
import { type LibraryRecord, mayShowAbstract } from './record.ts'
import { selectRecords } from './records.store.ts'
import type { FacetCount } from './search/facets.ts'
import { highlight, type Marks, snippet } from './search/highlight.ts'
import type { SearchAnswer, Viewer } from './search/search-segments.ts'
import { FACETS, type FoundRecords, type LibrarySearch, PAGE_SIZE } from './search-query.ts'
import { searchRecords } from './search-records.store.ts'

/**
 * What was found, with the records of this page. Only what the actor may see is found, and counted.
 *
 * @param index what answers; left out, or while it is not ready, the database itself looks, and `degraded` says so
 */
export const searchLibrary = async (
  tx: Tx,
  search: LibrarySearch,
  index?: LibraryIndex,
): Promise<{ readonly found: FoundRecords; readonly records: readonly LibraryRecord[] }> => {
  const viewer = viewerOf(tx.actor)
  const answer = viewer && (await index?.search({ ...requestOf(search), viewer }))
  if (!answer) {
    const found = await searchRecords(tx, search)
    return { found, records: await selectRecords(tx, found.ids) }
  }
  // Whatever the index found, the policies have the last word on what is shown of it.
  const records = await selectRecords(tx, answer.ids)
  return { found: foundBy(answer, records, viewer.isMember), records }
}

/** The records most like one, as far as the actor may see them; none while there is no index. */
export const findAlike = async (
  tx: Tx,
  id: string,
  index: LibraryIndex | undefined,
): Promise<readonly LibraryRecord[]> => {
  const viewer = viewerOf(tx.actor)
  const ids = viewer && (await index?.like(id, viewer, MOST_ALIKE))
  return ids && ids.length > 0 ? selectRecords(tx, ids) : []
}
const MOST_ALIKE = 5

/** As the policy of `library_record` has it. Jobs and the operator see everything, which no index is asked for. */
const viewerOf = (actor: Actor): Viewer | undefined => {
  if (actor.kind === 'job' || actor.kind === 'operator') return undefined
  const isMember = actor.kind === 'member' || actor.kind === 'token'
  return {
    isMember,
    keepsLibrary: actor.kind === 'member' && keepsLibrary(actor.roles),
    county: isMember ? actor.jurisdictionId : undefined,
  }
}

const requestOf = ({ text, filters, page, order }: LibrarySearch) => {
  const { from, to, ...chosen } = filters
  const year = (value: number) => String(value).padStart(4, '0')
  const years = from === undefined && to === undefined ? [] : [`${year(from ?? 0)}-${year(to ?? 9999)}`]
  return { text, filters: { ...chosen, year: years }, from: (page - 1) * PAGE_SIZE, size: PAGE_SIZE, order }
}

const foundBy = (
  { ids, total, facets, marks, notes, didYouMean }: SearchAnswer,
  records: readonly LibraryRecord[],
  isMember: boolean,
): FoundRecords => ({
  ids,
  total,
  facets: Object.fromEntries(FACETS.map((facet) => [facet, facets[facet] ?? []])) as Record<
    (typeof FACETS)[number],
    readonly FacetCount[]
  >,
  // What was chosen, such as a range, is no year to draw.
  years: (facets.year ?? [])
    .filter(({ count }) => count > 0)
    .map(({ value, count }) => ({ year: Number(value), count })),
  highlights: new Map(records.map((record) => [record.id, snippet(shownText(record, isMember), marks)])),
  titles: new Map(records.map((record) => [record.id, markedTitle(record, marks)])),
  notes: notes.filter((note) => note !== 'any-word'),
  widened: notes.includes('any-word'),
  degraded: false,
  didYouMean,
})

const shownText = ({ finding, abstract, rights }: LibraryRecord, isMember: boolean): string =>
  [finding, isMember || mayShowAbstract(rights) ? abstract : null].filter((text) => text !== null).join(' ')

const markedTitle = ({ title }: LibraryRecord, marks: Marks) => highlight(title, marks)
