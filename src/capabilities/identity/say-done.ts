import { isRefusal, type Refusal } from '#kernel/refusal.ts'

export type SayDone = (done: object | Refusal, sentence: string, json: boolean | undefined) => void

/**
 * Says on a command line what came of a verb: a sentence, and with --json a last line for a script. Refused: a sentence on
 * standard error, and exit code 1.
 *
 * @param refusals a sentence for each code with which a verb can refuse
 */
export const sayDone =
  (refusals: Readonly<Record<string, string>>): SayDone =>
  (done, sentence, json) => {
    if (isRefusal(done)) {
      process.stderr.write(`${refusals[done.refused] ?? done.refused}\n`)
      process.exitCode = 1
    } else process.stdout.write(`${sentence}\n`)
    if (json) process.stdout.write(`${JSON.stringify(done)}\n`)
  }

/** The option with which a command prints a machine-readable result. */
export const AS_JSON = ['--json', 'print what was done as a last line of JSON'] as const
