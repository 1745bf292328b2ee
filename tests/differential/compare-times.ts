/** How two ways of asking differ in time, in units of nothing but themselves. */
export type Comparison = {
  /** Of how many rounds the first was the slower one. */
  readonly slower: number
  readonly rounds: number
}

/** @param round which it is of those that are asked together */
type Asking = (round: number) => Promise<unknown>

/** How far chance leads one way or the other, in standard deviations, less than once in a million comparisons. */
const NOISE = 4.9
const FEWEST = 32
const MOST = 640

/** Whether more rounds lean one way than chance would have it: a sign test, which a few slow answers cannot turn. */
export const isNoticed = ({ slower, rounds }: Comparison): boolean =>
  Math.abs(slower - rounds / 2) > (NOISE * Math.sqrt(rounds)) / 2

const took = async (ask: Asking, round: number): Promise<number> => {
  const began = performance.now()
  await ask(round)
  return performance.now() - began
}

const shuffled = <Value>(values: readonly Value[], round: number): Value[] =>
  values.map((_, index) => values[(index * (round % 2 ? 2 : 1) + round) % values.length] as Value)

/**
 * Asks in three ways in turn, in every order, so that whatever else the machine does meets all alike: of what is known, of
 * what is not, and of what is not with something done besides. It goes on until that something is noticed, so that a
 * busy machine takes longer and does not judge otherwise.
 *
 * @param ask.planted takes as much longer than `unknown` as must not go unnoticed
 */
export const compareTimes = async (ask: {
  readonly known: Asking
  readonly unknown: Asking
  readonly planted: Asking
}): Promise<{ readonly known: Comparison; readonly planted: Comparison }> => {
  const kinds = ['known', 'unknown', 'planted'] as const
  let [known, planted, rounds] = [0, 0, 0]
  for (const kind of [...kinds, ...kinds, ...kinds]) await ask[kind](0)
  do {
    const times = { known: 0, unknown: 0, planted: 0 }
    for (const kind of shuffled(kinds, rounds)) times[kind] = await took(ask[kind], rounds)
    rounds += 1
    known += times.known > times.unknown ? 1 : 0
    planted += times.planted > times.unknown ? 1 : 0
  } while (rounds < FEWEST || (rounds < MOST && !isNoticed({ slower: planted, rounds })))
  return { known: { slower: known, rounds }, planted: { slower: planted, rounds } }
}
