import {
  FACETS,
  type FacetColumn,
  type FacetName,
  FIELD_MARK,
  FIELDS,
  FIRST_TERM,
  type FieldName,
  GAP,
  idBytes,
  NONE,
  RANGE_BITS,
  type Segment,
} from './segment.ts'
import { stemOf, wordsOf } from './words.ts'

/** A record as the index takes it: of each field the texts in it, and of each facet the values. */
export type IndexRecord = {
  readonly id: string
  readonly fields: Readonly<Partial<Record<FieldName, readonly string[]>>>
  readonly facets: Readonly<Partial<Record<FacetName, readonly string[]>>>
}

/**
 * How much a term weighs in a record, from 1 to 255: BM25F (Robertson, Zaragoza and Taylor, “Simple BM25 extension to
 * multiple weighted fields”, CIKM 2004) without the rarity of the term, which is only known when all segments are asked.
 * A byte is enough (Anh and Moffat, “Impact transformation”, SIGIR 2002).
 */
const K1 = 1.2
const B = 0.75
const impactOf = (weighted: number, length: number, meanLength: number): number =>
  Math.max(1, Math.round((255 * weighted) / (weighted + K1 * (1 - B + (B * length) / meanLength))))

/** Rarer terms are as quickly ranked without a table of their ranges. */
const ROW_FROM = 512

export type IndexBuild = {
  /** Takes the next record. Ids have to come in ascending order. @throws when they do not */
  readonly add: (record: IndexRecord) => void
  /** @param meanLength of the segment that these records will stand beside, so that impacts compare */
  readonly finish: (meanLength?: number) => { readonly segment: Segment; readonly meanLength: number }
}

export const startBuild = (): IndexBuild => {
  const terms = new Map<string, number>()
  const surfaces = new Map<string, number>()
  const forward = growing()
  const forwardStart = growing()
  const ids: Buffer[] = []
  const facets = FACETS.map(() => ({ start: growing(), codes: growing(), values: new Map<string, number>() }))

  const termOf = (surface: string): number => {
    const known = surfaces.get(surface)
    if (known !== undefined) return known
    const stem = stemOf(surface)
    let term = terms.get(stem)
    if (term === undefined) {
      term = terms.size + FIRST_TERM
      terms.set(stem, term)
    }
    surfaces.set(surface, term)
    return term
  }

  const add = ({ id, fields, facets: given }: IndexRecord): void => {
    const bytes = idBytes(id)
    const last = ids.at(-1)
    if (last && last.compare(bytes) >= 0) throw new Error(`${id} does not come after the record before it`)
    ids.push(bytes)
    forwardStart.push(forward.length())
    FIELDS.forEach(({ name }, field) => {
      forward.push(FIELD_MARK + field)
      fields[name]?.forEach((text, at) => {
        if (at > 0) forward.push(GAP)
        for (const word of wordsOf(text)) forward.push(termOf(word))
      })
    })
    FACETS.forEach((name, at) => {
      const facet = facets[at]
      facet?.start.push(facet.codes.length())
      for (const value of new Set(given[name] ?? [])) {
        const code = facet?.values.get(value) ?? facet?.values.size ?? 0
        facet?.values.set(value, code)
        facet?.codes.push(code)
      }
    })
  }

  const finish: IndexBuild['finish'] = (given) => {
    forwardStart.push(forward.length())
    for (const { start, codes } of facets) start.push(codes.length())
    const words = { forward: forward.whole(), forwardStart: forwardStart.whole(), terms: terms.size }
    const lengths = lengthsOf(words)
    const meanLength = given ?? (lengths.reduce((sum, length) => sum + length, 0) / lengths.length || 1)
    const written = [...surfaces].sort(([one], [other]) => (one < other ? -1 : 1))
    const columns = facets.map(sortedColumn)
    const idColumn = new Uint8Array(new SharedArrayBuffer(ids.length * 16))
    ids.forEach((bytes, at) => {
      idColumn.set(bytes, at * 16)
    })
    const segment: Segment = {
      ids: idColumn,
      forward: words.forward,
      forwardStart: words.forwardStart,
      ...invert(words, lengths, meanLength),
      surfaceTerm: sharedWords(written.map(([, term]) => term - FIRST_TERM)),
      facets: columns.map(({ column }) => column),
      texts: {
        terms: [...terms.keys()],
        surfaces: written.map(([surface]) => surface),
        facetValues: columns.map(({ values }) => values),
      },
    }
    return { segment, meanLength }
  }

  return { add, finish }
}

type Words = { readonly forward: Uint32Array; readonly forwardStart: Uint32Array; readonly terms: number }

const weightOf = (field: number): number => FIELDS[field]?.weight ?? 1

/** Of each record its length: its words, each as often as its field weighs. */
const lengthsOf = ({ forward, forwardStart }: Words): Float64Array => {
  const lengths = new Float64Array(forwardStart.length - 1)
  for (let record = 0; record < lengths.length; record++) {
    let weight = 1
    let length = 0
    for (let at = forwardStart[record] as number; at < (forwardStart[record + 1] as number); at++) {
      const term = forward[at] as number
      if (term >= FIRST_TERM) length += weight
      else if (term !== GAP) weight = weightOf(term - FIELD_MARK)
    }
    lengths[record] = length
  }
  return lengths
}

/** Turns “which terms does this record have” around, in two passes: how many postings each term needs, then the postings. */
const invert = (words: Words, lengths: Float64Array, meanLength: number): Postings & Ranges => {
  const { forward, forwardStart, terms } = words
  const postingStart = sharedWords(terms + 1)
  const lastSeen = new Uint32Array(terms).fill(NONE)
  for (let record = 0; record < lengths.length; record++)
    for (let at = forwardStart[record] as number; at < (forwardStart[record + 1] as number); at++) {
      const term = (forward[at] as number) - FIRST_TERM
      if (term < 0 || lastSeen[term] === record) continue
      lastSeen[term] = record
      postingStart[term + 1] = (postingStart[term + 1] as number) + 1
    }
  for (let term = 0; term < terms; term++)
    postingStart[term + 1] = (postingStart[term + 1] as number) + (postingStart[term] as number)

  const count = postingStart[terms] as number
  const postingRecord = sharedWords(count)
  const postingImpact = sharedBytes(count)
  const postingFields = sharedBytes(count)
  const next = postingStart.slice()
  const weighted = new Uint32Array(terms)
  const fields = new Uint8Array(terms)
  const touched = new Uint32Array(terms)
  for (let record = 0; record < lengths.length; record++) {
    let touchedCount = 0
    let field = 0
    let weight = 1
    for (let at = forwardStart[record] as number; at < (forwardStart[record + 1] as number); at++) {
      const found = forward[at] as number
      if (found >= FIRST_TERM) {
        const term = found - FIRST_TERM
        if (weighted[term] === 0) touched[touchedCount++] = term
        weighted[term] = (weighted[term] as number) + weight
        fields[term] = (fields[term] as number) | (1 << field)
      } else if (found !== GAP) {
        field = found - FIELD_MARK
        weight = weightOf(field)
      }
    }
    for (let at = 0; at < touchedCount; at++) {
      const term = touched[at] as number
      const posting = next[term] as number
      next[term] = posting + 1
      postingRecord[posting] = record
      postingImpact[posting] = impactOf(weighted[term] as number, lengths[record] as number, meanLength)
      postingFields[posting] = fields[term] as number
      weighted[term] = 0
      fields[term] = 0
    }
  }
  const postings = { postingStart, postingRecord, postingImpact, postingFields }
  return { ...postings, ...rangeTables(postings, (lengths.length >> RANGE_BITS) + 1) }
}

const rangeTables = ({ postingStart, postingRecord, postingImpact }: Postings, ranges: number): Ranges => {
  const terms = postingStart.length - 1
  const rangeRow = sharedWords(terms).fill(NONE)
  const common: number[] = []
  for (let term = 0; term < terms; term++)
    if ((postingStart[term + 1] as number) - (postingStart[term] as number) >= ROW_FROM)
      rangeRow[term] = common.push(term) - 1
  const rangeStart = sharedWords(common.length * (ranges + 1))
  const rangeMost = sharedBytes(common.length * ranges)
  common.forEach((term, row) => {
    const end = postingStart[term + 1] as number
    let posting = postingStart[term] as number
    for (let range = 0; range < ranges; range++) {
      rangeStart[row * (ranges + 1) + range] = posting
      let most = 0
      for (; posting < end && (postingRecord[posting] as number) >> RANGE_BITS === range; posting++)
        most = Math.max(most, postingImpact[posting] as number)
      rangeMost[row * ranges + range] = most
    }
    rangeStart[row * (ranges + 1) + ranges] = end
  })
  return { rangeRow, rangeStart, rangeMost }
}
type Postings = Pick<Segment, 'postingStart' | 'postingRecord' | 'postingImpact' | 'postingFields'>
type Ranges = Pick<Segment, 'rangeRow' | 'rangeStart' | 'rangeMost'>

/** A facet with its values put in order, so that years can be asked for from one to another. */
const sortedColumn = (facet: {
  readonly start: Growing
  readonly codes: Growing
  readonly values: ReadonlyMap<string, number>
}): { readonly column: FacetColumn; readonly values: readonly string[] } => {
  const values = [...facet.values].sort(([one], [other]) => (one < other ? -1 : 1))
  const placeOf = new Uint32Array(values.length)
  values.forEach(([, code], place) => {
    placeOf[code] = place
  })
  const given = facet.codes.whole()
  for (let at = 0; at < given.length; at++) given[at] = placeOf[given[at] as number] as number
  return { column: oneEach(facet.start.whole(), given), values: values.map(([value]) => value) }
}

const oneEach = (start: Uint32Array, codes: Uint32Array): FacetColumn => {
  const single = sharedWords(start.length - 1).fill(NONE)
  for (let record = 0; record < single.length; record++) {
    const [from, to] = [start[record] as number, start[record + 1] as number]
    if (to - from > 1) return { start, codes }
    if (to > from) single[record] = codes[from] as number
  }
  return { start: sharedWords(0), codes: single }
}

type Growing = ReturnType<typeof growing>

/** A list of numbers whose length nobody knows yet, without a JavaScript object for any of them. */
const growing = () => {
  let list = new Uint32Array(1024)
  let length = 0
  return {
    push: (value: number): void => {
      if (length === list.length) {
        const longer = new Uint32Array(length * 2)
        longer.set(list)
        list = longer
      }
      list[length++] = value
    },
    length: (): number => length,
    whole: (): Uint32Array => {
      const whole = sharedWords(length)
      whole.set(list.subarray(0, length))
      return whole
    },
  }
}

const sharedWords = (given: number | readonly number[]): Uint32Array => {
  const words = new Uint32Array(new SharedArrayBuffer(4 * (typeof given === 'number' ? given : given.length)))
  if (typeof given !== 'number') words.set(given)
  return words
}
const sharedBytes = (length: number): Uint8Array => new Uint8Array(new SharedArrayBuffer(length))
