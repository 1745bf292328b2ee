import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'

/** The lines of a text, numbered from 1, without their ends and without a byte-order mark. */
export async function* linesOf(input: Readable): AsyncGenerator<{ line: number; text: string }> {
  let line = 0
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    line += 1
    yield { line, text: line === 1 ? text.replace(/^\uFEFF/, '') : text }
  }
}
