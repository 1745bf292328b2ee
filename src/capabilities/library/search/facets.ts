import { FACETS, type FacetName, NONE, type Segment } from './segment.ts'

export type FacetCount = { readonly value: string; readonly count: number }

/** Adds how many of the records have each value of a facet to `counts`. */
export const countFacet = (
  segment: Segment,
  facet: FacetName,
  records: Uint32Array,
  counts: Map<string, number>,
): void => {
  const place = FACETS.indexOf(facet)
  const column = segment.facets[place]
  const values = segment.texts.facetValues[place] ?? []
  if (!column) return
  const { start, codes } = column
  const sums = new Uint32Array(values.length)
  if (start.length === 0)
    for (let at = 0; at < records.length; at++) {
      const code = codes[records[at] as number] as number
      if (code !== NONE) sums[code] = (sums[code] as number) + 1
    }
  else
    for (let at = 0; at < records.length; at++) {
      const record = records[at] as number
      const end = start[record + 1] as number
      for (let place = start[record] as number; place < end; place++) {
        const code = codes[place] as number
        sums[code] = (sums[code] as number) + 1
      }
    }
  for (let code = 0; code < sums.length; code++)
    if (sums[code] !== 0)
      counts.set(values[code] as string, (counts.get(values[code] as string) ?? 0) + (sums[code] as number))
}

/** Years in their order; of everything else the most frequent values, with those that are chosen among them. */
export const listCounts = (
  facet: FacetName,
  counts: ReadonlyMap<string, number>,
  chosen: readonly string[],
  most: number,
): FacetCount[] => {
  const all = Array.from(counts, ([value, count]) => ({ value, count }))
  if (facet === 'year') return all.sort((one, other) => (one.value < other.value ? -1 : 1))
  all.sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1))
  const shown = [...all.slice(0, most), ...all.slice(most).filter(({ value }) => chosen.includes(value))]
  const missing = chosen.filter((value) => !counts.has(value)).map((value) => ({ value, count: 0 }))
  return [...shown, ...missing]
}
