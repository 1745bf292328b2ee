/** A stream of numbers that follows from its seed alone, so that a run that failed can be run again. */
export type Seeded = {
  /** At least 0 and below `below`. */
  readonly number: (below: number) => number
  readonly oneOf: <Item>(items: readonly Item[]) => Item
  /** Whether something happens that happens `share` of the time. */
  readonly happens: (share: number) => boolean
  /** Some of the items, at least one, in their order. */
  readonly someOf: <Item>(items: readonly Item[]) => Item[]
}

/** Mulberry32: small, and good enough to choose what to try. */
export const seeded = (seed: number): Seeded => {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const number = (below: number) => Math.floor(next() * below)
  const oneOf = <Item>(items: readonly Item[]): Item => items[number(items.length)] as Item
  return {
    number,
    oneOf,
    happens: (share) => next() < share,
    someOf: (items) => {
      const kept = items.filter(() => next() < 0.5)
      return kept.length > 0 ? kept : [oneOf(items)]
    },
  }
}

/** The seed of this run: the same each time, so that nobody meets a fault that is not theirs, or the one that SEED says. */
export const seedOfRun = (): number => Number(process.env.SEED ?? 1)
