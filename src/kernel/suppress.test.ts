import fc from 'fast-check'
import highs, { type LegacyHighs } from 'highs'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Counts, type Shown, type SuppressedTable, suppressSmallCells } from './suppress.ts'

/** The package's types name an ES module's default; what it exports is the function itself. */
const openSolver = highs as unknown as () => Promise<LegacyHighs>
let solver: LegacyHighs
beforeAll(async () => {
  solver = await openSolver()
})

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0)

/** The table with its totals as one grid: what was counted, or what was let out of it. */
const gridOf = <Value>(
  table: Record<'cells', readonly (readonly Value[])[]> &
    Record<'rowTotals' | 'columnTotals', readonly Value[]> & { total: Value },
): Value[][] => [
  ...table.cells.map((row, at) => [...row, table.rowTotals[at] as Value]),
  [...table.columnTotals, table.total],
]

const counted = (cells: Counts): number[][] =>
  gridOf({
    cells,
    rowTotals: cells.map(sum),
    columnTotals: (cells[0] ?? []).map((_, column) => sum(cells.map((row) => row[column] as number))),
    total: sum(cells.map(sum)),
  })

/**
 * Somebody who knows all the numbers that were let out, that the totals are sums, that no count is below zero and that
 * zeros are shown, and has a solver. Shares nothing with the code that withholds.
 */
const attacker = (shown: readonly (readonly Shown[])[]) => {
  const name = (row: number, column: number) => `x${row}_${column}`
  const places = shown.flatMap((row, r) => row.map((value, c) => ({ row: r, column: c, value })))
  const lines = [
    ...shown.map((row, r) => ({ parts: row.map((_, c) => name(r, c)) })),
    ...(shown[0] ?? []).map((_, c) => ({ parts: shown.map((_row, r) => name(r, c)) })),
  ].map(({ parts }, at) => ` line${at}: ${parts.slice(0, -1).join(' + ')} - ${parts.at(-1)} = 0`)
  const bounds = places.map(({ row, column, value }) =>
    value === undefined ? ` ${name(row, column)} >= 1` : ` ${name(row, column)} = ${value}`,
  )
  const bound = (sense: 'Minimize' | 'Maximize', row: number, column: number): number => {
    const found = solver.solve(
      [sense, ` goal: ${name(row, column)}`, 'Subject To', ...lines, 'Bounds', ...bounds, 'End'].join('\n'),
    )
    if (found.Status === 'Optimal') return Math.round(found.ObjectiveValue)
    if (/unbounded/i.test(found.Status)) return Number.POSITIVE_INFINITY
    throw new Error(`The solver says ${found.Status}`)
  }
  return (row: number, column: number) => ({
    least: bound('Minimize', row, column),
    most: bound('Maximize', row, column),
  })
}

/** The small counts of which the attacker learns more than that they are withheld. */
const givenAway = (cells: Counts, table: SuppressedTable, smallest: number): string[] => {
  const [truth, shown] = [counted(cells), gridOf(table)]
  const range = attacker(shown)
  return truth.flatMap((row, r) =>
    row.flatMap((count, c) => {
      if (count === 0 || count >= smallest) return []
      if (shown[r]?.[c] !== undefined) return [`${r},${c} is shown: ${count}`]
      const { least, most } = range(r, c)
      return most - least + 1 >= smallest ? [] : [`${r},${c} is ${count}, from ${least} to ${most}`]
    }),
  )
}

/** Tables as counties have them: mostly small and zero counts, some large. */
const tables = (smallest: number) =>
  fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 6 })).chain(([rows, columns]) => {
    const count = fc.oneof(
      fc.constant(0),
      fc.integer({ min: 1, max: smallest - 1 }),
      fc.integer({ min: smallest - 1, max: smallest + 2 }),
      fc.integer({ min: 0, max: 200 }),
    )
    const row = fc.array(count, { minLength: columns, maxLength: columns })
    return fc.array(row, { minLength: rows, maxLength: rows })
  })

describe('a small count', () => {
  it('is withheld from 1 to 10, and shown from 11 on; zero is shown, as CMS has it', () => {
    const { cells } = suppressSmallCells([
      [0, 1, 10, 11, 60],
      [90, 80, 70, 60, 50],
      [90, 80, 70, 60, 50],
    ])
    expect(cells[0]?.slice(0, 3)).toEqual([0, undefined, undefined])
    expect(cells[0]?.[4]).toBe(60)
  })

  it('does not stand alone: something else in its row and in its column goes with it', () => {
    const table = suppressSmallCells([
      [4, 50, 60],
      [70, 40, 90],
      [80, 95, 99],
    ])
    expect(table.cells).toEqual([
      [undefined, undefined, 60],
      [undefined, undefined, 90],
      [80, 95, 99],
    ])
    expect([table.rowTotals, table.columnTotals, table.total]).toEqual([
      [114, 200, 274],
      [154, 185, 249],
      588,
    ])
  })

  it('is no better hidden by a second one whose sum leaves one way: 1 and 1 of 2', () => {
    const table = suppressSmallCells([
      [1, 1, 0],
      [0, 0, 30],
    ])
    expect(
      givenAway(
        [
          [1, 1, 0],
          [0, 0, 30],
        ],
        table,
        11,
      ),
    ).toEqual([])
    expect(table.total).toBeUndefined()
  })

  it('is withheld among totals too, and the grand total goes with it where the rest would give it away', () => {
    expect(suppressSmallCells([[5]])).toEqual({
      cells: [[undefined]],
      rowTotals: [undefined],
      columnTotals: [undefined],
      total: undefined,
    })
  })

  it('takes no other number with it where there is none', () => {
    const table = suppressSmallCells([
      [11, 0],
      [20, 30],
    ])
    expect(gridOf(table)).toEqual(
      counted([
        [11, 0],
        [20, 30],
      ]),
    )
  })
})

describe('whoever subtracts', () => {
  it('with a solver, learns of no small count more than that it is withheld, whatever the table', () => {
    fc.assert(
      fc.property(tables(11), (cells) => {
        expect(givenAway(cells, suppressSmallCells(cells), 11)).toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  it('nor where another number is the smallest that is shown', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 30 }), fc.gen(), (smallest, gen) => {
        const cells = gen(() => tables(smallest))
        expect(givenAway(cells, suppressSmallCells(cells, { smallest }), smallest)).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it('would, had only the small counts been withheld: the attack is real', () => {
    const cells = [
      [4, 50],
      [70, 40],
    ]
    const bare = gridOf<Shown>({
      cells: cells.map((row) => row.map((count) => (count < 11 ? undefined : count))),
      rowTotals: cells.map(sum),
      columnTotals: [74, 90],
      total: 164,
    })
    expect(attacker(bare)(0, 0)).toEqual({ least: 4, most: 4 })
  })
})

it('shows nothing but what was counted', () => {
  fc.assert(
    fc.property(tables(11), (cells) => {
      const truth = counted(cells)
      for (const [r, row] of gridOf(suppressSmallCells(cells)).entries())
        for (const [c, shown] of row.entries()) if (shown !== undefined) expect(shown).toBe(truth[r]?.[c])
    }),
  )
})

it('takes an empty table, and refuses what cannot be counts', () => {
  expect(suppressSmallCells([])).toEqual({ cells: [], rowTotals: [], columnTotals: [], total: 0 })
  for (const cells of [[[1.5]], [[-1]], [[Number.NaN]], [[1, 2], [3]]])
    expect(() => suppressSmallCells(cells)).toThrow(RangeError)
})
