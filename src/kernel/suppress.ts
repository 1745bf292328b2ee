/**
 * Which numbers of a two-way table may leave, so that nobody can work out a small one.
 *
 * A count from 1 to 10 tells of so few people that somebody may know who they are. Such a count is withheld, and so is
 * every number that would give it away when totals are subtracted. Zero is shown: it tells of nobody.
 *
 * Sources: CMS Cell Size Suppression Policy (no cell of 1 to 10 is reported or can be derived; a zero may be); the
 * complementary suppression of the Federal Committee on Statistical Methodology, Working Paper 22 (2005), chapter IV, for
 * which the NCHS Staff Manual on Confidentiality asks too: a withheld number hides only on a closed path of others.
 */

/** Counts by row and column. Whole numbers, none below zero; each row as long as the others. */
export type Counts = readonly (readonly number[])[]

/** A number that may leave; undefined: withheld. */
export type Shown = number | undefined

/** The same table with its totals, as it may leave. */
export type SuppressedTable = {
  readonly cells: readonly (readonly Shown[])[]
  readonly rowTotals: readonly Shown[]
  readonly columnTotals: readonly Shown[]
  readonly total: Shown
}

/** The smallest count that is shown as it is (requirements 1.5; CMS). */
const SMALLEST_SHOWN = 11

/**
 * One number of the table, seen as a pipe: what flows into a row's node is its total, what flows out are its cells; a
 * column's node takes cells in and gives its total. So every sum of the table is a node where as much comes as goes.
 */
type Pipe = { readonly from: number; readonly to: number; readonly count: number; isWithheld: boolean }

/**
 * Withholds small counts, and as many others as it takes. Whoever knows the numbers shown, that no count is below zero
 * and that a withheld one is not zero, can narrow no small count down to a range of fewer than `smallest` values: no
 * further, that is, than being withheld says by itself.
 *
 * @param options.smallest the smallest count that is shown; 11 unless told
 * @throws RangeError when a count is no whole number from zero up, or a row is longer than another
 */
export const suppressSmallCells = (
  counts: Counts,
  { smallest = SMALLEST_SHOWN }: { readonly smallest?: number } = {},
): SuppressedTable => {
  const width = counts[0]?.length ?? 0
  for (const row of counts)
    if (row.length !== width || row.some((count) => !Number.isSafeInteger(count) || count < 0))
      throw new RangeError('A table of counts has whole numbers from zero up, and rows of one length.')
  const table = pipesOf(counts, width)
  const pipes = [...table.cells.flat(), ...table.rowTotals, ...table.columnTotals, table.total]
  const small = pipes.filter(({ count }) => count > 0 && count < smallest)
  for (const pipe of small) pipe.isWithheld = true
  for (const pipe of small)
    for (const hiding of pathAround(pipe, pipes, smallest - 1)) hiding.isWithheld = true
  const shown = ({ count, isWithheld }: Pipe): Shown => (isWithheld ? undefined : count)
  return {
    cells: table.cells.map((row) => row.map(shown)),
    rowTotals: table.rowTotals.map(shown),
    columnTotals: table.columnTotals.map(shown),
    total: shown(table.total),
  }
}

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0)

const pipesOf = (counts: Counts, width: number) => {
  const row = (index: number) => index
  const column = (index: number) => counts.length + index
  const [allRows, allColumns] = [counts.length + width, counts.length + width + 1]
  const pipe = (from: number, to: number, count: number): Pipe => ({ from, to, count, isWithheld: false })
  return {
    cells: counts.map((cells, at) => cells.map((count, index) => pipe(row(at), column(index), count))),
    rowTotals: counts.map((cells, at) => pipe(allRows, row(at), sum(cells))),
    columnTotals: Array.from({ length: width }, (_, index) =>
      pipe(column(index), allColumns, sum(counts.map((cells) => cells[index] ?? 0))),
    ),
    total: pipe(allColumns, allRows, sum(counts.map(sum))),
  }
}

/**
 * The numbers that hide a small one: the rest of a closed path along which all of them could be `by` larger or smaller
 * without a number that is shown changing. Of all such paths the one that costs the reader least, where a number that is
 * withheld already costs nothing. There always is one: the cell with both its totals and the grand total.
 */
const pathAround = (hidden: Pipe, pipes: readonly Pipe[], by: number): readonly Pipe[] => {
  const cost = new Map<number, number>([[hidden.to, 0]])
  const reachedBy = new Map<number, Pipe>()
  const done = new Set<number>()
  for (let here: number | undefined = hidden.to; here !== undefined; here = nearest(cost, done)) {
    done.add(here)
    for (const pipe of pipes) {
      const next = otherEnd(pipe, here, by)
      if (next === undefined || pipe === hidden || done.has(next)) continue
      const through = (cost.get(here) ?? 0) + (pipe.isWithheld ? 0 : pipe.count)
      if (through >= (cost.get(next) ?? Number.POSITIVE_INFINITY)) continue
      cost.set(next, through)
      reachedBy.set(next, pipe)
    }
  }
  const path: Pipe[] = []
  for (let node = hidden.from; node !== hidden.to; ) {
    const pipe = reachedBy.get(node) as Pipe
    path.push(pipe)
    node = pipe.from === node ? pipe.to : pipe.from
  }
  return path
}

/** Where a pipe leads from here: along it more can always flow, against it as much as leaves one, and zero is shown. */
const otherEnd = ({ from, to, count }: Pipe, here: number, by: number): number | undefined => {
  if (count === 0) return undefined
  if (from === here) return to
  return to === here && count > by ? from : undefined
}

const nearest = (cost: ReadonlyMap<number, number>, done: ReadonlySet<number>): number | undefined =>
  [...cost].filter(([node]) => !done.has(node)).sort((a, b) => a[1] - b[1])[0]?.[0]
