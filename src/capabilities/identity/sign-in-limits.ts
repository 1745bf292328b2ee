import { rateLimit } from '#platform/http/rate-limit.ts'
import { tokenHash } from './secret-token.ts'

const QUARTER_HOUR = 15 * 60

/**
 * How often signing in may be tried (ASVS 6.3.1). Addresses are counted wherever the tries come from; a source is allowed
 * more, because a whole station can stand behind one.
 */
export const signInLimits = () => {
  const byAddress = rateLimit(10, QUARTER_HOUR)
  const bySource = rateLimit(100, QUARTER_HOUR)
  const byMember = rateLimit(10, QUARTER_HOUR)
  const attemptsBySource = rateLimit(400, QUARTER_HOUR)
  const linksByAddress = rateLimit(3, QUARTER_HOUR)
  const linksBySource = rateLimit(30, QUARTER_HOUR)
  return {
    /** @returns how long to wait before the next try, or undefined when this one may be made */
    takePassword: async (email: string, source: string) =>
      // The hash, so that no list of addresses lies in memory.
      (await bySource.take(source)) ?? (await byAddress.take(tokenHash(email.trim().toLowerCase()))),
    /** The same for one-time codes: three of a million are right at any moment, so few may be tried. */
    takeCode: (memberId: string) => byMember.take(memberId),
    /** The same for passkeys and providers, which nobody can guess: so that nobody fills the table of attempts. */
    takeAttempt: (source: string) => attemptsBySource.take(source),
    /** The same for links that are sent by mail: nobody's box is filled by somebody else. */
    takeLink: async (email: string, source: string) =>
      (await linksBySource.take(source)) ?? (await linksByAddress.take(tokenHash(email))),
  }
}

export type SignInLimits = ReturnType<typeof signInLimits>

/** "in 12 minutes" */
export const inWords = (waitSeconds: number): string => {
  const minutes = Math.ceil(waitSeconds / 60)
  return minutes === 1 ? 'in a minute' : `in ${minutes} minutes`
}
