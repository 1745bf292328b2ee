import { createHash } from 'node:crypto'

/**
 * An order of a list that follows from a seed: the same seed gives the same order on every machine, so that a test is drawn
 * again from its id and never kept before it is answered.
 */
export const inDrawnOrder = <Item>(
  items: readonly Item[],
  seed: string,
  nameOf: (item: Item) => string,
): Item[] =>
  items
    .map((item) => ({
      item,
      at: createHash('sha256')
        .update(`${seed} ${nameOf(item)}`)
        .digest('hex'),
    }))
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .map(({ item }) => item)
