import autocannon, { type Options } from 'autocannon'
import type { Times } from './measure.ts'

/** Asks again and again over a number of connections. @throws when an answer has another status, or none comes */
export const load = (
  options: Options & { readonly seconds: number; readonly status: number },
): Promise<Times> =>
  new Promise((resolve, reject) => {
    const { seconds, status, ...request } = options
    const each: number[] = []
    const began = performance.now()
    const running = autocannon({ ...request, duration: seconds }, (fault, result) => {
      if (fault || result.errors > 0) reject(fault ?? new Error(`${result.errors} requests had no answer`))
      else resolve({ each, allMs: performance.now() - began })
    })
    running.on('response', (_client, answered, _bytes, ms) => {
      if (answered === status) each.push(ms)
      else reject(new Error(`${options.url} answered ${answered}.`))
    })
  })
