import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

// Adds up what script/test left in a folder: `steps`, with a line “name exit-code seconds” for each step, a report of
// Vitest called NAME.json for each step that ran tests, and `left-out`, with a line “name reason” for each that did not.

type Report = {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly message: string
    readonly assertionResults: readonly {
      readonly fullName: string
      readonly status: string
      readonly failureMessages: readonly string[]
    }[]
  }[]
}

const folder = process.argv[2] ?? ''

const lines = (name: string): string[] => {
  const path = join(folder, name)
  return existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n') : []
}

const firstWord = (line: string): string => line.split(' ', 1)[0] ?? ''

const leftOut = new Set(lines('left-out').map(firstWord))

/** A step that failed has failed at least once: a file that does not load has no tests to fail. */
const count = (name: string, succeeded: boolean): { passed: number; failed: number } => {
  if (leftOut.has(name)) return { passed: 0, failed: 0 }
  const report = join(folder, `${name}.json`)
  if (!existsSync(report)) return succeeded ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
  const { numPassedTests: passed, numFailedTests: failed }: Report = JSON.parse(readFileSync(report, 'utf8'))
  return { passed, failed: succeeded ? failed : Math.max(failed, 1) }
}

/** What failed in a step, said again at the end, where a log that is cut keeps it. */
const failures = (name: string): string[] => {
  const report = join(folder, `${name}.json`)
  if (!existsSync(report)) return []
  const { testResults }: Report = JSON.parse(readFileSync(report, 'utf8'))
  return testResults.flatMap(({ name: file, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed')
    if (failed.length === 0) return status === 'failed' ? [`${file}: ${firstLines(message)}`] : []
    return failed.map((test) => `${test.fullName}: ${firstLines(test.failureMessages[0] ?? '')}`)
  })
}

const firstLines = (text: string): string => text.split('\n').slice(0, 3).join('\n    ').slice(0, 500)

const total = { passed: 0, failed: 0 }
console.log()
for (const line of lines('steps')) {
  const [name = '', code = '', seconds = ''] = line.split(' ')
  const { passed, failed } = count(name, code === '0')
  total.passed += passed
  total.failed += failed
  const outcome = leftOut.has(name) ? 'left out' : `${passed} passed, ${failed} failed`
  console.log(`${name.padEnd(24)} ${`${seconds} s`.padStart(6)}  ${outcome}`)
}
for (const line of lines('steps'))
  for (const failure of failures(firstWord(line))) console.log(`\n${firstWord(line)}: ${failure}`)
for (const line of lines('left-out'))
  console.log(`Left out: ${firstWord(line)}. ${line.slice(firstWord(line).length + 1)}.`)
console.log(`\n${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0
