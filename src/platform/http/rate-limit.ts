import { RateLimiterMemory } from 'rate-limiter-flexible'

/** Whether one more try may be made now, and if not, after how many seconds. */
export type RateLimit = { readonly take: (key: string) => Promise<{ waitSeconds: number } | undefined> }

/**
 * Counts tries by key (a network address, the hash of an e-mail address) in this process.
 *
 * @param tries how many are allowed in `seconds`
 */
export const rateLimit = (tries: number, seconds: number): RateLimit => {
  const limiter = new RateLimiterMemory({ points: tries, duration: seconds })
  return {
    take: async (key) => {
      try {
        await limiter.consume(key)
        return undefined
      } catch (rejected) {
        if (rejected instanceof Error) throw rejected
        const { msBeforeNext } = rejected as { msBeforeNext: number }
        return { waitSeconds: Math.max(1, Math.ceil(msBeforeNext / 1000)) }
      }
    },
  }
}
