/**
 * Part of the index that never changes once it is made: what is searched for (postings), in which order words stand
 * (forward), and what results are counted by (facets). All of it lies in typed arrays over shared memory, so that the
 * thread that makes a segment hands it to the thread that searches it without copying a byte.
 */
export type Segment = {
  /** Of each record, by its number: the 16 bytes of its id. Records are numbered in the order of their ids. */
  readonly ids: Uint8Array
  /** Of each record: where its words begin in `forward`; one more for the end. */
  readonly forwardStart: Uint32Array
  /** The words of all records in order, as numbers of terms; `FIELD_MARK + field` begins a field, `GAP` parts values. */
  readonly forward: Uint32Array
  /** Of each term: where its postings begin; one more for the end. */
  readonly postingStart: Uint32Array
  /** Of each posting: the record, what the term weighs in it (`impactOf`), and the fields it stands in, one bit each. */
  readonly postingRecord: Uint32Array
  readonly postingImpact: Uint8Array
  readonly postingFields: Uint8Array
  /** Of each term: its row in the two tables below, or `NONE` where it is too rare to have one. */
  readonly rangeRow: Uint32Array
  /** Of each row and range of records: where in the postings the range begins; one more a row for the end. */
  readonly rangeStart: Uint32Array
  /** Of each row and range: the greatest impact in it. */
  readonly rangeMost: Uint8Array
  /** Words as they are written, in the order of their letters, and the term of each. */
  readonly surfaceTerm: Uint32Array
  readonly facets: readonly FacetColumn[]
  readonly texts: SegmentTexts
}

/** What of a segment is text. It is copied to whoever searches, since JavaScript cannot share strings. */
export type SegmentTexts = {
  readonly terms: readonly string[]
  readonly surfaces: readonly string[]
  /** Of each facet: its values in order, so that a range of years is a range of codes. */
  readonly facetValues: readonly (readonly string[])[]
}

/**
 * What a facet says of each record, as places in its values: `codes[start[record]]` to `start[record + 1]`. Where no record
 * has more than one, `start` is empty, and `codes[record]` is it, or `NONE`.
 */
export type FacetColumn = { readonly start: Uint32Array; readonly codes: Uint32Array }

export const NONE = 0xffff_ffff

/** Numbers in `forward` that are no terms. Terms are numbered from `FIRST_TERM`. */
export const GAP = 0
export const FIELD_MARK = 1
export const FIRST_TERM = 16

/** What can be searched in, in the order of their bits, each with its weight (a title counts double, measured). */
export const FIELDS = [
  { name: 'title', weight: 2 },
  { name: 'author', weight: 1 },
  { name: 'publisher', weight: 1 },
  { name: 'subject', weight: 2 },
  { name: 'abstract', weight: 1 },
  { name: 'number', weight: 1 },
] as const
export type FieldName = (typeof FIELDS)[number]['name']
export const EVERY_FIELD = (1 << FIELDS.length) - 1

/** What results are counted and filtered by. The last two are never shown: they say who may see a record. */
export const FACETS = [
  'year',
  'type',
  'subject',
  'publisher',
  'audience',
  'language',
  'evidence',
  'visibility',
  'county',
] as const
export type FacetName = (typeof FACETS)[number]
export const SHOWN_FACETS = FACETS.slice(0, 7)

/** Records that are ranked together (`rank.ts`): their scores fit into the fastest memory of a processor. */
export const RANGE_BITS = 11

export const recordCount = (segment: Segment): number => segment.forwardStart.length - 1
export const rangeCount = (segment: Segment): number => (recordCount(segment) >> RANGE_BITS) + 1

/** A record's id as it is written. */
export const idOf = (segment: Segment, record: number): string => {
  const hex = Buffer.from(segment.ids.buffer, segment.ids.byteOffset + record * 16, 16).toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

export const idBytes = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex')

/** The number of the record with this id, by halving; undefined where the segment does not have it. */
export const findRecord = (segment: Segment, id: string): number | undefined => {
  const wanted = idBytes(id)
  const ids = Buffer.from(segment.ids.buffer, segment.ids.byteOffset, segment.ids.byteLength)
  let low = 0
  let high = recordCount(segment) - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const order = ids.compare(wanted, 0, 16, middle * 16, middle * 16 + 16)
    if (order === 0) return middle
    if (order < 0) low = middle + 1
    else high = middle - 1
  }
  return undefined
}
