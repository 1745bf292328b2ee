/** One test, as far as it concerns the questions: which were asked, and which were answered right. */
export type MarkedTest = readonly { readonly id: string; readonly right: boolean }[]

/** How a question of a bank does. */
export type ItemStatistics = {
  readonly id: string
  /** How often it was asked. */
  readonly asked: number
  /** The share that got it right, 0 to 1: the classical difficulty, which is higher the easier it is. */
  readonly difficulty: number
  /**
   * How well it tells those who know from those who do not, -1 to 1: the correlation of this answer with the score on the
   * rest of the same test (corrected point-biserial). Undefined where all answered alike, or too few did.
   */
  readonly discrimination: number | undefined
  /** What to do about it; undefined: nothing. */
  readonly advice: 'too-few' | 'too-easy' | 'too-hard' | 'misleads' | undefined
}

/** Below this nothing can be said of a question (Nunnally's floor for item analysis is higher; 30 is for a first look). */
export const FEWEST_ANSWERS = 30

/**
 * Difficulty and discrimination of every question that was asked (Lord and Novick 1968, chapter 15; Ebel's limits for
 * what to change). Each draw asks other questions, so that the score on the rest is taken as a share.
 */
export const itemStatistics = (tests: readonly MarkedTest[]): readonly ItemStatistics[] => {
  const answers = new Map<string, { right: number; rest: number }[]>()
  for (const test of tests) {
    const all = test.filter(({ right }) => right).length
    for (const { id, right } of test) {
      const own = right ? 1 : 0
      const rest = test.length > 1 ? (all - own) / (test.length - 1) : 0
      const known = answers.get(id) ?? []
      known.push({ right: own, rest })
      answers.set(id, known)
    }
  }
  return [...answers]
    .map(([id, given]) => {
      const difficulty = given.reduce((sum, { right }) => sum + right, 0) / given.length
      const discrimination = given.length < FEWEST_ANSWERS ? undefined : correlation(given)
      return {
        id,
        asked: given.length,
        difficulty,
        discrimination,
        advice: adviceOn(given.length, difficulty, discrimination),
      }
    })
    .sort((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true }))
}

const adviceOn = (
  asked: number,
  difficulty: number,
  discrimination: number | undefined,
): ItemStatistics['advice'] => {
  if (asked < FEWEST_ANSWERS) return 'too-few'
  if (discrimination !== undefined && discrimination < 0) return 'misleads'
  if (difficulty > 0.97) return 'too-easy'
  return difficulty < 0.3 ? 'too-hard' : undefined
}

/** Pearson's correlation; undefined when one of the two never varies. */
const correlation = (pairs: readonly { right: number; rest: number }[]): number | undefined => {
  const mean = (of: (pair: { right: number; rest: number }) => number) =>
    pairs.reduce((sum, pair) => sum + of(pair), 0) / pairs.length
  const [right, rest] = [mean((pair) => pair.right), mean((pair) => pair.rest)]
  let [both, rightSquares, restSquares] = [0, 0, 0]
  for (const pair of pairs) {
    both += (pair.right - right) * (pair.rest - rest)
    rightSquares += (pair.right - right) ** 2
    restSquares += (pair.rest - rest) ** 2
  }
  const spread = Math.sqrt(rightSquares * restSquares)
  return spread < 1e-12 ? undefined : both / spread
}
