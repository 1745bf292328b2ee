import type { MiddlewareHandler } from 'hono'
import { compress } from 'hono/compress'

const compressAnswer = compress()

/**
 * Sends pages compressed to whoever can read that: a third of the bytes, which counts on a phone at night. What an
 * attacker could learn from the size of an answer (BREACH) needs a secret in it beside words that they chose:
 * docs/decisions/0010-compressed-pages.md says why none has both.
 */
export const compressed: MiddlewareHandler = (c, next) => {
  // Said beforehand: said of a finished answer, it would be made anew for every page, compressed or not.
  c.header('Vary', 'Accept-Encoding')
  return compressAnswer(c, next)
}
