/**
 * Which page numbers to show, at most seven places as in the U.S. Web Design System: the first, the last, the current
 * and its neighbours; `null` is a gap of two pages or more.
 */
export const pagesShown = (current: number, last: number): (number | null)[] => {
  if (last <= 7) return Array.from({ length: last }, (_, index) => index + 1)
  if (current <= 4) return [1, 2, 3, 4, 5, null, last]
  if (current >= last - 3) return [1, null, last - 4, last - 3, last - 2, last - 1, last]
  return [1, null, current - 1, current, current + 1, null, last]
}
