import type { Context } from 'hono'
import { inWords } from './sign-in-limits.ts'

/** Says that something was tried too often, in a header for programs and in a sentence for the page. */
export const tooManyTries = (c: Context, { waitSeconds }: { waitSeconds: number }): string => {
  c.header('Retry-After', String(waitSeconds))
  return `That was tried too often. For your safety we stopped; try again ${inWords(waitSeconds)}.`
}
