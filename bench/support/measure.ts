/** How long each of many took, in milliseconds, and how long all of them took together. */
export type Times = { readonly each: readonly number[]; readonly allMs: number }

export type Figures = { count: number; perSecond: number; p50: number; p95: number; p99: number }

export const figures = ({ each, allMs }: Times): Figures => {
  const sorted = Float64Array.from(each).sort()
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN
  return {
    count: sorted.length,
    perSecond: (sorted.length * 1000) / allMs,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
  }
}

/** Does one after the other in each of several lanes, until the time is over. */
export const inLanes = async (
  lanes: number,
  forMs: number,
  one: (lane: number) => Promise<unknown>,
): Promise<Times> => {
  const each: number[] = []
  const began = performance.now()
  const run = async (lane: number) => {
    while (performance.now() - began < forMs) {
      const start = performance.now()
      await one(lane)
      each.push(performance.now() - start)
    }
  }
  await Promise.all(Array.from({ length: lanes }, (_, lane) => run(lane)))
  return { each, allMs: performance.now() - began }
}

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2
    ? (sorted[middle] ?? NaN)
    : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2
}

/** The median of each figure over several rounds, so that one disturbed round does not count. */
export const medianFigures = (rounds: readonly Figures[]): Figures => {
  const of = (figure: keyof Figures) => median(rounds.map((round) => round[figure]))
  return { count: of('count'), perSecond: of('perSecond'), p50: of('p50'), p95: of('p95'), p99: of('p99') }
}
